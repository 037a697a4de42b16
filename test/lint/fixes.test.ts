import { applyFixes, type Fix } from "@kalint/lint";
import { describe, expect, test } from "vitest";

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
