import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bad, clean, cleanWith, folderOf, runIn } from "./command.js";

test("findings set exit status 1, none 0", async () => {
  expect((await runIn("a.conf", { files: { "a.conf": clean } })).status).toBe(0);
  const found = await runIn("check a.conf", { files: { "a.conf": bad } });
  expect(found.status).toBe(1);
  expect(found.output).toContain(
    "a.conf:6:5  error  unknown-keyword\n    5 │     priority 100\n    6 │     advert_intt 1\n      │     ^^^^^^^^^^^",
  );
  expect(found.output).toMatch(/\n1 error in 1 file/);
});

test("--max-diagnostics lists less and counts all", async () => {
  const files = { "a.conf": bad, "b.conf": bad };
  const { output, errors, status } = await runIn("--format json --max-diagnostics 1 a.conf b.conf", { files });
  const report = JSON.parse(output);
  expect(report.files.map((file: { diagnostics: unknown[] }) => file.diagnostics.length)).toEqual([1, 0]);
  expect(report.summary.errors).toBe(2);
  expect(errors).toBe("kalint: 2 findings more not listed: --max-diagnostics\n");
  expect(status).toBe(1);
});

test("--list-files prints what would be checked", async () => {
  const files = { "lb1/keepalived.conf": bad, "lb2/keepalived.conf": clean, "notes.txt": "" };
  const { output, status } = await runIn("--list-files .", { files });
  expect(output).toBe("lb1/keepalived.conf\nlb2/keepalived.conf\n");
  expect(status).toBe(0);
});

test("--exit-non-zero-on-fix tells that a file has changed", async () => {
  const files = { "a.conf": bad };
  expect((await runIn("--fix a.conf", { files })).status).toBe(0);
  expect((await runIn("--fix --exit-non-zero-on-fix a.conf", { files })).status).toBe(1);
  expect((await runIn("--fix --exit-non-zero-on-fix a.conf", { files: { "a.conf": clean } })).status).toBe(0);
  expect((await runIn("--exit-non-zero-on-fix a.conf", { files })).errors).toContain(
    "--exit-non-zero-on-fix goes with --fix.",
  );
});

describe("bad input is said on stderr, sets exit status 2, and hides nothing", () => {
  const cases: readonly [name: string, commandLine: string, message: RegExp][] = [
    ["a missing file", "a.conf none.conf", /^kalint: none\.conf: no such file or directory\n$/],
    ["a missing file in a missing folder", "a.conf x/y.conf", /^kalint: x\/y\.conf: no such file or directory\n$/],
    [
      "a directory without configurations",
      "a.conf empty",
      /^kalint: empty: no keepalived configuration in this directory \([^)]*\)\n$/,
    ],
    [
      "a directory where only the text says that it is one",
      "a.conf only",
      /in this directory \(.*\); only\/main\.conf reads like one: name it, or list it under include in kalint\.json\n$/,
    ],
    [
      "a directory where the texts of two files say so",
      "a.conf two",
      /; two\/backup\.conf and 1 more read like one: name them, or list them under include in kalint\.json\n$/,
    ],
    [
      "a directory where one of two is left out by .kalintignore",
      "a.conf ignored",
      /in this directory \([^)]*\); ignored\/main\.conf reads like one: name it,/,
    ],
    [
      "a directory where the only one is left out by kalint.json",
      "a.conf excluded",
      /^kalint: excluded: no keepalived configuration in this directory \([^)]*\)\n$/,
    ],
    [
      "a directory where --exclude leaves out all",
      "--exclude *.conf a.conf two",
      /^kalint: two: no keepalived configuration in this directory \([^)]*\)\n$/,
    ],
    ["a glob that matches nothing", "a.conf *.cfg", /^kalint: \*\.cfg: no file matches\n$/],
    ["a path below a file", "a.conf a.conf/b", /^kalint: a\.conf\/b: a part of the path is not a directory\n$/],
    [
      "a mistyped command",
      "a.conf formt",
      /^kalint: formt: no such file or directory \(did you mean the command 'format'\?\)\n$/,
    ],
  ];
  test.each(cases)("%s", async (_, commandLine, message) => {
    const directory = folderOf({
      "a.conf": bad,
      "only/main.conf": bad,
      "only/other.conf": "server {\n}\n",
      "two/main.conf": bad,
      "two/backup.conf": bad,
      "ignored/.kalintignore": "old.conf\n",
      "ignored/old.conf": bad,
      "ignored/main.conf": bad,
      "excluded/kalint.json": '{ "exclude": ["main.conf"] }',
      "excluded/main.conf": bad,
    });
    mkdirSync(join(directory, "empty"));
    const result = await runIn(commandLine, { directory });
    expect(result.errors).toMatch(message);
    expect(result.status).toBe(2);
    expect(result.output).toContain("advert_intt");
  });

  test("a link in a circle", async () => {
    const directory = folderOf({ "a.conf": bad });
    symlinkSync("b.conf", join(directory, "b.conf"));
    const result = await runIn("a.conf b.conf", { directory });
    expect(result.errors).toBe("kalint: b.conf: too many symbolic links\n");
    expect(result.status).toBe(2);
  });
});

describe("wrong usage says what was wrong and what is allowed", () => {
  const cases: readonly [commandLine: string, message: string][] = [
    ["--formt json a.conf", "unknown option '--formt'\n(Did you mean --format?)"],
    ["--format jsn a.conf", "--format cannot be 'jsn'. Did you mean json? Allowed: text, concise, json,"],
    ["--format json --format sarif a.conf", "Only one format can go to one place, not json and sarif"],
    ["--rule unknown-keywrd=off a.conf", "--rule: there is no rule 'unknown-keywrd'. Did you mean unknown-keyword?"],
    ["--rule unknown-keyword a.conf", "--rule 'unknown-keyword' is not of the form ID=LEVEL"],
    [
      "--rule unknown-keyword=of a.conf",
      "the level of --rule unknown-keyword cannot be 'of'. Did you mean off? Allowed: off, info, warning, error.",
    ],
    ["--only lsv a.conf", "--only: there is no rule 'lsv'. Did you mean lvs?"],
    ["--fail-level fatal a.conf", "--fail-level cannot be 'fatal'. Allowed: error, warning, info."],
    ["--max-warnings many a.conf", "--max-warnings takes a whole number from 0, not 'many'."],
    ["--target 2.x a.conf", "--target cannot be '2.x'"],
    ["--target 9.9.9 a.conf", "--target cannot be '9.9.9'. Allowed: a release of keepalived (0.2.1 to 0.2.7, "],
    [
      "--target debain-12 a.conf",
      "--target cannot be 'debain-12'. Did you mean debian-12? Allowed: a release of keepalived (",
    ],
    ["--unsafe-fixes a.conf", "--unsafe-fixes goes with --fix or --diff."],
    ["--statistics --format sarif a.conf", "--statistics goes with --format text, concise or json"],
    ["rules --format yaml", "--format cannot be 'yaml'. Allowed: text, json."],
    ["explain unknown-keywrd", "there is no rule and no keyword 'unknown-keywrd'. Did you mean unknown-keyword?"],
    ["explain", "missing required argument 'NAME'"],
  ];
  test.each(cases)("kalint %s", async (commandLine, message) => {
    const result = await runIn(commandLine, { files: { "a.conf": clean } });
    expect(result.errors).toContain(`kalint: ${message}`);
    expect([result.status, result.output]).toEqual([2, ""]);
  });
});

describe("severities", () => {
  const cases: readonly [commandLine: string, status: number][] = [
    ["a.conf", 1],
    ["--rule unknown-keyword=warning a.conf", 0],
    ["--rule unknown-keyword=off a.conf", 0],
    ["--rule unknown-keyword=warning --fail-level warning a.conf", 1],
    ["--rule unknown-keyword=info --fail-level warning a.conf", 0],
    ["--rule unknown-keyword=info --fail-level info a.conf", 1],
    ["--rule unknown-keyword=warning --max-warnings 0 a.conf", 1],
    ["--rule unknown-keyword=warning --max-warnings 1 a.conf", 0],
    ["--only vrrp a.conf", 0],
    ["--only vrrp,unknown-keyword a.conf", 1],
  ];
  test.each(cases)("kalint %s gives %i", async (commandLine, status) => {
    expect((await runIn(commandLine, { files: { "a.conf": bad } })).status).toBe(status);
  });
});

test("--only daemon shows what keepalived itself reports, whatever the rule's category", async () => {
  const text = cleanWith("advert_intt 1", "notify /opt/notify.sh", "debug 0 0").replace(/}\s*$/, "");
  const rulesOf = async (options: string) => {
    const { output } = await runIn(`--format json ${options} a.conf`, { files: { "a.conf": text } });
    const found: { readonly rule: string; readonly daemon: boolean }[] = JSON.parse(output).files[0].diagnostics;
    return found.map(({ rule, daemon }) => (daemon ? rule : `${rule} (not by keepalived)`));
  };
  const claimed = ["unbalanced-brace", "unknown-keyword"];
  expect(await rulesOf("")).toEqual([...claimed, "extra-argument (not by keepalived)"]);
  expect(await rulesOf("--only daemon")).toEqual(claimed);
  expect(await rulesOf("--only daemon,extra-argument")).toEqual([...claimed, "extra-argument (not by keepalived)"]);
  expect(await rulesOf("--only daemon --rule unbalanced-brace=off")).toEqual(["unknown-keyword"]);
  // It has no -t, but the same is in its log.
  expect(await rulesOf("--only daemon --target 1.3.9")).toEqual(["unknown-keyword (not by keepalived)"]);
});

test("a target may be a distribution", async () => {
  const result = await runIn("--format json --target debian-12 a.conf", { files: { "a.conf": clean } });
  expect(JSON.parse(result.output).target).toBe("2.2.7");
});

describe("directories", () => {
  test("are searched for keepalived's files alone, and .gitignore counts", async () => {
    const result = await runIn("--format concise", {
      files: {
        ".git/HEAD": "",
        ".gitignore": "ignored/\n*.keepalived.conf\n!kept.keepalived.conf\n",
        "keepalived.conf": bad,
        "lb1/keepalived-web.conf": bad,
        "lb1/web.keepalived.conf": bad,
        "lb1/kept.keepalived.conf": bad,
        "lb1/nginx.conf": bad,
        "keepalived.d/one.conf": bad,
        "keepalived.d/deeper/two.conf": bad,
        "keepalived.d/nginx.conf": "server {\n  listen 80;\n}\n",
        "haproxy/conf.d/web.conf": bad,
        "ignored/keepalived.conf": bad,
        "node_modules/x/keepalived.conf": bad,
        "lb2/.gitignore": "keepalived.conf\n",
        "lb2/keepalived.conf": bad,
      },
    });
    const paths = new Set(result.output.match(/^[^\s:]+(?=:\d+:\d+:)/gm));
    expect([...paths]).toEqual([
      "keepalived.conf",
      "keepalived.d/deeper/two.conf",
      "keepalived.d/one.conf",
      "lb1/keepalived-web.conf",
      "lb1/kept.keepalived.conf",
    ]);
  });

  test("a file that is named is read whatever it is called or ignored by", async () => {
    const files = { ".git/HEAD": "", ".gitignore": "*\n", "conf.d/web.conf": bad };
    expect((await runIn("conf.d/web.conf", { files })).status).toBe(1);
    expect((await runIn("./conf.d/*.conf", { files })).output).toContain("conf.d/web.conf:6:5");
  });

  test("a file that is named twice is checked once", async () => {
    const result = await runIn("--format json a.conf ./a.conf *.conf", { files: { "a.conf": bad } });
    expect(JSON.parse(result.output).summary).toMatchObject({ files: 1, errors: 1 });
  });
});

describe("standard input", () => {
  test("has the name that it is given", async () => {
    const result = await runIn("--stdin-filename lb9/keepalived.conf -", { input: bad });
    expect(result.output).toContain("lb9/keepalived.conf:6:5  error");
    expect((await runIn("-", { input: bad })).output).toContain("stdin.keepalived.conf:6:5  error");
  });

  test("comes out mended with --fix, and the report goes to stderr", async () => {
    const result = await runIn("--fix -", { input: bad });
    expect(result.output).toBe(bad.replace("advert_intt", "advert_int"));
    expect(result.errors).toBe("fixed 1 finding; no problems in 1 file\n");
    expect(result.status).toBe(0);
  });
});

describe("fixes", () => {
  test("are written, mode and links stay", async () => {
    const directory = folderOf({ "real.conf": bad });
    chmodSync(join(directory, "real.conf"), 0o600);
    symlinkSync("real.conf", join(directory, "keepalived.conf"));
    const result = await runIn("--fix keepalived.conf", { directory });
    expect(result.read("real.conf")).toBe(bad.replace("advert_intt", "advert_int"));
    expect(statSync(join(directory, "real.conf")).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(directory, "keepalived.conf")).isSymbolicLink()).toBe(true);
    expect([result.status, result.output]).toEqual([0, "fixed 1 finding; no problems in 1 file\n"]);
  });

  test("leave all other bytes alone, whatever they mean", async () => {
    const before = `# \xe9\xff\r\n${bad.replace(/\n/g, "\r\n")}`;
    const result = await runIn("--fix a.conf", { files: { "a.conf": Buffer.from(before, "latin1") } });
    expect(result.readBytes("a.conf").toString("latin1")).toBe(before.replace("advert_intt", "advert_int"));
  });

  test("reach included files beside the named one, and no others", async () => {
    const directory = folderOf({
      "outside.conf": bad,
      "site/keepalived.conf": "include parts/in.conf\ninclude ../outside.conf\n",
      "site/parts/in.conf": bad.replace("VI_1", "VI_2").replace("51", "52").replace("2.1/", "2.2/"),
    });
    const result = await runIn("--fix --include-root .. --format concise keepalived.conf", {
      directory: join(directory, "site"),
    });
    expect(result.output).toContain("../outside.conf:6:5: error");
    expect(result.read("parts/in.conf")).not.toContain("advert_intt");
    expect(result.read("../outside.conf")).toBe(bad);
  });

  test("are shown by --diff and not written", async () => {
    const result = await runIn("--diff a.conf", { files: { "a.conf": bad } });
    expect(result.output).toBe(`For keepalived this changes:
    + vrrp_instance VI_1 > advert_int 1
--- a.conf
+++ a.conf
@@ -3,7 +3,7 @@
     interface eth0
     virtual_router_id 51
     priority 100
-    advert_intt 1
+    advert_int 1
     virtual_ipaddress {
         192.0.2.1/24 dev eth0
     }
`);
    expect([result.status, result.read("a.conf")]).toEqual([1, bad]);
  });
});

test("a text that is no configuration gets one finding, and is neither fixed nor counted line by line", async () => {
  const script = "#!/bin/sh\nset -e\nvrrp_instanc x {\n    prioritty 300\n}\napt-get install keepalived\n";
  const result = await runIn("--fix --unsafe-fixes --format concise keepalived.conf", {
    files: { "keepalived.conf": script },
  });
  expect(result.status).toBe(1);
  expect(result.output).toMatch(
    /^keepalived\.conf:1:1: error: this is a shell script.*\[foreign-content\]\n1 error in 1 file\n$/,
  );
  expect(result.read("keepalived.conf")).toBe(script);
  const json = await runIn("--format json keepalived.conf", { files: { "keepalived.conf": script } });
  const [{ diagnostics }] = JSON.parse(json.output).files;
  expect(diagnostics.length).toBeGreaterThan(3);
  expect(diagnostics.filter(({ causedBy }: { causedBy?: object }) => causedBy === undefined)).toHaveLength(1);
});

describe("a link out of the folders that were named", () => {
  const wrong =
    "vrrp_instance web {\n  virtual_router_id 27\n  nb_get_retry 1\n}\nvirtual_server 192.0.2.1 80 {\n  real_server 192.0.2.2 80 {\n    TCP_CHECK {\n      nb_get_retry 3\n    }\n  }\n}\n";
  const made = () => {
    const directory = folderOf({
      "repository/keepalived.conf": "include inc.conf\n",
      "elsewhere/x.conf": wrong,
      "elsewhere/inc.conf": wrong,
    });
    symlinkSync("../elsewhere/x.conf", join(directory, "repository/keepalived-x.conf"));
    symlinkSync("../elsewhere/inc.conf", join(directory, "repository/inc.conf"));
    const texts = () =>
      ["elsewhere/x.conf", "elsewhere/inc.conf"].map((path) => readFileSync(join(directory, path), "utf8"));
    return { directory: join(directory, "repository"), texts };
  };

  test.each(["--fix .", "--fix --unsafe-fixes keepalived.conf", "--add-suppressions .", "format --write ."])(
    "is not written through: %s",
    async (commandLine) => {
      const { directory, texts } = made();
      await runIn(commandLine, { directory });
      expect(texts()).toEqual([wrong, wrong]);
    },
  );

  test("is written through where it is named itself", async () => {
    const { directory, texts } = made();
    expect((await runIn("--fix keepalived-x.conf", { directory })).errors).toBe("");
    expect(texts()[0]).not.toBe(wrong);
    expect(lstatSync(join(directory, "keepalived-x.conf")).isSymbolicLink()).toBe(true);
  });
});

test.skipIf(process.platform !== "linux")("what the kernel makes up is no file to include or extend", async () => {
  const files = {
    "keepalived.conf": "include /proc/self/environ\nglobal_defs {\n}\n",
    "sub/kalint.json": '{ "extends": "/proc/kmsg" }',
    "sub/keepalived.conf": "global_defs {\n}\n",
  };
  const included = await runIn("--format json --this-host --only include-not-readable keepalived.conf", { files });
  expect(JSON.parse(included.output).files[0].diagnostics.map(({ rule }: { rule: string }) => rule)).toEqual([
    "include-not-readable",
  ]);
  const extended = await runIn("sub/keepalived.conf", { files });
  expect([extended.status, extended.errors]).toEqual([2, expect.stringContaining("/proc/kmsg")]);
});
