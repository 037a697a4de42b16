import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Diagnostic } from "@kalint/lint";
import { Ajv } from "ajv";
import draft04 from "ajv-draft-04";
import formatsOfAjv from "ajv-formats";
import { describe, expect, test } from "vitest";
import { type FormatName, loadFormat } from "../../packages/cli/src/output/index.js";
import { rulePageUrl } from "../../packages/cli/src/report/links.js";
import { clean, runIn } from "./command.js";
import { diagnostic, placeOf, plainContext, reportOf } from "./reports.js";

const files = {
  "lb1/keepalived.conf": "vrrp_instance VI_1 {\n    priority 300\n}\n",
  "lb2/keepalived.conf": "# Größe\nfoo 100%, «bar» 1\n",
  "clean.conf": "\n",
};

const foo = placeOf(files, "lb2/keepalived.conf", "foo");
const priority = placeOf(files, "lb1/keepalived.conf", "300");
const diagnostics: readonly Diagnostic[] = [
  diagnostic(priority, {
    rule: "invalid-argument",
    message: "300 is not in 1-255",
    daemon: { line: 4 },
    configIds: ["lb1"],
    related: [{ place: foo, message: "compare <this>" }],
    fixes: [
      { title: "Write 255", safe: false, edits: [{ ...priority, text: "255" }] },
      { title: "Both", safe: true, edits: [{ ...foo, text: "" }] },
    ],
  }),
  diagnostic(foo, { severity: "warning", category: "style", message: 'say "100%", a:b' }),
  diagnostic(placeOf(files, "lb2/keepalived.conf", "bar"), { severity: "info", daemon: { line: null } }),
  diagnostic(placeOf(files, "lb2/keepalived.conf", "1\n"), { daemon: { line: 2 } }),
];

async function render(format: FormatName, context = {}): Promise<string> {
  const show = await loadFormat(format);
  return show(reportOf(files, diagnostics), { ...plainContext, ...context });
}

function validate(schemaPath: string, value: unknown) {
  const schema = JSON.parse(readFileSync(schemaPath, "utf8"));
  const check = formatsOfAjv.default(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })).compile(schema);
  check(value);
  return check.errors ?? [];
}

const outputSchema = new URL("../../packages/cli/schema/check-output.schema.json", import.meta.url).pathname;

describe("json", async () => {
  const output = JSON.parse(await render("json"));

  test("follows its schema, which notices a wrong shape", async () => {
    expect(validate(outputSchema, output)).toEqual([]);
    expect(validate(outputSchema, { ...output, target: "new" })).not.toEqual([]);
    expect(validate(outputSchema, { ...output, more: 1 })).not.toEqual([]);
  });

  test("lists every file and counts", async () => {
    expect(output.files.map((file: { path: string }) => file.path)).toEqual(Object.keys(files));
    expect(output.summary).toEqual({ files: 3, errors: 2, warnings: 1, infos: 1, fixable: 1 });
  });

  test("counts lines and columns from 1, and names another file's edits", async () => {
    expect(output.files[0].diagnostics[0]).toEqual({
      rule: "invalid-argument",
      category: "daemon",
      daemon: true,
      daemonLine: 4,
      severity: "error",
      message: "300 is not in 1-255",
      help: "Remove it.",
      url: expect.stringMatching(/\/rules\/invalid-argument\.md$/),
      configIds: ["lb1"],
      range: { start: { line: 2, column: 14 }, end: { line: 2, column: 17 } },
      related: [
        {
          path: "lb2/keepalived.conf",
          range: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } },
          message: "compare <this>",
        },
      ],
      fixes: [
        {
          title: "Write 255",
          safe: false,
          edits: [{ range: { start: { line: 2, column: 14 }, end: { line: 2, column: 17 } }, text: "255" }],
        },
        {
          title: "Both",
          safe: true,
          edits: [
            {
              path: "lb2/keepalived.conf",
              range: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } },
              text: "",
            },
          ],
        },
      ],
    });
  });

  test("gives keepalived's line only where it is another one", async () => {
    const claims = output.files[1].diagnostics.map(({ daemon, daemonLine }: Record<string, unknown>) => [
      daemon,
      daemonLine,
    ]);
    expect(claims).toEqual([
      [false, undefined],
      [true, null],
      [true, undefined],
    ]);
  });
});

test("jsonl is one diagnostic a line with its path", async () => {
  const lines = (await render("jsonl")).trimEnd().split("\n");
  expect(lines.map((line) => [JSON.parse(line).path, JSON.parse(line).rule])).toEqual([
    ["lb1/keepalived.conf", "invalid-argument"],
    ["lb2/keepalived.conf", "unknown-keyword"],
    ["lb2/keepalived.conf", "unknown-keyword"],
    ["lb2/keepalived.conf", "unknown-keyword"],
  ]);
});

test("concise is one line a finding and the summary", async () => {
  expect(await render("concise")).toBe(`lb1/keepalived.conf:2:14: error: 300 is not in 1-255 [invalid-argument]
lb2/keepalived.conf:2:1: warning: say "100%", a:b [unknown-keyword]
lb2/keepalived.conf:2:12: info: no such keyword [unknown-keyword]
lb2/keepalived.conf:2:17: error: no such keyword [unknown-keyword]
2 errors, 1 warning, 1 note in 3 files; 1 fixable with --fix
`);
  expect(await render("concise", { quiet: true })).not.toContain("2 errors");
});

describe("sarif", async () => {
  const { resolve } = createRequire(new URL("../../packages/cli/package.json", import.meta.url));
  const schema = JSON.parse(readFileSync(resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  const check = formatsOfAjv
    .default(new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false }))
    .compile(schema);
  const log = JSON.parse(await render("sarif"));

  test("follows the official schema, which notices a wrong level", async () => {
    check(log);
    expect(check.errors ?? []).toEqual([]);
    log.runs[0].results[0].level = "bad";
    check(log);
    expect(check.errors).not.toEqual([]);
    log.runs[0].results[0].level = "error";
  });

  test("points every result at its rule's metadata", async () => {
    const { results, tool } = log.runs[0];
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(results[0].fixes[1].artifactChanges[0].artifactLocation.uri).toBe("lb2/keepalived.conf");
    expect(results[0].relatedLocations[0].physicalLocation.region.startLine).toBe(2);
  });
});

test("github annotations are escaped as @actions/core does", async () => {
  const [first = "", second = ""] = (await render("github")).split("\n");
  expect(first).toMatch(
    /^::error title=kalint%3A invalid-argument,file=lb1\/keepalived\.conf,line=2,endLine=2,col=14,endColumn=16::300 is not in 1-255%0A/,
  );
  expect(second).toMatch(/^::warning .*::say "100%25", a:b%0A/);
});

test("gitlab gives every issue its own fingerprint", async () => {
  const issues = JSON.parse(await render("gitlab"));
  expect(issues).toHaveLength(4);
  expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(4);
  expect(issues[1]).toMatchObject({
    description: 'say "100%", a:b',
    check_name: "unknown-keyword",
    severity: "minor",
    location: { path: "lb2/keepalived.conf", lines: { begin: 2, end: 2 } },
  });
});

test("a finding's fingerprint for gitlab stays when lines move, also those that its message names", async () => {
  const text = clean.replace("    priority 100\n", "    priority 100\n    priority 90\n");
  const fingerprints = async (content: string) => {
    const { output } = await runIn("--format gitlab a.conf", { files: { "a.conf": content } });
    return JSON.parse(output).map((issue: { fingerprint: string }) => issue.fingerprint);
  };
  expect(await fingerprints(text)).toHaveLength(1);
  expect(await fingerprints(`\n${text}`)).toEqual(await fingerprints(text));
});

test("checkstyle lists the files with findings", async () => {
  expect(await render("checkstyle")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="lb1/keepalived.conf">
    <error line="2" column="14" severity="error" message="300 is not in 1-255&#10;Remove it.&#10;${rulePageUrl("invalid-argument")}" source="kalint.invalid-argument" />
  </file>
  <file name="lb2/keepalived.conf">
    <error line="2" column="1" severity="warning" message="say &quot;100%&quot;, a:b&#10;Remove it.&#10;${rulePageUrl("unknown-keyword")}" source="kalint.unknown-keyword" />
    <error line="2" column="12" severity="info" message="no such keyword&#10;Remove it.&#10;${rulePageUrl("unknown-keyword")}" source="kalint.unknown-keyword" />
    <error line="2" column="17" severity="error" message="no such keyword&#10;Remove it.&#10;${rulePageUrl("unknown-keyword")}" source="kalint.unknown-keyword" />
  </file>
</checkstyle>
`);
});

test("junit has a case for every finding and one for a clean file", async () => {
  const xml = await render("junit");
  expect(xml).toContain('<testsuites name="kalint" tests="5" failures="4" errors="0">');
  expect(xml).toContain(
    '<testsuite name="clean.conf" tests="1" failures="0" errors="0">\n    <testcase name="kalint" classname="clean.conf" />',
  );
  expect(xml.match(/<failure /g)).toHaveLength(4);
});

test("rdjson counts columns in UTF-8 bytes", async () => {
  const { diagnostics: list } = JSON.parse(await render("rdjson"));
  expect(list[2].location.range.start).toEqual({ line: 2, column: 13 });
  expect(list[0].suggestions).toHaveLength(1);
  expect(list[0]).toMatchObject({ severity: "ERROR", code: { value: "invalid-argument" } });
});
