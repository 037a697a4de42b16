import { applyEdits, type FormatOptions, formatOnType, formatRange } from "@kalint/format";
import { parse } from "@kalint/syntax";
import { describe, expect, test } from "vitest";
import { rootBlocksForTests } from "../support/check-syntax.js";

const tree = (text: string) => parse(text, { rootBlocks: rootBlocksForTests });

/** `‹` and `›` mark the range. */
const ranges: readonly (readonly [why: string, text: string, expected: string])[] = [
  ["the lines of the range alone", "a {\n b\n ‹c›\n d\n}\n", "a {\n b\n    c\n d\n}\n"],
  ["an empty range is its line", "a {\n b\n c‹›\n}\n", "a {\n b\n    c\n}\n"],
  ["several lines", "a {\n ‹b\n c›\n d\n}\n", "a {\n    b\n    c\n d\n}\n"],
  ["a brace that moves over a comment goes whole", "a ‹# b›\n# c\n{\n    d\n}\n", "a { # b\n# c\n    d\n}\n"],
  ["and from its other end", "a # b\n# c\n‹{›\n    d\n}\n", "a { # b\n# c\n    d\n}\n"],
  ["nothing where braces do not pair up", "a {\n ‹b›\n", "a {\n b\n"],
];

describe("a range", () => {
  test.each(ranges)("%s", (_why, marked, expected) => {
    const start = marked.indexOf("‹");
    const end = marked.indexOf("›") - 1;
    const text = marked.replace(/[‹›]/g, "");
    expect(applyEdits(text, formatRange(tree(text), { start, end }))).toBe(expected);
  });
});

/** `|` is the cursor, behind what was typed. */
const typed: readonly (readonly [why: string, text: string, expected: string, options?: FormatOptions])[] = [
  ["a new line in a block", "a {\n|\n}\n", "a {\n    \n}\n"],
  ["in a block that is not closed yet", "a {\n|", "a {\n    "],
  ["in an inner block", "a {\n    b {\n|\n    }\n}\n", "a {\n    b {\n        \n    }\n}\n"],
  ["with a tab", "a {\n|", "a {\n\t", { indent: "tab" }],
  ["behind a block", "a {\n}\n|", "a {\n}\n"],
  ["the line before is laid out", "a {\n  b   c\n|\n}\n", "a {\n    b c\n    \n}\n"],
  ["a line that was split", "a {\n    b\n|c\n}\n", "a {\n    b\n    c\n}\n"],
  ["between two braces", "a {\n|}\n", "a {\n}\n"],
  [
    "below an unclosed root block",
    "vrrp_instance a {\nvrrp_instance b {\n|",
    "vrrp_instance a {\nvrrp_instance b {\n    ",
  ],
  ["a brace goes below its keyword", "a {\n    b {\n        }|\n}\n", "a {\n    b {\n    }\n}\n"],
  ["a brace while others are missing", "a {\n    b {\n        c\n        }|", "a {\n    b {\n        c\n    }"],
  ["a brace behind words stays", "a {\n  b }|\n", "a {\n  b }\n"],
  ["a definition's lines are its text", "$A=b \\\n|  c\n", "$A=b \\\n  c\n"],
  ["switched off", "a {\n# kalint-format off\n|b\n", "a {\n# kalint-format off\nb\n"],
  ["a brace in a comment is none", "a { # }\n|", "a { # }\n    "],
];

describe("on typing", () => {
  for (const [why, marked, expected, options] of typed) {
    test(why, () => {
      const offset = marked.indexOf("|");
      const text = marked.replace("|", "");
      const key = text[offset - 1] === "}" ? "}" : "\n";
      const edits = formatOnType(tree(text), offset, key, options);
      expect(applyEdits(text, edits)).toBe(expected);
      for (const edit of edits) expect(text.slice(edit.start, edit.end)).not.toBe(edit.text);
    });
  }
});
