import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, rules } from "@kalint/lint";
import { newestVersion, type Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { complaintsOf, type Files, type Fixed, fixAll } from "../support/fix-all.js";
import { splitFiles } from "../support/marks.js";

/** What a finding is, wherever it has moved to. */
const nameOf = ({ rule, message, place }: Diagnostic) =>
  `${place.file} ${rule}: ${message.replace(/\bline \d+/g, "line …")}`;

/**
 * After the fixes nothing is left that could be fixed, nothing new is found, and a second run changes nothing.
 * Only where a misspelt word is corrected the daemon reads what it did not read before, and may find more.
 */
function checkFixes(files: Files, target: Version = newestVersion): Fixed {
  const fixed = fixAll(files, false, target);
  const { before, after, texts } = fixed;
  // What only follows from another mistake is left until that one is corrected.
  const left = after.filter(({ fixes = [], causedBy }) => causedBy === undefined && fixes.some(({ safe }) => safe));
  expect(left.map(nameOf)).toEqual([]);
  const corrected = before.some(({ rule, fixes = [] }) => rule === "unknown-keyword" && fixes.some(({ safe }) => safe));
  if (!corrected) bringsNothingNew(before, after);
  // What nothing changed is the first run again.
  if (Object.entries(files).some(([path, text]) => texts[path] !== text))
    expect(fixAll(texts, false, target).texts).toEqual(texts);
  return fixed;
}

function bringsNothingNew(before: readonly Diagnostic[], after: readonly Diagnostic[]): void {
  const known = new Set(before.map(nameOf));
  expect(after.map(nameOf).filter((name) => !known.has(name))).toEqual([]);
}

const examples = rules.flatMap((rule) =>
  rule.bad.map((example, index): [string, Files, Version | undefined] => [
    `${rule.id} ${index + 1}`,
    typeof example.files === "string" ? { "keepalived.conf": example.files } : example.files,
    example.target,
  ]),
);

describe("safe fixes settle on every bad example", () => {
  test.each(examples)("%s", (_, files, target) => {
    const { before, after } = checkFixes(files, target);
    // A corrected word may bring findings, and in no example those of another rule.
    const known = new Set(before.map(({ rule }) => rule));
    expect(after.map(({ rule }) => rule).filter((rule) => !known.has(rule))).toEqual([]);
  });
});

const fixtures = join(import.meta.dirname, "../../fixtures/lint");
const names = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".conf"));

describe("safe fixes settle on every fixture", () => {
  test.each(names)("%s", (name) => {
    const text = readFileSync(join(fixtures, name), "utf8");
    const target = /^# target (\S+)$/m.exec(text)?.[1] as Version | undefined;
    checkFixes(splitFiles(text, "keepalived.conf"), target);
  });
});

const fixed = (text: string, target: Version = newestVersion, unsafe = false) =>
  fixAll({ "keepalived.conf": text }, unsafe, target).texts["keepalived.conf"]!;

/** The single files among them that have something to fix, before and after: they can be put together and rewritten. */
const rewritten = examples.flatMap(([name, files, target]) => {
  const [path, ...others] = Object.keys(files);
  const text = files[path!]!;
  const after = others.length > 0 ? text : fixed(text, target, true);
  return after === text ? [] : [{ name, text, target, after }];
});

test("fixes keep line ends, and a missing one at the end; unsafe ones too", () => {
  const changed = (text: string) => text.replace(/\n+$/, "").replaceAll("\n", "\r\n");
  expect(rewritten.length).toBeGreaterThan(40);
  for (const { name, text, target, after } of rewritten)
    expect([name, fixed(changed(text), target, true)]).toEqual([name, changed(after)]);
});

test("a comment without use that is taken away leaves the word before which it stands", () => {
  const text = "# kalint-disable-file invalid-argument\n\uFEFF\nglobal_defs {\n}\n";
  expect(fixed(text)).toBe("\n\uFEFF\nglobal_defs {\n}\n");
});

test("a byte order mark is taken away, and what follows is mended too", () => {
  const text = "\uFEFFvrrp_script check {\r\n    intervall 2\r\n    script /bin/true\r\n}";
  expect(fixed(text)).toBe("vrrp_script check {\r\n    interval 2\r\n    script /bin/true\r\n}");
});

test.each([
  ["an instance without inst, which 1.3.5 takes only like this", "lvs_sync_daemon eth0 V", "1.3.5", false],
  ["a keyword that is right, with a value out of range", "vrrp_garp_intervall 5000", "2.4.3", true],
] as const)("no fix brings a complaint of the target: %s", (_, line, target, unsafe) => {
  const text = `global_defs {\n    ${line}\n}\n`;
  const files = { "keepalived.conf": text };
  expect(complaintsOf(fixAll(files, unsafe, target).texts, target)).toBeLessThanOrEqual(complaintsOf(files, target));
  if (target === "1.3.5") expect(fixed(text, target)).toBe(text);
});

test.each(["d_instance\n", "virtual ::{-fallback\n"])(
  "where the first fix is refused, the next is judged: %j",
  (text) => {
    const { after, texts } = fixAll({ "keepalived.conf": text }, true, newestVersion);
    expect(after.filter(({ causedBy, fixes = [] }) => causedBy === undefined && fixes.length > 0)).toEqual([]);
    expect(fixAll(texts, true, newestVersion).texts).toEqual(texts);
  },
);

test.each([
  ["on its line", "    virtual_ipaddress { {\n", "    virtual_ipaddress {\n"],
  ["on the next", "    virtual_ipaddress {\n{\n", "    virtual_ipaddress {\n"],
  [
    "behind a word that takes none",
    "    priority 100 {\n{\n    virtual_ipaddress {\n",
    "    priority 100 {\n    virtual_ipaddress {\n",
  ],
])("a second { goes: %s", (_, before, after) => {
  const instance = (lines: string) => `vrrp_instance V {\n    state BACKUP\n${lines}        192.0.2.10\n    }\n}\n`;
  expect(fixed(instance(before), newestVersion, true)).toBe(instance(after));
});

test("a block in the literal of a YAML file is closed within the literal", () => {
  const text = "data:\n  keepalived.conf: |\n    vrrp_script chk {\n      script /usr/bin/true\n";
  const { texts, repeated } = fixAll({ "keepalived.conf": text }, true, newestVersion);
  expect([texts, repeated]).toEqual([{ "keepalived.conf": `${text}    }\n` }, []]);
});
