import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { clean, folderOf, runIn } from "./command.js";

const root = join(import.meta.dirname, "../..");
const fixture = (name: string) => readFileSync(join(root, `fixtures/migration/${name}/keepalived.conf`), "utf8");
const old = fixture("old-web");
const fresh = fixture("new-check");

describe("the report", () => {
  test("says what is found newly, what changes, and what is read differently", async () => {
    const { output, status } = await runIn("migrate --from 1.2.2 --to 2.2.7 keepalived.conf", {
      files: { "keepalived.conf": old },
    });
    expect(status).toBe(1);
    expect(output).toMatch(/line 3 {2}error {2}unknown-keyword\n {4}what {3}unknown keyword "plugin_dir"/);
    expect(output).toMatch(/line 32 {2}warning {2}deprecated-keyword/);
    expect(output).toContain("1.3.0  default  the user that runs scripts  line 16");
    expect(output).toContain("2.0.0  meaning  how scripts are started  line 16");
    expect(output).toContain("-    nat_mask 255.255.255.0");
    // What a finding names is not said a second time.
    expect(output).not.toContain("gone  virtual_server/nat_mask");
  });

  test("is nothing to do between releases that read the file alike", async () => {
    const { output, status } = await runIn("migrate --from 2.2.7 --to 2.2.7 .", {
      files: { "keepalived.conf": clean },
    });
    expect(status).toBe(0);
    expect(output).toContain("Nothing changes.");
  });

  test("--all lists what no file shows", async () => {
    const files = { "keepalived.conf": clean };
    const short = await runIn("migrate --from 2.2.7 --to 2.4.3 .", { files });
    const long = await runIn("migrate --from 2.2.7 --to 2.4.3 --all .", { files });
    expect(short.output).toContain("--all lists them");
    expect(short.output).not.toContain("auth_hmac");
    expect(long.output).toMatch(/new {2}vrrp_instance\/auth_hmac\n/);
  });

  test("takes distributions, and what their builds lack", async () => {
    const text = clean.replace("vrrp_instance", "global_defs {\n    vrrp_ipsets one\n}\nvrrp_instance");
    const { output } = await runIn("migrate --from ubuntu-22.04 --to debian-12 .", {
      files: { "keepalived.conf": text },
    });
    expect(output).toContain("keepalived 2.2.4 to 2.2.7");
    expect(output).toContain("the build of debian-12 leaves it out (ipset)");
  });

  test("takes the files' target as the release that reads them today", async () => {
    const files = { "keepalived.conf": old, "kalint.json": '{ "target": "1.2.2" }' };
    expect((await runIn("migrate .", { files })).output).toContain("keepalived 1.2.2 to 2.4.3");
    const { errors, status } = await runIn("migrate .", { files: { "keepalived.conf": old } });
    expect([status, errors]).toEqual([2, expect.stringContaining("--from is missing")]);
  });

  test("is Markdown with its signs escaped", async () => {
    const { output } = await runIn("migrate --from 1.2.2 --to 2.2.7 --format markdown .", {
      files: { "a_b/keepalived.conf": old },
    });
    expect(output).toContain(
      "# keepalived 1.2.2 to 2.2.7\n\n## a\\_b/keepalived.conf\n\n### New findings with 2.2.7\n",
    );
    expect(output).toMatch(/^- \*\*line 3 · error · unknown-keyword\*\*\n {2}- what: /m);
    expect(output).toMatch(/^```diff\n--- a_b\/keepalived\.conf \(1\.2\.2\)\n/m);
  });

  test("goes into a file, over an older report and over nothing else", async () => {
    const directory = folderOf({ "keepalived.conf": old, "notes.md": "mine\n" });
    for (const format of ["text", "markdown", "json"]) {
      const command = `migrate --from 1.2.2 --format ${format} --output-file report .`;
      expect((await runIn(command, { directory })).errors).toBe("");
      expect((await runIn(command, { directory })).errors).toBe("");
    }
    const refused = await runIn("migrate --from 1.2.2 --output-file notes.md .", { directory });
    expect([refused.status, refused.read("notes.md")]).toEqual([2, "mine\n"]);
  });

  test("shows no control characters of the configuration", async () => {
    const text = clean
      .replace("VI_1", "VI\u001b[31m")
      .replace("    priority 100\n", "    priority 100\n    \u001b[2J 1\n");
    for (const format of ["text", "markdown"]) {
      const { output } = await runIn(`migrate --from 1.2.2 --format ${format} .`, {
        files: { "keepalived.conf": text },
      });
      expect(output).not.toContain("\u001b");
    }
  });
});

describe("the JSON", () => {
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(root, `packages/cli/schema/${name}-output.schema.json`), "utf8"));
  const ajv = new Ajv({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.addSchema(schema("check")).compile(schema("migrate"));

  test.each([
    ["1.2.2", "2.4.3", old],
    ["2.4.3", "1.2.2", fresh],
    ["1.3.9", "2.2.7", `@a ${clean.replaceAll("\n", "\n@a ")}\n@b global_defs {\n@b }\n`],
  ])("from %s to %s follows its schema, which notices a wrong shape", async (from, to, text) => {
    const { output } = await runIn(`migrate --from ${from} --to ${to} --format json .`, {
      files: { "keepalived.conf": text },
    });
    const value = JSON.parse(output);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    const ids = new Set(value.changes.map(({ id }: { readonly id: string }) => id));
    for (const { id } of value.files[0].changes) expect(ids).toContain(id);
    value.changes[0].kind = "other";
    expect(validate(value)).toBe(false);
  });
});

describe("rewriting", () => {
  test("--write renames what is deprecated, removes what is gone, and leaves the rest byte for byte", async () => {
    const files = { "keepalived.conf": old.replaceAll("\n", "\r\n") };
    const run = await runIn("migrate --from 1.2.2 --to 2.2.7 --write keepalived.conf", { files });
    const expected = old
      .replace("    plugin_dir /usr/lib/keepalived\n", "")
      .replace("    nat_mask 255.255.255.0\n", "")
      .replace("nb_get_retry", "retry");
    expect(run.read("keepalived.conf")).toBe(expected.replaceAll("\n", "\r\n"));
    expect(run.status).toBe(0);
    expect(run.output).toContain("Rewritten for the new release.");
    expect(run.output).toContain("2.0.0  meaning  how scripts are started  line 15");
  });

  test("on the way down a keyword gets the name of that time", async () => {
    const files = { "keepalived.conf": fresh };
    const run = await runIn("migrate --from 2.4.3 --to 2.0.20 --write .", { files });
    expect(run.read("keepalived.conf")).toContain("    vrrp_rlimit_rtime 20000\n");
    const older = await runIn("migrate --from 2.4.3 --to 1.3.6 --diff .", { files });
    expect(older.output).toContain("+            nb_get_retry 3\n");
    expect([older.status, older.read("keepalived.conf")]).toEqual([1, fresh]);
  });

  test("what the old release complains of too is left to check --fix", async () => {
    const text = clean.replace("priority 100", "priority 100\n    advert_intt 1");
    const run = await runIn("migrate --from 1.2.2 --to 2.4.3 --write .", { files: { "keepalived.conf": text } });
    expect(run.read("keepalived.conf")).toBe(text);
    expect(run.output).toMatch(/findings? with both releases/);
  });

  test("wrong usage", async () => {
    const files = { "keepalived.conf": clean };
    for (const [options, message] of [
      ["--from 9", "--from"],
      ["--from 1.2.2 --write --diff", "--write changes files"],
      ["--from 1.2.2 --format html", "--format"],
    ]) {
      const { status, errors } = await runIn(`migrate ${options} .`, { files });
      expect([status, errors], options).toEqual([2, expect.stringContaining(message!)]);
    }
    const piped = await runIn("migrate --from 1.2.2 --write -", { input: clean });
    expect([piped.status, piped.errors]).toEqual([2, expect.stringContaining("standard input")]);
  });
});
