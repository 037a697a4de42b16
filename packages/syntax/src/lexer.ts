import { type CustomPatternMatcherReturn, createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import {
  blankEnd,
  conditionEnd,
  definitionEnd,
  includePathStart,
  type PhysicalLine,
  physicalLine,
  repetitionEnd,
  stringEnd,
  wordEnd,
} from "./scan.js";

/** Words, braces, prefixes and line ends, and apart from them the comments. What lies between is blank. */
export interface LexedText {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** Never fails: every character starts some token. */
export function tokenize(text: string): LexedText {
  const { tokens, groups } = lexer.tokenize(text);
  forgetLine();
  return { tokens, comments: groups[trivia] ?? [] };
}

/** Keywords are no tokens: keepalived looks them up by string, block by block, and any name may be one. */
export const Word = createScanned("Word", undefined, (text, offset, line) => wordEnd(text, offset, line));
/** A string is a word to the grammar. */
export const QuotedString = createScanned("QuotedString", '"', (text, offset, line) => stringEnd(text, offset, line));
export const LineEnd = createScanned("LineEnd", "\r\n", (_text, offset, line) => (offset >= line.end ? line.next : -1));
export const Open = createScanned("Open", "{", (_text, offset) => offset + 1);
export const Close = createScanned("Close", "}", (_text, offset) => offset + 1);
// A second "@…" right behind the first is a word.
export const Condition: TokenType = createScanned("Condition", "@", (text, offset, line, tokens) =>
  mayStartLine(tokens) && tokens[tokens.length - 1]?.tokenType !== Condition ? conditionEnd(text, offset, line) : -1,
);
export const Repetition = createScanned("Repetition", "~", (text, offset, line, tokens) =>
  mayStartLine(tokens) && (text.startsWith("~SEQ", offset) || text.startsWith("~LST", offset))
    ? repetitionEnd(text, offset, line)
    : -1,
);
export const Definition = createScanned("Definition", "$", (text, offset, line, tokens) =>
  mayStartLine(tokens) ? definitionEnd(text, offset, line) : -1,
);
export const Include = createScanned("Include", "i", (text, offset, line, tokens) =>
  mayStartLine(tokens) && includePathStart(text, offset, line) !== -1 ? line.contentEnd : -1,
);

const trivia = "trivia";

const Comment = createScanned(
  "Comment",
  "#!",
  (_text, offset, line) => (offset === line.comment ? line.end : -1),
  trivia,
);

const byteOrderMark = "\ufeff";

const Blank = createScanned(
  "Blank",
  ` \t\v\f\r${byteOrderMark}`,
  (text, offset, line) => (text[offset] === byteOrderMark ? (offset === 0 ? 1 : -1) : blankEnd(text, offset, line.end)),
  Lexer.SKIPPED,
);

/** In the order in which they are tried: Word takes what nothing before it wants. */
const lexer = new Lexer(
  [Blank, LineEnd, Comment, Open, Close, QuotedString, Condition, Repetition, Definition, Include, Word],
  { positionTracking: "onlyOffset" },
);

type Scan = (text: string, offset: number, line: PhysicalLine, tokens: readonly IToken[]) => number;

/** `scan` is asked where a token that begins with one of `starts` ends; what it answers at or before the offset means none. */
function createScanned(name: string, starts: string | undefined, scan: Scan, group?: string): TokenType {
  const exec = (text: string, offset: number, tokens: IToken[]): CustomPatternMatcherReturn | null => {
    if (starts !== undefined && !starts.includes(text[offset]!)) return null;
    const end = scan(text, offset, lineAt(text, offset), tokens);
    return end > offset ? [text.substring(offset, end)] : null;
  };
  return createToken({
    name,
    pattern: { exec: exec as never },
    start_chars_hint: starts === undefined ? everyCharacter() : [...starts],
    line_breaks: false,
    ...(group === undefined ? {} : { group }),
  });
}

/** Chevrotain looks at characters from 255 on in groups of 255, the last of which holds 0xffff alone, and needs one of each to try the pattern on the group. */
function everyCharacter(): number[] {
  const codes: number[] = [];
  for (let code = 0; code <= 0xffff; code += code < 255 ? 1 : 51) codes.push(code);
  return codes;
}

/** The daemon looks for prefixes at a line's beginning, after another prefix, and again after each brace. */
function mayStartLine(tokens: readonly IToken[]): boolean {
  const last = tokens[tokens.length - 1]?.tokenType;
  return (
    last === undefined ||
    last === LineEnd ||
    last === Open ||
    last === Close ||
    last === Condition ||
    last === Repetition
  );
}

// Chevrotain hands a pattern the text and an offset only; the line around the offset is the same for
// all patterns and most tokens, so the last one is kept while a text is being read.
let knownText = "";
let knownLine: PhysicalLine | undefined;

function lineAt(text: string, offset: number): PhysicalLine {
  if (knownLine === undefined || knownText !== text || offset >= knownLine.next || offset < knownLine.start) {
    knownText = text;
    knownLine = physicalLine(text, offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);
  }
  return knownLine;
}

function forgetLine(): void {
  knownText = "";
  knownLine = undefined;
}
