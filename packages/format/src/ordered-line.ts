import { tokenize } from "@kalint/syntax";
import type { PlacedToken, SourceLine } from "./lines.js";

/**
 * A plain line that holds one statement with one blank between its words, perhaps with its `{`, or a `}` alone. Most lines of
 * most texts are such lines, so that there is no object for each of their words until somebody asks for them.
 */
export class OrderedLine implements SourceLine {
  private placed: readonly PlacedToken[] | undefined = undefined;

  constructor(
    private readonly text: string,
    readonly start: number,
    readonly end: number,
    /** Without the blanks at both ends. */
    readonly first: number,
    readonly last: number,
    readonly depth: number,
    readonly ends: "word" | "open" | "close",
    /** Words and brace. */
    readonly parts: number,
  ) {}

  get kind(): "plain" {
    return "plain";
  }

  get tokens(): readonly PlacedToken[] {
    this.placed ??= this.placedTokens();
    return this.placed;
  }

  private placedTokens(): readonly PlacedToken[] {
    const { depth, start: lineStart, end: lineEnd } = this;
    return tokenize(this.text, lineStart, lineEnd)
      .filter(({ kind }) => kind !== "blank")
      .map(({ kind, start, end }) => {
        return { kind, start, end, depth, guarded: false, held: false, lineStart, lineEnd, gap: "", free: false };
      });
  }
}

/** The line, where a look at each of its signs says that it is an ordered one. */
export function orderedLine(text: string, start: number, end: number, depth: number): OrderedLine | undefined {
  const first = blankEnd(text, start, end);
  const sign = text.charCodeAt(first);
  if (first === end || sign === atSign || (first === 0 && sign === byteOrderMark)) return undefined;
  let last = first;
  let parts = 0;
  let ends: OrderedLine["ends"] = "word";
  if (sign === closeBrace) {
    ends = "close";
    last++;
    parts++;
  }
  for (let at = first; ends === "word"; at = last + 1) {
    const code = text.charCodeAt(at);
    if (code === openBrace && parts > 0) {
      ends = "open";
      last = at + 1;
    } else {
      last = code === quote ? stringEnd(text, at, end) : wordEnd(text, at, end);
      if (last === -1) return undefined;
    }
    parts++;
    if (last + 1 >= end || text.charCodeAt(last) !== space || isBlank(text.charCodeAt(last + 1))) break;
  }
  if (blankEnd(text, last, end) < end) return undefined;
  return new OrderedLine(text, start, end, first, last, ends === "close" ? depth - 1 : depth, ends, parts);
}

/** Of the characters below 128: 1 ends a word, 2 makes something else of it or ties its line down, 3 may begin `include`. */
const classes = new Uint8Array(128);
classes.fill(2, 0, 0x20);
for (const sign of '\t {}"') classes[sign.charCodeAt(0)] = 1;
for (const sign of "#!$'~\\") classes[sign.charCodeAt(0)] = 2;
classes["i".charCodeAt(0)] = 3;

/** Where the word that begins at `start` ends, or -1 where it is more than a plain one. */
function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code] : 0;
    if (kind === 0) continue;
    if (kind === 1) break;
    if (kind === 2 || text.startsWith("include", at)) return -1;
  }
  return at === start ? -1 : at;
}

function stringEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    const kind = code < 128 ? classes[code] : 0;
    if (kind === 3 ? text.startsWith("include", at) : kind === 2 && code !== hash && code !== bang) return -1;
  }
  return -1;
}

function blankEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

const tab = 0x09;
const space = 0x20;
const bang = 0x21;
const quote = 0x22;
const hash = 0x23;
const atSign = 0x40;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const byteOrderMark = 0xfeff;
