import { applyFixes, type Example, type Fix, rules } from "@kalint/lint";
import { describe, expect, test } from "vitest";
import { lintFiles } from "./support.js";

const fix = (safe: boolean, ...edits: readonly [start: number, end: number, text: string][]): Fix => ({
  title: "",
  safe,
  edits: edits.map(([start, end, text]) => ({ file: "a", start, end, text })),
});

describe("applyFixes", () => {
  test.each<[string, readonly Fix[], boolean, string]>([
    ["nothing", [], false, "abcdef"],
    ["a replacement", [fix(true, [1, 3, "XY!"])], false, "aXY!def"],
    ["several edits of one fix", [fix(true, [0, 1, "A"], [5, 6, "F"])], false, "AbcdeF"],
    ["an insertion at the end", [fix(true, [6, 6, "!"])], false, "abcdef!"],
    ["fixes in any order", [fix(true, [4, 5, "E"]), fix(true, [0, 1, "A"])], false, "AbcdEf"],
    ["an unsafe fix only where asked for", [fix(false, [0, 1, "A"])], false, "abcdef"],
    ["an unsafe fix", [fix(false, [0, 1, "A"])], true, "Abcdef"],
    ["of two that overlap the first", [fix(true, [1, 4, "X"]), fix(true, [3, 5, "Y"])], false, "aXef"],
    ["of two insertions at one place the first", [fix(true, [2, 2, "X"]), fix(true, [2, 2, "Y"])], false, "abXcdef"],
    ["the same edit of two fixes once", [fix(true, [1, 2, "X"]), fix(true, [1, 2, "X"], [4, 5, "Y"])], false, "aXcdYf"],
    ["a fix whole or not at all", [fix(true, [2, 4, "X"]), fix(true, [0, 1, "A"], [3, 5, "Y"])], false, "AbcYf"],
  ])("%s", (_name, fixes, unsafe, expected) => {
    expect(applyFixes("abcdef", fixes, { unsafe })).toBe(expected);
  });
});

/** The example's first file after its safe fixes, and how often that took. */
function fixAll({ files, target }: Example): { readonly text: string; readonly rounds: number } {
  const texts = typeof files === "string" ? { "keepalived.conf": files } : files;
  const [path, others] = [Object.keys(texts)[0]!, texts];
  let text = others[path]!;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const { diagnostics } = lintFiles({ ...others, [path]: text }, target ? { target } : {});
    const fixes = diagnostics
      .filter(({ place }) => place.file === path)
      .flatMap((diagnostic) => diagnostic.fixes ?? [])
      .filter((each) => each.safe);
    if (fixes.length === 0) return { text, rounds };
    text = applyFixes(text, fixes);
  }
  throw new Error("the fixes never end");
}

const examples = rules.flatMap((rule) =>
  rule.bad.map((example, index): [string, Example] => [`${rule.id} ${index}`, example]),
);

describe("safe fixes of the bad examples", () => {
  test.each(examples)("%s: leave nothing to fix and bring nothing new", (_name, example) => {
    const before = new Set(
      lintFiles(example.files, example.target ? { target: example.target } : {}).diagnostics.map(({ rule }) => rule),
    );
    const { text } = fixAll(example);
    const files =
      typeof example.files === "string" ? text : { ...example.files, [Object.keys(example.files)[0]!]: text };
    const after = lintFiles(files, example.target ? { target: example.target } : {}).diagnostics.map(
      ({ rule }) => rule,
    );
    expect(after.filter((rule) => !before.has(rule))).toEqual([]);
  });
});
