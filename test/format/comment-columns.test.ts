// Columns of comments move with what is in front of them, and may meet where they moved to: a second run changes nothing all the same.
import { applyEdits, type FormatOptions, formatText, formatTree, readForLayout } from "@kalint/format";
import { expect, test } from "vitest";
import { type RandomSource, randomSource } from "../support/random-text.js";

const options: readonly FormatOptions[] = [
  {},
  { indent: "tab" },
  { indent: 2, braces: "next-line" },
  { indent: 8, comments: "keep" },
  { align: "always" },
];

test.each([
  ["a letter", "é", 1],
  ["a combining sign", "e\u0300", 1],
  ["a sign that joins", "e\u200d", 1],
  ["a wide letter", "日", 2],
  ["a wide sign of two units", "😀", 2],
  ["a narrow letter of two units", "𐀀", 1],
  ["the last of one unit", "\uffffx", 2],
])("%s takes its columns", (_, sign, columns) => {
  const laidOut = (word: string) => formatText(`a ${word}   # c\nbbbbbbbbbbbbb   # d\n`, { align: "always" });
  const blanksIn = (text: string) => / +(?=# c)/.exec(text)![0].length;
  expect(blanksIn(laidOut(sign))).toBe(blanksIn(laidOut("x".repeat(columns))));
  expect(blanksIn(laidOut("x"))).not.toBe(blanksIn(laidOut("xx")));
});

const statements = [
  "a",
  "bbb",
  "c  d",
  "router_id web",
  "state  MASTER",
  "优先级 1",
  "@id e f",
  "@x g",
  'h "i  j"',
  "k $V",
];
const comments = ["# c", "#注释", "! d", "# a {"];
const ownComments = ["# below", "#x {", "#}", "# a   # b", "#    y   # z"];

/** Lines with comments in, beside and nowhere near three columns, at all depths, indented with blanks and tabs. */
function commentedLines(random: RandomSource): string {
  const { below, pick } = random;
  const columns = [10 + below(30), 12 + below(30), 10 + below(40)];
  const width = pick([2, 4, 5, 8]);
  const hasTabs = below(4) === 0;
  const lines: string[] = [];
  let depth = 0;
  const trailing = (line: string): string => {
    if (below(6) === 0) return line;
    if (hasTabs && below(3) === 0) return `${line}${"\t".repeat(1 + below(3))}${pick(comments)}`;
    const end = widthOf(line);
    const gap = below(3) === 0 ? 1 + below(8) : pick(columns) + pick([0, 0, 0, 1, -1, 2, -2, 3]) - end;
    return `${line}${" ".repeat(Math.max(1, gap))}${pick(comments)}`;
  };
  for (let at = 3 + below(12); at > 0; at--) {
    const indent = hasTabs ? "\t".repeat(depth) : " ".repeat(below(6) === 0 ? below(12) : depth * width);
    const kind = below(20);
    if (kind === 0) lines.push("");
    else if (kind === 1) lines.push(`${" ".repeat(pick(columns))}${pick(ownComments)}`);
    else if (kind === 2 && depth > 0) {
      depth--;
      lines.push(trailing(`${indent}}`));
    } else if (kind === 3) {
      depth++;
      lines.push(trailing(`${indent}${pick(statements)} {`));
    } else lines.push(trailing(`${indent}${pick(statements)}${kind === 4 ? " { l }" : ""}`));
  }
  return [...lines, ..."}".repeat(depth), ""].join("\n");
}

function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) width += sign === "\t" ? 8 - (width % 8) : sign > "\u2e80" ? 2 : 1;
  return width;
}

test.each(options)("with %j", (given) => {
  const random = randomSource(5);
  let changed = 0;
  for (let at = 0; at < 400; at++) {
    const text = commentedLines(random);
    const { edits, obstacle } = formatTree(readForLayout(text, {}), given);
    expect(obstacle, text).toBeUndefined();
    const laidOut = applyEdits(text, edits);
    expect(formatTree(readForLayout(laidOut, {}), given).edits, text).toEqual([]);
    if (laidOut !== text) changed++;
  }
  expect(changed).toBeGreaterThan(350);
});
