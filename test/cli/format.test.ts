import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sameWords } from "../../packages/cli/src/format/same-words.js";
import { folderOf, runIn } from "./command.js";

const rough = "vrrp_instance VI_1 {\ninterface eth0   # where\n      priority 100\n}\n";
const smooth = "vrrp_instance VI_1 {\n    interface eth0 # where\n    priority 100\n}\n";

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
+    interface eth0 # where
+    priority 100
 }
`);
});

describe("wrong usage", () => {
  const cases: readonly [commandLine: string, message: string][] = [
    ["format --write", "--write needs the files or directories to format"],
    ["format --write -", "--write cannot write standard input"],
    ["format --write --check a.conf", "--write changes files, --check and --diff only tell"],
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
  ];
  test.each(cases)("%j and %j", (before, after, same) => {
    expect(sameWords(before, after)).toBe(same);
  });
});
