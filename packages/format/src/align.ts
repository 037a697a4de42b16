import { alignComments } from "./align-comments.js";
import { isLong, isWideGap, largest, pad, partBefore, resultEnd, sourceEnd, tabStopsOf, widestRow } from "./columns.js";
import type { PlacedToken } from "./lines.js";
import type { Style } from "./options.js";
import type { Row } from "./rows.js";
import { columnAfter } from "./width.js";

/** Sets the gaps that make columns: behind `@id` prefixes, between words, and before trailing comments. */
export function alignRows(text: string, rows: readonly Row[], style: Style): { readonly settled: boolean } {
  for (const run of runsOf(rows, canHaveValues, (row, before) => sameShape(row, before) && row.blankLines === 0)) {
    const conditional = isConditional(run[0]!);
    if (style.align === "none") continue;
    // Nothing to keep, as in most runs.
    if (
      style.align === "keep" &&
      !conditional &&
      !run.some((row) => row.ordered === undefined && hasWideGap(text, row.cells))
    )
      continue;
    const widest = largest(run.map((row) => valueCells(row).length));
    for (let at = 1; at < widest; at++) {
      const cells = run.filter((row) => valueCells(row).length > at && row.cells[at]!.free);
      const always = (conditional && at === 1) || (style.align === "always" && at === (conditional ? 2 : 1));
      if (cells.length > 1) alignCells(text, cells, at, style, always);
    }
  }
  return alignComments(text, rows, style);
}

/** Consecutive rows that belong together. */
function* runsOf(
  rows: readonly Row[],
  belongs: (row: Row) => boolean,
  continues: (row: Row, before: Row) => boolean,
): Generator<Row[]> {
  let run: Row[] = [];
  for (const row of rows) {
    if (!belongs(row)) {
      if (run.length > 1) yield run;
      run = [];
    } else if (run.length > 0 && continues(row, run[run.length - 1]!)) run.push(row);
    else {
      if (run.length > 1) yield run;
      run = [row];
    }
  }
  if (run.length > 1) yield run;
}

function canHaveValues(row: Row): boolean {
  const { ordered } = row;
  if (ordered !== undefined) return ordered.ends !== "close" && ordered.parts > 1 && !isLong(row);
  const { cells } = row;
  if (cells.length < 2 || isLong(row)) return false;
  const kind = cells[0]!.kind;
  return kind === "word" || kind === "string" || kind === "condition";
}

function sameShape(row: Row, before: Row): boolean {
  return row.depth === before.depth && isConditional(row) === isConditional(before);
}

function isConditional(row: Row): boolean {
  return row.ordered === undefined && row.cells[0]!.kind === "condition";
}

/** The prefix and the words that a row begins with. */
function valueCells({ cells }: Row): readonly PlacedToken[] {
  let end = 1;
  while (end < cells.length) {
    const kind = cells[end]!.kind;
    if (kind !== "word" && kind !== "string") break;
    end++;
  }
  return end === cells.length ? cells : cells.slice(0, end);
}

/** Sets the gaps before the cells at one index. */
function alignCells(text: string, rows: readonly Row[], at: number, style: Style, always: boolean): void {
  const wide = (row: Row) => isWideGap(text, row.cells, at);
  const found = rows.some(wide) ? commonColumn(text, rows, at) : undefined;
  const column = found !== undefined && isHabit(text, found, at, style) ? undefined : found;
  if (always) {
    // A tab behind an `@id` in the first column takes the line to where the block's lines begin.
    const isIndentation = rows.some(({ cells }) => text.charCodeAt(partBefore(cells, at).end) === 0x09);
    const asWritten = style.align === "keep" && !isIndentation && column?.members.length === rows.length;
    setColumn(text, rows, at, style, asWritten ? column.gap : 1);
  } else if (column !== undefined) {
    // A row whose words reach beyond the column keeps one blank; one that is set off, but not in the column, joins it.
    const others = rows.filter((row) => !column.members.includes(row) && wide(row));
    setColumn(text, column.members, at, style, column.gap, others);
  }
}

function hasWideGap(text: string, cells: readonly PlacedToken[]): boolean {
  for (let at = 1; at < cells.length; at++) if (isWideGap(text, cells, at)) return true;
  return false;
}

interface Column {
  readonly members: readonly Row[];
  /** Columns between the widest member and the column. */
  readonly gap: number;
}

/** The column of the source in which most of the rows have this cell, at least two of them, and not all by one blank. */
function commonColumn(text: string, rows: readonly Row[], at: number): Column | undefined {
  let best: Column | undefined;
  for (const tabStop of tabStopsOf(text, rows)) {
    const byColumn = new Map<number, Row[]>();
    let tabs = false;
    for (const row of rows) {
      const { lineStart, start } = row.cells[at]!;
      tabs ||= text.slice(lineStart, start).includes("\t");
      const column = columnAfter(text, lineStart, start, 0, tabStop);
      const members = byColumn.get(column);
      if (members) members.push(row);
      else byColumn.set(column, [row]);
    }
    for (const [column, members] of byColumn) {
      if (members.length <= (best?.members.length ?? 1)) continue;
      if (!members.some((row) => isWideGap(text, row.cells, at))) continue;
      best = {
        members,
        gap: Math.max(1, column - largest(members.map((row) => sourceEnd(text, row, at, tabStop)))),
      };
    }
    if (!tabs) break;
  }
  return best;
}

/** Two blanks behind words of one length make a column by chance, as behind `auth_type` and `auth_pass`. */
function isHabit(text: string, { members, gap }: Column, at: number, { indent }: Style): boolean {
  return gap === 2 && new Set(members.map((row) => resultEnd(text, row, at, indent))).size === 1;
}

/** Puts the cells `gap` columns behind the widest of `members`. Of `others` those that reach the column join it. */
function setColumn(
  text: string,
  members: readonly Row[],
  at: number,
  { indent }: Style,
  gap: number,
  others: readonly Row[] = [],
): void {
  const ends = members.map((row) => resultEnd(text, row, at, indent));
  const column = largest(ends) + gap;
  if (column > widestRow) return;
  for (const [index, row] of members.entries()) pad(row, at, column - ends[index]!);
  for (const row of others) {
    const end = resultEnd(text, row, at, indent);
    if (end < column) pad(row, at, column - end);
  }
}
