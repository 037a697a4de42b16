import { describe, expect, test } from "vitest";
import { bad, clean, cleanWith, hostWith, runIn } from "./command.js";

interface Checked {
  readonly path: string;
  readonly diagnostics: readonly { readonly severity: string; readonly mirrors?: object }[];
}

/** The severity that the one finding of each file has, or `none`. */
async function checkLevels(files: Record<string, string>, expected: Record<string, string>, options = "") {
  const result = await runIn(`--format json ${options} .`, { files });
  expect(result.errors).toBe("");
  const found = JSON.parse(result.output).files.map((file: Checked) => [
    file.path,
    file.diagnostics
      .filter(({ mirrors }) => mirrors === undefined)
      .map(({ severity }) => severity)
      .join(" ") || "none",
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
}

describe("levels", () => {
  const rules = (level: unknown) => JSON.stringify({ rules: { "unknown-keyword": level } });

  test("come from the nearest configuration above each file", async () => {
    await checkLevels(
      {
        "kalint.json": rules("warning"),
        "keepalived.conf": bad,
        "lab/kalint.jsonc": `// the lab\n{ "rules": { "unknown-keyword": ["info", {}], }, }`,
        "lab/deep/keepalived.conf": bad,
        "old/package.json": JSON.stringify({ name: "old", kalint: { rules: { "unknown-keyword": "off" } } }),
        "old/keepalived.conf": bad,
        "other/package.json": JSON.stringify({ name: "other" }),
        "other/keepalived.conf": bad,
      },
      {
        "keepalived.conf": "warning",
        "lab/deep/keepalived.conf": "info",
        "old/keepalived.conf": "none",
        "other/keepalived.conf": "warning",
      },
    );
  });

  test("are set for a category or all, and what names fewer rules wins", async () => {
    const files = (settings: object) => ({
      "kalint.json": JSON.stringify({ rules: settings }),
      "keepalived.conf": bad,
    });
    await checkLevels(files({ daemon: "warning" }), { "keepalived.conf": "warning" });
    await checkLevels(files({ all: "off" }), { "keepalived.conf": "none" });
    await checkLevels(files({ "unknown-keyword": "error", daemon: "info", all: "off" }), {
      "keepalived.conf": "error",
    });
    await checkLevels({ "keepalived.conf": bad }, { "keepalived.conf": "none" }, "--rule all=off");
    await checkLevels({ "keepalived.conf": bad }, { "keepalived.conf": "info" }, "--rule daemon=info --rule all=off");
  });

  test("differ by file with overrides, the later ones winning", async () => {
    await checkLevels(
      {
        "kalint.json": JSON.stringify({
          rules: { "unknown-keyword": "off" },
          overrides: [
            { files: ["lab/**"], rules: { "unknown-keyword": "info" } },
            { files: ["keepalived-new.conf"], rules: { "unknown-keyword": "warning" } },
          ],
        }),
        "keepalived.conf": bad,
        "lab/keepalived.conf": bad,
        "lab/keepalived-new.conf": bad,
      },
      { "keepalived.conf": "none", "lab/keepalived.conf": "info", "lab/keepalived-new.conf": "warning" },
    );
  });

  test("of a base count once, however many files and links lead to it", async () => {
    const names = ["one", "two", "three", "four", "five"];
    const files = Object.fromEntries(
      names.map((name, index) => {
        const next = names[index + 1] ?? "last";
        // Different ways to write one name: each is a link of its own.
        const links = Array.from({ length: 20 }, (_, link) => `${"./".repeat(link + 1)}${next}.json`);
        return [`${name}.json`, JSON.stringify({ extends: links })];
      }),
    );
    const { status, output } = await runIn("a.conf", {
      files: {
        ...files,
        "last.json": JSON.stringify({ rules: { "unknown-keyword": "off" } }),
        "kalint.json": JSON.stringify({ extends: "./one.json" }),
        "a.conf": bad,
      },
    });
    expect([status, output]).toEqual([0, expect.stringContaining("no problems")]);
  });

  test("are inherited from what a configuration extends", async () => {
    await checkLevels(
      {
        "base.json": rules("info"),
        "kalint.json": JSON.stringify({ extends: ["recommended", "./base.json"] }),
        "keepalived.conf": bad,
      },
      { "keepalived.conf": "info" },
    );
  });

  test("are raised by the strict preset", async () => {
    const { output } = await runIn("rules --format json");
    const advice = JSON.parse(output).rules.filter(({ severity }: { severity: string }) => severity === "info");
    const files = { "kalint.json": JSON.stringify({ extends: "strict" }) };
    const shown = JSON.parse((await runIn("--print-config", { files })).output);
    expect(advice.length).toBeGreaterThan(0);
    for (const { id } of advice) expect([id, [shown.rules[id]].flat()[0]]).toEqual([id, "warning"]);
  });

  test("give way to the command line", async () => {
    const files = { "kalint.json": rules("off"), "keepalived.conf": bad };
    await checkLevels(files, { "keepalived.conf": "info" }, "--rule unknown-keyword=info");
  });

  test("come from --config for every file", async () => {
    await checkLevels(
      { "ci/kalint.json": rules("warning"), "kalint.json": rules("off"), "keepalived.conf": bad },
      { "keepalived.conf": "warning" },
      "--config ci/kalint.json",
    );
  });
});

describe("options of a rule", () => {
  const fast = (interval: number) => cleanWith("version 3", `advert_int ${interval}`);
  const set = (minimum: number) => ({ "short-advert-interval": ["warning", { minimum }] });

  test("count for the files that the configuration counts for", async () => {
    const rule = "--only short-advert-interval";
    const files = { "keepalived.conf": fast(0.05), "lab/keepalived.conf": fast(0.03) };
    await checkLevels(files, { "keepalived.conf": "warning", "lab/keepalived.conf": "warning" }, rule);
    await checkLevels(
      { ...files, "kalint.json": JSON.stringify({ rules: set(0.04) }) },
      { "keepalived.conf": "none", "lab/keepalived.conf": "warning" },
      rule,
    );
    const overrides = [{ files: ["lab/"], rules: set(0.02) }];
    await checkLevels(
      { ...files, "kalint.json": JSON.stringify({ rules: set(0.04), overrides }) },
      { "keepalived.conf": "none", "lab/keepalived.conf": "none" },
      rule,
    );
  });

  test("stay where only the level is set anew, and are replaced as a whole", async () => {
    const shown = async (own: unknown) => {
      const files = {
        "base.json": JSON.stringify({ rules: set(0.02) }),
        "kalint.json": JSON.stringify({ extends: "./base.json", rules: { "short-advert-interval": own } }),
      };
      return JSON.parse((await runIn("--print-config", { files })).output).rules["short-advert-interval"];
    };
    expect(await shown("error")).toEqual(["error", { minimum: 0.02 }]);
    expect(await shown(["info", {}])).toEqual(["info", { minimum: 0.1 }]);
  });

  test("count between hosts as those of the first one's file", async () => {
    const files = { "lb1/keepalived.conf": cleanWith("nopreempt"), "lb2/keepalived.conf": cleanWith("nopreempt") };
    const rule = "--only equal-priority";
    await checkLevels(files, { "lb1/keepalived.conf": "none", "lb2/keepalived.conf": "warning" }, rule);
    await checkLevels(
      { ...files, "kalint.json": JSON.stringify({ rules: { "equal-priority": ["warning", { nopreempt: false }] } }) },
      { "lb1/keepalived.conf": "none", "lb2/keepalived.conf": "none" },
      rule,
    );
  });
});

describe("a wrong configuration is an error with a place", () => {
  const cases: readonly [text: string, message: string][] = [
    ['{\n  "targt": "2.2.7"\n}', "kalint.json:2:3: unknown key 'targt'. Did you mean target? Known: $schema, extends,"],
    ['{ "target": "2.x" }', "kalint.json:1:13: target cannot be '2.x'"],
    ['{ "target": 2 }', "kalint.json:1:13: 2 is not allowed: it must be a text in quotation marks"],
    [
      '{ "rules": {\n  "unknown-keywrd": "off" } }',
      "kalint.json:2:3: there is no rule 'unknown-keywrd'. Did you mean unknown-keyword? 'kalint rules' lists them.",
    ],
    [
      '{ "rules": { "unknown-keyword": "of" } }',
      'kalint.json:1:33: "of" is not allowed. Did you mean off? Allowed: off, info, warning, error.',
    ],
    [
      '{ "rules": { "short-advert-interval": ["warning", { "minimun": 1 }] } }',
      "kalint.json:1:53: short-advert-interval has no option 'minimun'. Did you mean minimum? Known: minimum.",
    ],
    [
      '{ "rules": { "short-advert-interval": ["warning", { "minimum": "1" }] } }',
      'kalint.json:1:64: "1" is not allowed: it must be a number',
    ],
    [
      '{ "rules": { "mismatched-garp-setting": ["info", { "ignore": ["garp_master_dely"] }] } }',
      'kalint.json:1:63: "garp_master_dely" is not allowed. Did you mean garp_master_delay?',
    ],
    [
      '{ "rules": { "unknown-keyword": ["error", { "minimum": 1 }] } }',
      "kalint.json:1:45: unknown-keyword has no options\n",
    ],
    ['{ "format": { "indent": 0 } }', "kalint.json:1:25: 0 is not allowed: it must be >= 1"],
    ['{ "clusters": [ { "name": "web" } ] }', "kalint.json:1:17: the key 'nodes' is missing"],
    [
      '{ "clusters": [ { "name": "web", "nodes": [ { "name": "lb", "file": "a.conf" }, { "name": "lb", "file": "b.conf" } ] } ] }',
      'kalint.json:1:91: another host of this cluster is called "lb" already',
    ],
    ['{ "overrides": [ { "fils": [] } ] }', "kalint.json:1:20: unknown key 'fils'. Did you mean files?"],
    [
      '{ "extends": "recomended" }',
      "kalint.json:1:14: extends 'recomended', which is neither a preset (recommended, strict, all) nor a file. Did you mean recommended?",
    ],
    ['{ "extends": "./kalint.json" }', "kalint.json: this configuration extends itself"],
    ['{ "rules": }', "kalint.json:1:12: this is not JSON: unexpected }"],
    ["", "kalint.json:1:1: this is not JSON: unexpected end of input"],
  ];
  test.each(cases)("%s", async (text, message) => {
    const result = await runIn("", { files: { "kalint.json": text, "keepalived.conf": clean } });
    expect(result.errors).toContain(`kalint: ${message}`);
    expect([result.status, result.output]).toEqual([2, ""]);
  });

  test("and each mistake has its line", async () => {
    const text = '{\n "a": 1,\n "b": 2\n}';
    const { errors } = await runIn("", { files: { "kalint.json": text, "keepalived.conf": clean } });
    expect(errors.match(/^kalint: kalint\.json:\d:\d/gm)).toEqual([
      "kalint: kalint.json:2:2",
      "kalint: kalint.json:3:2",
    ]);
  });

  test("and a missing one is named", async () => {
    const { errors, status } = await runIn("--config no.json keepalived.conf", { files: { "keepalived.conf": clean } });
    expect([status, errors]).toEqual([
      2,
      "kalint: no.json: the configuration cannot be read: no such file or directory\n",
    ]);
  });
});

test("the target comes from the configuration, and the command line wins", async () => {
  const files = { "kalint.json": '{ "target": "2.2.7" }', "keepalived.conf": clean };
  const target = async (options: string) =>
    JSON.parse((await runIn(`--format json ${options}`, { files })).output).target;
  expect(await target("")).toBe("2.2.7");
  expect(await target("--target 2.0.10")).toBe("2.0.10");
});

test("the layout comes from the configuration", async () => {
  const files = { "kalint.json": '{ "format": { "indent": 2 } }', "keepalived.conf": clean };
  expect((await runIn("format keepalived.conf", { files })).output).toBe(clean.replace(/ {4}/g, "  "));
});

test("a declared host without a file is said, and the others are still checked", async () => {
  const nodes = [
    { name: "lb1", file: "lb1/keepalived.conf" },
    { name: "lb2", file: "lb2/keepalived.conf" },
  ];
  const files = { "kalint.json": JSON.stringify({ clusters: [{ name: "web", nodes }] }), "lb1/keepalived.conf": bad };
  const result = await runIn("--format concise", { files });
  expect(result.status).toBe(2);
  expect(result.errors).toBe(
    "kalint: kalint.json: the file lb2/keepalived.conf of lb2 in cluster web cannot be read\n",
  );
  expect(result.output).toContain("advert_intt");
});

test("declared clusters name their hosts, and bring in the file that was not passed", async () => {
  const files = {
    "kalint.json": JSON.stringify({
      clusters: [
        {
          name: "web",
          nodes: [
            { name: "north", file: "sites/oslo/keepalived.conf" },
            { name: "south", file: "sites/rome/keepalived.conf" },
          ],
        },
      ],
    }),
    "sites/oslo/keepalived.conf": hostWith(150),
    "sites/rome/keepalived.conf": hostWith(100, 52),
  };
  const { output } = await runIn("sites/oslo/keepalived.conf", { files });
  expect(output).toContain("mismatched-virtual-router-id");
  expect(output).toMatch(/north|south/);
});

test("--print-config shows what counts for a file", async () => {
  const files = {
    "kalint.json": JSON.stringify({
      target: "2.2.7",
      overrides: [{ files: ["lab/**"], rules: { "unknown-keyword": "off" } }],
    }),
    "lab/keepalived.conf": clean,
  };
  const shown = JSON.parse((await runIn("--print-config lab/keepalived.conf", { files })).output);
  expect(shown).toMatchObject({ configuration: "kalint.json", target: "2.2.7", format: { indent: 4, blankLines: 1 } });
  expect(shown.rules["unknown-keyword"]).toBe("off");
  expect(shown.rules["invalid-argument"]).toBe("error");
});

describe("init", () => {
  test("writes the clusters that it finds, in a file that is valid", async () => {
    const files = { "lb1/keepalived.conf": hostWith(150), "lb2/keepalived.conf": hostWith(100) };
    const result = await runIn("init --target 2.2.7", { files });
    expect(result.output).toMatch(/^wrote kalint\.json: 2 configurations, 1 cluster\n/);
    const written = JSON.parse(result.read("kalint.json"));
    expect(written.clusters[0].nodes).toEqual([
      { name: "lb1", file: "lb1/keepalived.conf" },
      { name: "lb2", file: "lb2/keepalived.conf" },
    ]);
    expect((await runIn(".", { directory: result.directory })).status).toBe(0);
  });

  test("replaces nothing unless told to", async () => {
    const files = { "kalint.json": "{}" };
    const result = await runIn("init", { files });
    expect([result.status, result.errors]).toEqual([2, "kalint: kalint.json exists; --force replaces it.\n"]);
    expect((await runIn("init --force", { files })).status).toBe(0);
  });

  test("leaves a kalint.jsonc, which a kalint.json would hide, and writes the hooks beside it", async () => {
    const files = { "kalint.jsonc": "{} // ours\n" };
    const { directory, ...result } = await runIn("init", { files });
    expect([result.status, result.errors]).toEqual([2, "kalint: kalint.jsonc exists; --force replaces it.\n"]);
    const hooks = await runIn("init --pre-commit", { directory });
    expect([hooks.status, hooks.read("kalint.jsonc")]).toEqual([0, "{} // ours\n"]);
    expect(hooks.read(".pre-commit-config.yaml")).toContain("- id: kalint\n");
    expect((await runIn("init --pre-commit", { directory })).output).toContain("has the hooks already");
    const forced = await runIn("init --force", { directory });
    expect(JSON.parse(forced.read("kalint.jsonc")).extends).toBe("recommended");
  });

  test("writes the hooks where there are none, and shows them where there are", async () => {
    const fresh = await runIn("init --pre-commit", { files: {} });
    expect(fresh.read(".pre-commit-config.yaml")).toMatch(
      /^repos:\n {2}- repo: .*\n {4}rev: v\d.*\n {4}hooks:\n {6}- id: kalint\n/,
    );
    const own = await runIn("init --pre-commit", { files: { ".pre-commit-config.yaml": "repos: []\n" } });
    expect(own.read(".pre-commit-config.yaml")).toBe("repos: []\n");
    expect(own.output).toContain("      - id: kalint-format\n");
  });
});
