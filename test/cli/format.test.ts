import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sameWords } from "../../packages/cli/src/format/same-words.js";
import { folderOf, runIn } from "./command.js";

const rough = "vrrp_instance VI_1 {\ninterface eth0   # where\n      priority 100\n}\n";
const smooth = "vrrp_instance VI_1 {\n    interface eth0  # where\n    priority 100\n}\n";

test("is a filter without a path, and with -", async () => {
  expect(await runIn("format", { input: rough })).toMatchObject({ status: 0, output: smooth, errors: "" });
  expect((await runIn("format -", { input: rough })).output).toBe(smooth);
});

test("prints one file, and refuses to print several", async () => {
  const files = { "a.conf": rough, "b.conf": rough };
  expect((await runIn("format a.conf", { files })).output).toBe(smooth);
  const several = await runIn("format a.conf b.conf", { files });
  expect(several.errors).toBe("kalint: 2 files cannot all go to standard output: give --write, --check or --diff.\n");
  expect([several.status, several.output]).toEqual([2, ""]);
});

test("--write writes what changes, keeps the mode, and lists it", async () => {
  const directory = folderOf({ "keepalived.conf": rough, "lb/keepalived.conf": smooth });
  chmodSync(join(directory, "keepalived.conf"), 0o640);
  const result = await runIn("format --write .", { directory });
  expect(result).toMatchObject({ status: 0, output: "keepalived.conf\n", errors: "" });
  expect(result.read("keepalived.conf")).toBe(smooth);
  expect(statSync(join(directory, "keepalived.conf")).mode & 0o777).toBe(0o640);
});

test("a Markdown document is no configuration, whatever its text looks like", async () => {
  const text = "Changes\n=======\n\n\n    vrrp_instance a {\n      priority 100\n    }\n";
  const { errors, status, read } = await runIn("format --write CHANGES.md", { files: { "CHANGES.md": text } });
  expect(errors).toBe("kalint: CHANGES.md: left as it is: this is a Markdown text, not a keepalived configuration\n");
  expect([status, read("CHANGES.md")]).toEqual([0, text]);
  const forced = await runIn("format --write --force CHANGES.md", { files: { "CHANGES.md": text } });
  expect(forced.read("CHANGES.md")).not.toBe(text);
});

test("--write keeps bytes that are no UTF-8", async () => {
  const before = Buffer.from(rough.replace("where", "\xe9\xff"), "latin1");
  const result = await runIn("format --write a.conf", { files: { "a.conf": before } });
  expect(result.readBytes("a.conf").toString("latin1")).toBe(smooth.replace("where", "\xe9\xff"));
  expect((await runIn("format a.conf", { files: { "a.conf": before } })).bytes).toEqual(result.readBytes("a.conf"));
});

test("--check lists what would change", async () => {
  const result = await runIn("format --check a.conf b.conf", { files: { "a.conf": rough, "b.conf": smooth } });
  expect(result).toMatchObject({
    status: 1,
    output: "a.conf\n",
    errors: "kalint: 1 file of 2 would change; kalint format --write writes them\n",
  });
  expect(result.read("a.conf")).toBe(rough);
  expect((await runIn("format --check b.conf", { files: { "b.conf": smooth } })).status).toBe(0);
});

test("--diff shows the change", async () => {
  const result = await runIn("format --diff a.conf", { files: { "a.conf": rough } });
  expect(result.status).toBe(1);
  expect(result.output).toBe(`--- a.conf
+++ a.conf
@@ -1,4 +1,4 @@
 vrrp_instance VI_1 {
-interface eth0   # where
-      priority 100
+    interface eth0  # where
+    priority 100
 }
`);
});

const template = "vrrp_instance web {\n  interface {{ interface }}\n}\n";
const unclosed = "vrrp_instance web {\n  virtual_ipaddress {\n}\n";
const conflict = "vrrp_instance web {\n<<<<<<< HEAD\n  priority 1\n=======\n  priority 2\n>>>>>>> b\n}\n";

describe("files that are left as they are, and the reason", () => {
  const cases: readonly [text: string, reason: string][] = [
    [template, "this is a template ('{{ interface }}' on line 2)"],
    [conflict, "merge-conflict marks ('<<<<<<<' on line 2)"],
    [unclosed, "the braces do not pair up: the '{' of line 2 is never closed"],
    ["vrrp_instance web {\n  }\n}\n", "the braces do not pair up: the '}' of line 2 closes nothing"],
    ["#!/bin/sh\n  echo  x\n", "this is a shell script, not a keepalived configuration"],
  ];
  test.each(cases)("%j", async (text, reason) => {
    const line = `kalint: keepalived.conf: left as it is: ${reason}\n`;
    const written = await runIn("format --write keepalived.conf", { files: { "keepalived.conf": text } });
    expect(written).toMatchObject({ status: 0, output: "", errors: line });
    expect(written.read("keepalived.conf")).toBe(text);
    const checked = await runIn("format --check keepalived.conf", { files: { "keepalived.conf": text } });
    const summary = "kalint: 0 files already formatted, 1 file left as it is\n";
    expect(checked).toMatchObject({ status: 0, output: "", errors: line + summary });
    const filtered = await runIn("format --stdin-filename keepalived.conf", { input: text });
    expect(filtered).toMatchObject({ status: 0, output: text, errors: line });
    expect((await runIn("format -q --write keepalived.conf", { directory: written.directory })).errors).toBe("");
  });

  test("a root block whose braces do not pair up; the others are laid out", async () => {
    const text = "global_defs {\n  router_id  a\n}\nvrrp_instance   web {\n  virtual_ipaddress {\n}\n";
    const after = "global_defs {\n    router_id a\n}\nvrrp_instance   web {\n  virtual_ipaddress {\n}\n";
    const reason = "the braces do not pair up: the '{' of line 5 is never closed";
    const written = await runIn("format --write a.conf", { files: { "a.conf": text } });
    expect(written.read("a.conf")).toBe(after);
    expect(written).toMatchObject({ errors: `kalint: a.conf: lines 4 to 6 stay as they are: ${reason}\n` });
    expect(await runIn("format --check a.conf", { files: { "a.conf": after } })).toMatchObject({ status: 0 });
  });

  test("lines with a problem of their own", async () => {
    const text = 'vrrp_instance web {\n  notify   "/bin/x\n  priority   1\n}\n';
    const result = await runIn("format a.conf", { files: { "a.conf": text } });
    expect(result.output).toBe('vrrp_instance web {\n  notify   "/bin/x\n    priority 1\n}\n');
    expect(result.errors).toBe("kalint: a.conf: line 2 stays as it is: its '\"' is never closed\n");
  });
});

describe(".editorconfig", () => {
  const files = (text: string, more = {}) => ({
    ".editorconfig": `root = true\n[*.conf]\n${text}`,
    "a.conf": rough,
    ...more,
  });
  const cases: readonly [text: string, expected: string][] = [
    ["indent_style = tab\n", smooth.replaceAll("    ", "\t")],
    ["indent_style = space\nindent_size = 2\n", smooth.replaceAll("    ", "  ")],
    ["end_of_line = crlf\n", smooth.replaceAll("\n", "\r\n")],
    ["[*.other]\nindent_size = 2\n", smooth],
    ["indent_size = many\nmax_blank_lines = -1\n", smooth],
  ];
  test.each(cases)("%j", async (text, expected) => {
    expect((await runIn("format a.conf", { files: files(text) })).output).toBe(expected);
  });

  test("is outweighed by kalint.json, and can be left aside", async () => {
    const both = files("indent_size = 2\nend_of_line = crlf\n", { "kalint.json": '{ "format": { "indent": 3 } }' });
    const expected = smooth.replaceAll("    ", "   ").replaceAll("\n", "\r\n");
    expect((await runIn("format a.conf", { files: both })).output).toBe(expected);
    const without = await runIn("format --no-editorconfig a.conf", { files: files("indent_size = 2\n") });
    expect(without.output).toBe(smooth);
  });
});

describe("--format gives each change as a finding with its fix", () => {
  const text = "vrrp_instance web {\n  state BACKUP\n\n\n    interface eth0\n    # \u4e2d\n   priority 1";

  test("rdjson: suggestions that replace whole lines", async () => {
    const result = await runIn("format --format rdjson a.conf", {
      files: { "a.conf": `${text}\n}\n`, "b.conf": smooth },
    });
    expect(result.status).toBe(1);
    const { diagnostics } = JSON.parse(result.output);
    expect(diagnostics.map((each: { suggestions: unknown }) => each.suggestions)).toEqual([
      [{ range: { start: { line: 2, column: 1 }, end: { line: 3, column: 1 } }, text: "    state BACKUP\n" }],
      [{ range: { start: { line: 4, column: 1 }, end: { line: 5, column: 1 } }, text: "" }],
      [{ range: { start: { line: 7, column: 1 }, end: { line: 8, column: 1 } }, text: "    priority 1\n" }],
    ]);
    expect(diagnostics[0]).toMatchObject({
      severity: "WARNING",
      code: { value: "format" },
      location: { range: { start: { line: 2, column: 1 }, end: { line: 2, column: 15 } } },
    });
  });

  test("SARIF: fixes; applied, they give the formatted text", async () => {
    const given = `${text}\n}`;
    const result = await runIn("format --format sarif=out.sarif a.conf", { files: { "a.conf": given } });
    const { results } = JSON.parse(result.read("out.sarif")).runs[0];
    const lines = given.split("\n").map((line) => `${line}\n`);
    for (const { fixes } of [...results].reverse()) {
      const [{ deletedRegion: at, insertedContent }] = fixes[0].artifactChanges[0].replacements;
      expect(at.startColumn).toBe(1);
      const end = at.endColumn === 1 ? at.endLine : at.endLine + 1;
      lines.splice(at.startLine - 1, end - at.startLine, insertedContent.text);
    }
    const formatted = await runIn("format a.conf", { directory: result.directory });
    expect(lines.join("")).toBe(formatted.output);
  });

  test("nothing for what is formatted", async () => {
    const result = await runIn("format --format github a.conf", { files: { "a.conf": smooth } });
    expect([result.status, result.output]).toEqual([0, ""]);
  });
});

describe("wrong usage", () => {
  const cases: readonly [commandLine: string, message: string][] = [
    ["format --write", "--write needs the files or directories to format"],
    ["format --check", "Standard input is empty: name the files or directories"],
    ["format --diff", "Standard input is empty: name the files or directories"],
    ["format --format json", "Standard input is empty: name the files or directories"],
    ["format --write -", "--write cannot write standard input"],
    ["format --write --check a.conf", "--write changes files, --check, --diff and --format only tell"],
    ["format none.conf", "none.conf: no such file or directory"],
  ];
  test.each(cases)("kalint %s", async (commandLine, message) => {
    const result = await runIn(commandLine, { files: { "a.conf": smooth } });
    expect(result.errors).toContain(`kalint: ${message}`);
    expect([result.status, result.output]).toEqual([2, ""]);
  });
});

describe("words are held against each other before anything is written", () => {
  const cases: readonly [before: string, after: string, same: boolean][] = [
    ["a  b\n", "a b\n", true],
    ["a b # c  \n", "a b # c\n", true],
    ["a b\n", "a c\n", false],
    ["a b\n", "ab\n", false],
    ["a { b }\n", "a { b\n", false],
    ["a # b\n", "a # c\n", false],
    ['a "b  c"\n', 'a "b c"\n', false],
    ["include \t a.conf\n", "include a.conf\n", true],
    ["include vi  1.conf\n", "include vi 1.conf\n", false],
    ["include a.conf\n", "includer a.conf\n", false],
    ["a # b\n# c\n{ d }\n", "a { # b\n# c\nd }\n", true],
    ["a # b\n{ c }\n", "a { c # b\n}\n", false],
    ["a # b\n# c\n{ d }\n", "a { # c\n# b\nd }\n", false],
    ["a { # b\nc }\n", "a { c } # b\n", false],
  ];
  test.each(cases)("%j and %j", (before, after, same) => {
    expect(sameWords(before, after)).toBe(same);
    const around = (text: string) => `k  v # w\n$A=b\n${text}\n# x\ny { z }\n`;
    expect(sameWords(around(before), around(after))).toBe(same);
  });
  test("a line that goes on belongs to the one before it", () => {
    expect(sameWords("$A=b \\\n  c  d\n", "$A=b \\\nc d\n")).toBe(true);
    expect(sameWords("$A=b \\\n c\nd\n", "$A=b \\\n c d\n")).toBe(false);
  });
});

test("another program's text is formatted with --force alone, a torn merge never", async () => {
  const nginx = "server {\nlisten 80;\n}\n";
  const torn = `<<<<<<< HEAD\n${rough}=======\n>>>>>>> other\n`;
  const directory = folderOf({ "nginx.conf": nginx, "torn.conf": torn });
  const left = await runIn("format --write nginx.conf", { directory });
  expect([left.status, left.read("nginx.conf")]).toEqual([0, nginx]);
  const forced = await runIn("format --write --force nginx.conf torn.conf", { directory });
  expect(forced.read("nginx.conf")).toBe("server {\n    listen 80;\n}\n");
  expect(forced.read("torn.conf")).toBe(torn);
});
