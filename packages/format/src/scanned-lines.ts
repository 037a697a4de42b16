import { type Token, tokenize } from "@kalint/syntax";
import { OrderedLine, orderedLine } from "./ordered-line.js";

/** A line of a text whose braces pair up for certain. */
export type ScannedLine = OrderedLine | TokenLine;

export interface TokenLine {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** For each token the number of blocks around it. */
  readonly depths: ArrayLike<number>;
}

/** Deeper blocks are a problem to the parser. */
const deepestLevel = 64;

/**
 * The lines of a text, read without a token for each word: most lines of most texts need none. `undefined` where it takes the
 * whole reading to say how deep a line is: braces that do not pair up, what may be the header of a root block within another block,
 * definitions that may go on, strings without an end.
 */
export function scannedLines(text: string, rootBlocks: ReadonlySet<string>): readonly ScannedLine[] | undefined {
  if (text.includes("\\")) return undefined;
  // Most lines begin with another letter, and are not looked up.
  const letters = new Set(Array.from(rootBlocks, (word) => word.charCodeAt(0)));
  const isRootBlock = (first: number, last: number) =>
    letters.has(text.charCodeAt(first)) && rootBlocks.has(firstWord(text, first, last));
  const lines: ScannedLine[] = [];
  let depth = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    let end = feed === -1 ? text.length : feed;
    while (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
    const line = orderedLine(text, start, end, depth) ?? tokenLine(text, start, end, depth);
    if (line === undefined || isDoubtful(text, line, isRootBlock)) return undefined;
    depth = depthBehind(line, depth);
    // The last line end is no line of its own.
    if (feed !== -1 || end > start) lines.push(line);
    start = feed === -1 ? text.length : feed + 1;
  }
  return depth === 0 ? lines : undefined;
}

function isDoubtful(text: string, line: ScannedLine, isRootBlock: (first: number, last: number) => boolean): boolean {
  if (line instanceof OrderedLine) {
    const { depth, first, last } = line;
    if (depth < 0 || depth >= deepestLevel) return true;
    return depth > 0 && isRootBlock(first, last);
  }
  return line.tokens.some(({ kind, start, end }, at) => {
    const depth = line.depths[at]!;
    if (kind === "string") return end - start === 1 || text[end - 1] !== '"';
    return depth < 0 || depth >= deepestLevel || (depth > 0 && kind === "word" && isRootBlock(start, end));
  });
}

function firstWord(text: string, first: number, last: number): string {
  let end = first;
  while (end < last && text.charCodeAt(end) !== 0x20) end++;
  return text.slice(first, end);
}

function depthBehind(line: ScannedLine, before: number): number {
  if (line instanceof OrderedLine) return line.ends === "open" ? line.depth + 1 : line.depth;
  return line.tokens.reduce(
    (depth, { kind }) => (kind === "open" ? depth + 1 : kind === "close" ? depth - 1 : depth),
    before,
  );
}

function tokenLine(text: string, start: number, end: number, before: number): TokenLine {
  const tokens = start < end ? tokenize(text, start, end) : [];
  let depth = before;
  const depths = tokens.map(({ kind }) => {
    if (kind === "close") return --depth;
    return kind === "open" ? depth++ : depth;
  });
  return { start, end, tokens, depths };
}
