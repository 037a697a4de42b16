import { alignRows } from "./align.js";
import { placeCommentBlocks } from "./comments.js";
import type { LayoutSource } from "./depth.js";
import { addEdit, type TextEdit } from "./edits.js";
import { type SourceLine, sourceLines } from "./lines.js";
import type { Style } from "./options.js";
import { beginsWithClose, endsInOpen, isLifted, OrderedRow, type Row, rowsOf } from "./rows.js";

interface LaidOut {
  /** The smallest ones that put the wanted layout in place of the present one, in order. */
  readonly edits: readonly TextEdit[];
  /** Whether a second run is known to find the columns of the first. */
  readonly settled: boolean;
  /** Whether some line was left as it is. */
  readonly untouched: boolean;
}

/** The edits that lay a text out. */
export function layOut(tree: LayoutSource, style: Style): LaidOut {
  return layOutLines(tree.text, sourceLines(tree, style.indent.length), style);
}

/** The same for a text whose lines are known. */
export function layOutLines(text: string, lines: readonly SourceLine[], style: Style): LaidOut {
  const rows = rowsOf(text, lines, style);
  setBlankLines(rows, style);
  placeCommentBlocks(text, rows, style);
  const { settled } = alignRows(text, rows, style);
  const lineEnd = style.lineEnd === "keep" ? (/(?<!\r)\r*\n/.exec(text)?.[0] ?? "\n") : style.lineEnd;
  const ownLineEnds = style.lineEnd === "keep" && text.includes("\r");
  const edits: TextEdit[] = [];
  let end = 0;
  let pending = "";

  const add = (gap: string, start: number, pieceEnd: number): void => {
    addEdit(edits, text, end, start, pending + gap);
    pending = "";
    end = pieceEnd;
  };
  /** Line ends of the source first, so that each line keeps its own. */
  const lineBreaks = (count: number, start: number): string => {
    const kept = keptBlanks(text, end, style);
    if (!ownLineEnds && kept === "") return repeated(lineEnd, count);
    const own = (ownLineEnds && text.slice(end, start).match(/(?<!\r)\r*\n/g)) || [];
    let breaks = kept;
    for (let at = 0; at < count; at++) breaks += own[at] ?? lineEnd;
    return breaks;
  };
  /** Definitions and lines that are left alone hold line ends. */
  const addLines = (gap: string, start: number, pieceEnd: number): void => {
    let from = start;
    let before = gap;
    if (style.lineEnd !== "keep") {
      for (const { index, 0: found } of text.slice(start, pieceEnd).matchAll(/(?<!\r)\r*\n/g)) {
        add(before, from, start + index);
        from = start + index + found.length;
        before = style.lineEnd;
      }
    }
    add(before, from, pieceEnd);
  };

  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const indent = row.column === undefined ? repeated(style.indent, row.depth) : repeated(" ", row.column);
    if (row instanceof OrderedRow && !row.isOpened) {
      const { first, last } = row.ordered;
      add(index === 0 ? indent : lineBreaks(1 + row.blankLines, first) + indent, first, last);
      continue;
    }
    const { verbatim, cells, blankLines } = row;
    const start = verbatim?.start ?? cells[0]!.start;
    const gap = index === 0 ? "" : lineBreaks(1 + blankLines, start);
    if (verbatim) {
      addLines(gap, start, verbatim.end);
      continue;
    }
    addLines(gap + indent, start, cells[0]!.end);
    for (let at = 1; at < cells.length; at++) {
      const cell = cells[at]!;
      if (isLifted(cell)) pending = `${cell.gap}{`;
      else addLines(cell.gap, cell.start, cell.end);
    }
  }
  if (rows.length > 0) addEdit(edits, text, end, text.length, closingOf(text, rows, end, lineEnd, style));
  return { edits, settled, untouched: rows.some((row) => row.verbatim !== undefined) };
}

/** `String.repeat`, with each result made once: there are few, and two are wanted for each row. */
function repeated(text: string, count: number): string {
  const known = repetitions.get(text) ?? [];
  repetitions.set(text, known);
  const found = known[count] ?? text.repeat(count);
  known[count] = found;
  return found;
}

const repetitions = new Map<string, string[]>();

/** The number of blank lines that each row is to have before it, by which columns go too. */
function setBlankLines(rows: readonly Row[], style: Style): void {
  const numbers = rows.map((_, index) => (index === 0 ? 0 : blankLinesBefore(rows, index, style)));
  for (const [index, row] of rows.entries()) row.blankLines = numbers[index]!;
}

/** None at a block's edges, no more than the style allows elsewhere, and one between the blocks of the file. */
function blankLinesBefore(rows: readonly Row[], index: number, { blankLines }: Style): number {
  const [before, row] = [rows[index - 1]!, rows[index]!];
  if (endsInOpen(before) || beginsWithClose(row)) return 0;
  const wanted = Math.min(row.blankLines, blankLines);
  return wanted === 0 && closesRootBlock(before) && blockFollows(rows, index) ? Math.min(1, blankLines) : wanted;
}

function closesRootBlock(row: Row): boolean {
  return row.depth === 0 && beginsWithClose(row);
}

/** Whether the next row with more than a comment, without a blank line before it, has a block. */
function blockFollows(rows: readonly Row[], index: number): boolean {
  for (let at = index; at < rows.length; at++) {
    const row = rows[at]!;
    if (row.verbatim || (at > index && row.blankLines > 0)) return false;
    if (row.ordered !== undefined || row.cells[0]!.kind !== "comment") return opensBlock(rows, at);
  }
  return false;
}

function opensBlock(rows: readonly Row[], at: number): boolean {
  const [row, next] = [rows[at]!, rows[at + 1]];
  if (row.ordered?.ends === "open") return true;
  if (row.ordered === undefined && row.cells.some(({ kind }) => kind === "open")) return true;
  return next !== undefined && next.ordered === undefined && next.cells[0]?.kind === "open";
}

/** Blanks behind a `\` keep it from being the last character of its line. */
function keptBlanks(text: string, end: number, { trim }: Style): string {
  if (trim && text[end - 1] !== "\\") return "";
  let at = end;
  while (text[at] === " " || text[at] === "\t") at++;
  return text.slice(end, at);
}

/** What follows `end`, the last part's: one line end, except behind a last line that must stay as it is. */
function closingOf(text: string, rows: readonly Row[], end: number, lineEnd: string, style: Style): string {
  if (rows[rows.length - 1]!.verbatim) return text.slice(end);
  const own = /(?<!\r)\r*\n/.exec(text.slice(end))?.[0];
  const kept = keptBlanks(text, end, style);
  if (own === undefined && !style.finalNewline) return kept;
  return kept + (style.lineEnd === "keep" ? (own ?? lineEnd) : lineEnd);
}
