import type { SyntaxTree } from "@kalint/syntax";
import type { Piece } from "./edits.js";
import { type PlacedToken, type SourceLine, sourceLines } from "./lines.js";

export interface Layout {
  /** One level of indentation. */
  readonly indent: string;
  /** Number of blank lines in a row that are kept. */
  readonly blankLines: number;
}

export interface LaidOut {
  readonly pieces: readonly Piece[];
  /** What follows the last piece. */
  readonly closing: string;
  /** Whether some line was left as it is. */
  readonly untouched: boolean;
}

/** Puts one statement on a line, `{` behind its keyword and `}` on a line of its own, wherever the daemon reads the same afterwards. */
export function layOut(tree: SyntaxTree, { indent, blankLines }: Layout): LaidOut {
  const { text } = tree;
  const lines = sourceLines(tree, indent.length);
  const lineEnd = /\r*\n/.exec(text)?.[0] ?? "\n";
  const mixedLineEnds = text.includes("\r");
  const pieces: Piece[] = [];
  let end = 0;
  let last: PlacedToken | undefined;
  let afterOpen = true;
  let moved: PlacedToken | undefined;
  let pending = "";
  let untouched = false;

  const add = (gap: string, start: number, pieceEnd: number): void => {
    pieces.push({ gap: pending + gap, start, end: pieceEnd });
    pending = "";
    end = pieceEnd;
  };
  /** Line ends of the source first, so that each line keeps its own. */
  const lineBreaks = (count: number, start: number): string => {
    const kept = text[end - 1] === "\\" ? blanksAt(text, end) : "";
    if (!mixedLineEnds) return kept + lineEnd.repeat(count);
    const own = text.slice(end, start).match(/\r*\n/g) ?? [];
    let breaks = kept;
    for (let at = 0; at < count; at++) breaks += own[at] ?? lineEnd;
    return breaks;
  };
  const addOnNewLine = (token: PlacedToken, blanks: number, extraDepth = 0): void => {
    const atEdge = afterOpen || token.kind === "close";
    const breaks = pieces.length === 0 ? "" : lineBreaks(1 + (atEdge ? 0 : Math.min(blanks, blankLines)), token.start);
    add(breaks + indent.repeat(token.depth + extraDepth), token.start, token.end);
    afterOpen = token.kind === "open";
  };
  const addOnSameLine = (gap: string, token: PlacedToken): void => {
    add(gap, token.start, token.end);
    if (token.kind !== "comment") afterOpen = token.kind === "open";
  };

  const addVerbatim = (line: SourceLine, blanks: number): void => {
    untouched = true;
    const breaks =
      pieces.length === 0 ? "" : lineBreaks(1 + (afterOpen ? 0 : Math.min(blanks, blankLines)), line.start);
    add(breaks, line.start, line.end);
    afterOpen = false;
    last = undefined;
  };
  const addRigid = (line: SourceLine, blanks: number): void => {
    line.tokens.forEach((token, at) => {
      const before = line.tokens[at - 1];
      if (before === undefined) addOnNewLine(token, blanks);
      else addOnSameLine(gapWithin(text, before, token), token);
    });
    last = undefined;
  };
  const addPlain = (line: SourceLine, blanks: number, index: number): void => {
    line.tokens.forEach((token, at) => {
      const before = line.tokens[at - 1];
      const blanksBefore = at === 0 ? blanks : 0;
      if (token === moved) {
        moved = undefined;
        last = undefined;
        return;
      }
      if (token.kind === "open" && isWord(last)) addOnSameLine(" ", token);
      else if (token.kind === "comment" && before !== undefined && before.start < end) addOnSameLine(" ", token);
      else if (isWord(token) && isWord(before)) addOnSameLine(gapWithin(text, before!, token), token);
      else addOnNewLine(token, blanksBefore, moved === undefined ? 0 : 1);
      last = token;
      const next = line.tokens[at + 1];
      if (isWord(token) && (next === undefined || next.kind === "comment")) {
        const open = openBehindComments(lines, index, next !== undefined);
        if (open === "none") last = undefined;
        else if (open !== "next") {
          moved = open;
          pending = " {";
          afterOpen = true;
        }
      }
    });
  };

  let blanks = 0;
  lines.forEach((line, index) => {
    if (line.kind === "blank") {
      blanks++;
      return;
    }
    if (line.kind === "verbatim") addVerbatim(line, blanks);
    else if (line.kind === "rigid") addRigid(line, blanks);
    else addPlain(line, blanks, index);
    blanks = 0;
  });
  return { pieces, closing: closingOf(text, lines, pieces, lineEnd), untouched };
}

/**
 * The `{` that follows a statement which ends on line `index`: "next" where it is the very next token and may join that line as it stands,
 * the token itself where comments lie between, over which it has to be lifted.
 */
function openBehindComments(
  lines: readonly SourceLine[],
  index: number,
  hasComment: boolean,
): PlacedToken | "next" | "none" {
  let comments = hasComment;
  for (let at = index + 1; at < lines.length; at++) {
    const { kind, tokens } = lines[at]!;
    if (kind === "blank") continue;
    if (kind !== "plain") return "none";
    const first = tokens[0]!;
    if (first.kind === "comment") comments = true;
    else if (first.kind === "open") return comments ? first : "next";
    else return "none";
  }
  return "none";
}

/** Between two tokens of one line. Words that touch are kept touching: to the splitter of script lines they are one word. */
function gapWithin(text: string, before: PlacedToken, token: PlacedToken): string {
  const written = text.slice(before.end, token.start);
  if (token.held || (token.guarded && token.kind !== "comment")) return written;
  if (written !== "" || token.kind === "comment") return " ";
  return isBrace(before) || isBrace(token) ? " " : "";
}

function isWord(token: PlacedToken | undefined): boolean {
  return token?.kind === "word" || token?.kind === "string";
}

function isBrace({ kind }: PlacedToken): boolean {
  return kind === "open" || kind === "close";
}

function blanksAt(text: string, start: number): string {
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return text.slice(start, end);
}

/** One line end, except behind a last line that must stay as it is. */
function closingOf(text: string, lines: readonly SourceLine[], pieces: readonly Piece[], lineEnd: string): string {
  const last = pieces[pieces.length - 1];
  if (last === undefined) return "";
  const final = lines[lines.length - 1]!;
  if (final.kind === "verbatim") return text.slice(final.end);
  const kept = text[last.end - 1] === "\\" ? blanksAt(text, last.end) : "";
  return kept + (/\r*\n/.exec(text.slice(last.end))?.[0] ?? lineEnd);
}
