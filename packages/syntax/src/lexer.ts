import {
  blankEnd,
  conditionEnd,
  definitionEnd,
  includePathStart,
  isWhiteSpace,
  type PhysicalLine,
  physicalLine,
  repetitionEnd,
  stringEnd,
  wordEnd,
} from "./scan.js";
import type { Token } from "./tree.js";

/**
 * Every character of the text in exactly one token, in order. Never fails: what nothing else takes begins a word. Of a part, which
 * begins where a line does, the last token may reach beyond its end.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let line = physicalLine(text, from);
  // What precedes on the line, blanks and comments apart: prefixes, definitions and includes begin lines.
  let before: Token["kind"] = "lineEnd";
  for (let start = from; start < to; ) {
    if (start >= line.next) line = physicalLine(text, text.lastIndexOf("\n", start - 1) + 1);
    const token = tokenAt(text, start, line, before);
    tokens.push(token);
    if (token.kind !== "blank" && token.kind !== "comment") before = token.kind;
    start = token.end;
  }
  return tokens;
}

/** Keywords are no tokens: keepalived looks them up by string, block by block, and any name may be one. */
function tokenAt(text: string, start: number, line: PhysicalLine, before: Token["kind"]): Token {
  if (start >= line.end) return { kind: "lineEnd", start, end: line.next };
  if (start === line.comment) return { kind: "comment", start, end: line.end };
  const code = text.charCodeAt(start);
  if (isWhiteSpace(code)) return { kind: "blank", start, end: blankEnd(text, start, line.end) };
  switch (code) {
    case openBrace:
      return { kind: "open", start, end: start + 1 };
    case closeBrace:
      return { kind: "close", start, end: start + 1 };
    case quote:
      return { kind: "string", start, end: stringEnd(text, start, line) };
    case byteOrderMark:
      if (start === 0) return { kind: "blank", start, end: blankEnd(text, 1, line.end) };
      break;
    case at:
      // A second "@…" right behind the first is a word.
      if (mayStartLine(before) && before !== "condition") {
        return { kind: "condition", start, end: conditionEnd(text, start, line) };
      }
      break;
    case tilde:
      if (mayStartLine(before) && (text.startsWith("~SEQ", start) || text.startsWith("~LST", start))) {
        return { kind: "repetition", start, end: repetitionEnd(text, start, line) };
      }
      break;
    case dollar: {
      const end = mayStartLine(before) ? definitionEnd(text, start, line) : -1;
      if (end !== -1) return { kind: "definition", start, end };
      break;
    }
    case letterI:
      if (mayStartLine(before) && includePathStart(text, start, line) !== -1) {
        return { kind: "include", start, end: line.contentEnd };
      }
      break;
  }
  return { kind: "word", start, end: wordEnd(text, start, line) };
}

const quote = 0x22;
const dollar = 0x24;
const at = 0x40;
const letterI = 0x69;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const tilde = 0x7e;
const byteOrderMark = 0xfeff;

/** The daemon looks for prefixes at a line's beginning, after another prefix, and again after each brace. */
function mayStartLine(before: Token["kind"]): boolean {
  return (
    before === "lineEnd" || before === "open" || before === "close" || before === "condition" || before === "repetition"
  );
}
