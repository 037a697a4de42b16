// Most lines are laid out without an object for each of their words; what comes out is the same as with one.
import { readFileSync } from "node:fs";
import { formatTree, readForLayout } from "@kalint/format";
import { parse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { layOutLines } from "../../packages/format/src/layout.js";
import { type SourceLine, sourceLines } from "../../packages/format/src/lines.js";
import { type FormatOptions, styleOf } from "../../packages/format/src/options.js";
import { OrderedLine } from "../../packages/format/src/ordered-line.js";
import { rootBlocksForTests } from "../support/check-syntax.js";
import { configurationFiles } from "../support/fixtures.js";
import { randomSource, tokenSoup, untidyText } from "../support/random-text.js";

const options: readonly FormatOptions[] = [
  {},
  { align: "always" },
  { align: "none", indent: "tab" },
  { braces: "next-line", indent: 2, blankLines: 0 },
  { braces: "keep", comments: "keep", oneLineBlocks: "open", lineEnding: "crlf" },
  { finalNewline: false, trimTrailingBlanks: false, lineEnding: "lf" },
];

/** The line with its words, as those are that tie something down. */
function opened({ kind, start, end, tokens }: SourceLine): SourceLine {
  return { kind, start, end, tokens };
}

/** Blanks, line ends and comments where nobody would write them. */
function shaken(text: string, seed: number): string {
  const { below } = randomSource(seed);
  return text.replace(/[ \n{}]/g, (sign) => {
    const number = below(40);
    if (sign === " ") return ["  ", "\t", "    ", "\n", " # c ", "   "][number] ?? sign;
    if (sign === "\n") return ["\n\n\n", " ", "\r\n", "  # 注释 x\n", " \n"][number] ?? sign;
    return ["", ` ${sign}\n`, `\n${sign} `][number] ?? sign;
  });
}

const random = randomSource(7);
const fixtures = configurationFiles().map((path) => readFileSync(path, "utf8"));
const texts = [
  ...fixtures.flatMap((text, at) => [text, shaken(text, at + 1)]),
  ...Array.from({ length: 200 }, () => [tokenSoup(random), untidyText(random)]).flat(),
];

test("with and without objects; each text with one of the styles", () => {
  let ordered = 0;
  for (const [at, text] of texts.entries()) {
    const tree = parse(text);
    const style = styleOf(options[at % options.length]!);
    const lines = sourceLines(tree, style.indent.length);
    ordered += lines.filter((line) => line instanceof OrderedLine).length;
    const plain = sourceLines(tree, style.indent.length).map(opened);
    expect(layOutLines(text, lines, style), text).toEqual(layOutLines(text, plain, style));
  }
  expect(ordered).toBeGreaterThan(10_000);
});

test("a text whose braces pair up comes out the same without its tokens", () => {
  const vocabulary = { rootBlocks: rootBlocksForTests };
  let scanned = 0;
  for (const [at, text] of texts.entries()) {
    const source = readForLayout(text, vocabulary);
    if (source.lines === undefined) continue;
    scanned++;
    const tree = parse(text, vocabulary);
    const given = options[at % options.length]!;
    expect(tree.problems, text).toEqual([]);
    expect(formatTree(source, given), text).toEqual(formatTree(tree, given));
  }
  expect(scanned).toBeGreaterThan(500);
});
