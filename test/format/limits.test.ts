// The daemon reads at most 1022 bytes of a line: no layout makes a line longer than that which was not before.

import { type FormatOptions, formatText } from "@kalint/format";
import { expect, test } from "vitest";
import { type RandomSource, randomSource } from "../support/random-text.js";

const limit = 1022;

const options: readonly FormatOptions[] = [
  {},
  { align: "always" },
  { braces: "next-line", indent: 8 },
  { oneLineBlocks: "open", indent: "tab" },
  { trimTrailingBlanks: false, comments: "keep" },
];

const letters = ["x", "é", "备", "😀"];

/** Blocks whose lines are about as long as the daemon reads, in words, strings and comments, with blanks of all kinds between them. */
function longLines(random: RandomSource): string {
  const gap = () => random.pick([" ", " ", "  ", "\t", "       "]);
  const fill = (bytes: number) => {
    const letter = random.pick(letters);
    return letter.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(letter))));
  };
  const line = () => {
    const bytes = 960 + random.below(80);
    const part = Math.floor(bytes / (1 + random.below(4)));
    let written = random.pick(["", "    ", "@a ", "\t"]) + random.pick(["script", "a", "b"]);
    while (Buffer.byteLength(written) + part < bytes)
      written += gap() + random.pick([fill(part), `"${fill(part - 2)}"`]);
    const rest = bytes - Buffer.byteLength(written);
    if (rest > 4) written += gap() + random.pick([`# ${fill(rest - 4)}`, fill(rest - 2), `{ b ${fill(rest - 10)} }`]);
    return written + random.pick(["", "", " ", " {\n c 1\n}"]);
  };
  const lines = () => Array.from({ length: 1 + random.below(4) }, line).join("\n");
  return `g {\n h {\n${lines()}\n }\n${lines()}   # c\n i   1     # d\n i   22    # ${fill(random.below(990))}\n}\n`;
}

test.each(options)("with %j", (given) => {
  const random = randomSource(11);
  let long = 0;
  for (let at = 0; at < 150; at++) {
    const text = longLines(random);
    const before = new Set(text.split("\n"));
    const after = formatText(text, given).split("\n");
    const longer = after.filter((line) => Buffer.byteLength(line) > limit);
    expect(longer.filter((line) => !before.has(line))).toEqual([]);
    long += after.filter((line) => Buffer.byteLength(line) > limit - 20).length;
  }
  expect(long).toBeGreaterThan(100);
});
