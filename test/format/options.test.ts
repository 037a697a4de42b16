import { type FormatOptions, formatEdits, formatText } from "@kalint/format";
import { parse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { checkFormat } from "../support/check-format.js";

test.each([
  [{}, "a {\n    b\n\n    c\n}\n"],
  [{ indent: 2 }, "a {\n  b\n\n  c\n}\n"],
  [{ indent: "tab" }, "a {\n\tb\n\n\tc\n}\n"],
  [{ blankLines: 0 }, "a {\n    b\n    c\n}\n"],
  [{ blankLines: 2, indent: 0 }, "a {\nb\n\n\nc\n}\n"],
] as const)("options %j", (options, expected) => {
  expect(checkFormat("a{b\n\n\n\nc}", options)).toBe(expected);
});

test("a text that is as it should be needs no edit", () => {
  expect(formatEdits(parse("a {\n    b # c\n}\n"))).toEqual([]);
  expect(formatEdits(parse(""))).toEqual([]);
});

test("edits touch only what changes", () => {
  expect(formatEdits(parse("a {\n  b\n    c  d\n}\n"))).toEqual([
    { start: 6, end: 6, text: "  " },
    { start: 14, end: 15, text: "" },
  ]);
});

test("a brace is lifted over a comment by two small edits", () => {
  expect(formatEdits(parse("a # c\n{\n    b\n}\n"))).toEqual([
    { start: 2, end: 2, text: "{ " },
    { start: 6, end: 8, text: "" },
  ]);
});

test("line ends stay as they are, and new ones are like the first", () => {
  expect(formatText("a {\r\nb\nc d }")).toBe("a {\r\n    b\n    c d\r\n}\r\n");
});

test.each([
  [{ indent: -1 }, RangeError, 'indent is a whole number from 0 to 16 or "tab", not -1'],
  [{ indent: 3.5 }, RangeError, 'indent is a whole number from 0 to 16 or "tab", not 3.5'],
  [{ indent: "4" }, TypeError, 'indent is a number or "tab", not "4"'],
  [{ blankLines: -1 }, RangeError, "blankLines is a whole number from 0 to 100, not -1"],
  [{ align: "left" }, RangeError, 'align is one of "keep", "none", "always", not "left"'],
  [{ lineEnding: "cr" }, RangeError, 'lineEnding is one of "keep", "lf", "crlf", not "cr"'],
])("%j is refused", (options, kind, message) => {
  const format = () => formatText("a\n", options as FormatOptions);
  expect(format).toThrow(kind);
  expect(format).toThrow(message);
});

test("what cannot be laid out in a stable way is left alone", () => {
  const rootBlocks = new Set(["a"]);
  const text = "# kalint-format off\n    a {\n# kalint-format on\n        a {\n}\n}\n";
  expect(formatText(text, { rootBlocks })).toBe(text);
});
