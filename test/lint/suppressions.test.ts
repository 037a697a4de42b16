import { parse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { covers, lastLineOf, suppressionsOf } from "../../packages/lint/src/suppressions.js";

const rules = ["unknown-keyword", "invalid-argument", "duplicate-keyword"];
const texts = [
  "# kalint-disable unknown-keyword\na\n# kalint-enable unknown-keyword\nb\n",
  "# kalint-disable unknown-keyword\na\n# kalint-enable invalid-argument\nb\n",
  "# kalint-disable unknown-keyword, invalid-argument\na\n# kalint-enable invalid-argument\nb\n# kalint-enable unknown-keyword\nc\n",
  "# kalint-disable unknown-keyword, invalid-argument\na\n# kalint-enable unknown-keyword\nb\n# kalint-enable\nc\n",
  "# kalint-disable\na\n# kalint-enable unknown-keyword\nb\n# kalint-enable\nc\n",
  "# kalint-disable\na\n# kalint-enable unknown-keyword\nb\n",
  "a\n# kalint-disable-next-line unknown-keyword\nb\nc # kalint-disable-line\n# kalint-disable-file duplicate-keyword\n",
];

test.each(texts)("the last line of a suppression is the last that it covers for any rule: %j", (text) => {
  const lines = text.split("\n").map((_, line) => line);
  const suppressions = suppressionsOf(text, () => parse(text));
  expect(suppressions).not.toEqual([]);
  for (const each of suppressions) {
    const covered = lines.filter((line) => rules.some((rule) => covers(each, line, rule)));
    expect(lastLineOf(each)).toBe(covered.at(-1));
  }
});
