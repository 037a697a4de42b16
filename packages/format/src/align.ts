import type { PlacedToken } from "./lines.js";
import type { Style } from "./options.js";
import { isLifted, type Row } from "./rows.js";
import { columnAfter } from "./width.js";

/** Authors' tabs are read as one of these, whichever makes columns of their lines. */
const tabStops = [8, 4] as const;

/** No column is made beyond this one, and none behind a longer line: the daemon's lines end at 1022 bytes. */
const widestRow = 300;
const longestLine = 200;

/** Sets the gaps that make columns: behind `@id` prefixes, between words, and before trailing comments. */
export function alignRows(text: string, rows: readonly Row[], style: Style): void {
  for (const run of runsOf(rows, canHaveValues, (row, before) => sameShape(row, before) && row.blankLines === 0)) {
    const conditional = run[0]!.cells[0]!.kind === "condition";
    if (style.align === "none") continue;
    const widest = largest(run.map((row) => valueCells(row).length));
    for (let at = 1; at < widest; at++) {
      const cells = run.filter((row) => valueCells(row).length > at && row.cells[at]!.free);
      const always = (conditional && at === 1) || (style.align === "always" && at === (conditional ? 2 : 1));
      if (cells.length > 1) alignCells(text, cells, at, style, always);
    }
  }
  alignComments(text, rows, style);
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

function canHaveValues({ cells }: Row): boolean {
  if (cells.length < 2 || isLong(cells[0]!)) return false;
  const kind = cells[0]!.kind;
  return kind === "word" || kind === "string" || kind === "condition";
}

function isLong({ lineStart, lineEnd }: PlacedToken): boolean {
  return lineEnd - lineStart > longestLine;
}

function sameShape(row: Row, before: Row): boolean {
  const kind = row.cells[0]!.kind;
  return row.depth === before.depth && (kind === "condition") === (before.cells[0]!.kind === "condition");
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
  const column = rows.some(wide) ? commonColumn(text, rows, at) : undefined;
  if (always) {
    const asWritten = style.align === "keep" && column?.members.length === rows.length;
    setColumn(text, rows, at, style, asWritten ? column.gap : 1);
  } else if (column !== undefined) {
    // A row whose words reach beyond the column keeps one blank; one that is set off, but not in the column, joins it.
    const others = rows.filter((row) => !column.members.includes(row) && wide(row));
    setColumn(text, column.members, at, style, column.gap, others);
  }
}

/** Whether a gap of the source is more than one blank. */
function isWideGap(text: string, cells: readonly PlacedToken[], at: number): boolean {
  const before = cells[at - 1]!;
  const start = isLifted(before) ? undefined : before.end;
  const end = cells[at]!.start;
  return start !== undefined && (end - start > 1 || text.charCodeAt(start) === 0x09);
}

interface Column {
  readonly members: readonly Row[];
  /** Columns between the widest member and the column. */
  readonly gap: number;
}

/** The column of the source in which most of the rows have this cell, at least two of them, and not all by one blank. */
function commonColumn(text: string, rows: readonly Row[], at: number): Column | undefined {
  let best: Column | undefined;
  for (const tabStop of tabStops) {
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

function sourceEnd(text: string, { cells }: Row, at: number, tabStop: number): number {
  const before = cells[at - 1]!;
  return isLifted(before) ? 0 : columnAfter(text, before.lineStart, before.end, 0, tabStop);
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

function pad({ cells }: Row, at: number, width: number): void {
  cells[at]!.gap = " ".repeat(width);
}

/** The column of the result in which the cell before `at` ends. */
function resultEnd(text: string, { cells, depth, column: own }: Row, at: number, indent: string): number {
  let column = own ?? depth * (indent === "\t" ? tabStops[0] : indent.length);
  for (let index = 0; index < at; index++) {
    const cell = cells[index]!;
    if (index > 0) column += cell.gap.length;
    column = isLifted(cell) ? column + 1 : columnAfter(text, cell.start, cell.end, column, tabStops[0]);
  }
  return column;
}

/** Trailing comments that share a column keep one; a comment below them in that column goes with them. */
function alignComments(text: string, rows: readonly Row[], style: Style): void {
  let run: Row[] = [];
  let continuing: Row[] = [];
  /** Rows without a comment came since. */
  let interrupted = false;
  let guide: number | undefined;
  const close = (): void => {
    if (run.length > 0) placeComments(text, run, continuing, style, guide);
    run = [];
    continuing = [];
    interrupted = false;
    guide = undefined;
  };
  for (const [index, row] of rows.entries()) {
    if (row.blankLines > 0) close();
    const previous = run[run.length - 1];
    if (!hasTrailingComment(row)) {
      if (previous === undefined) continue;
      if (!interrupted && isBelow(text, row, previous)) continuing.push(row);
      else interrupted = true;
      continue;
    }
    const joins =
      previous !== undefined &&
      (style.align === "always" && !interrupted
        ? true
        : sharesColumn(text, row, previous)
          ? !interrupted || isWideGap(text, row.cells, row.cells.length - 1)
          : !interrupted && isSetOff(text, row) && isSetOff(text, previous));
    if (!joins) close();
    run.push(row);
    interrupted = false;
    // Beside a line that is commented out with its comment and all, the column is that line's.
    if (style.align === "keep" && row.blankLines === 0) guide ??= guideOf(text, rows[index - 1], row, style);
    if (style.align === "keep" && rows[index + 1]?.blankLines === 0)
      guide ??= guideOf(text, rows[index + 1], row, style);
  }
  close();
}

/** A comment behind something else. */
function hasTrailingComment({ cells }: Row): boolean {
  const last = cells[cells.length - 1];
  return cells.length > 1 && last!.kind === "comment" && last!.free && !isLong(last!);
}

/** Whether a row is a comment that stands exactly below the trailing one of the row before it. */
function isBelow(text: string, row: Row, previous: Row): boolean {
  const [cell] = row.cells;
  return row.cells.length === 1 && cell!.kind === "comment" && !isLong(cell!) && sharesColumn(text, row, previous);
}

function sharesColumn(text: string, row: Row, previous: Row): boolean {
  const [one, other] = [row.cells[row.cells.length - 1]!, previous.cells[previous.cells.length - 1]!];
  return tabStops.some((tabStop) => columnOf(text, one, tabStop) === columnOf(text, other, tabStop));
}

/** Three blanks or more are meant to make a column, even where they miss it. */
function isSetOff(text: string, row: Row): boolean {
  const at = row.cells.length - 1;
  const end = sourceEnd(text, row, at, tabStops[0]);
  return end > 0 && columnOf(text, row.cells[at]!, tabStops[0]) - end > 2;
}

function columnOf(text: string, { lineStart, start }: PlacedToken, tabStop: number): number {
  return columnAfter(text, lineStart, start, 0, tabStop);
}

/** The column of the result that a second `#` within a comment of its own line has, where `row` has its comment in the same one. */
function guideOf(text: string, comment: Row | undefined, row: Row, { indent }: Style): number | undefined {
  const [cell] = comment?.cells ?? [];
  if (comment?.cells.length !== 1 || cell!.kind !== "comment" || isLong(cell!)) return undefined;
  const { start, end } = cell!;
  const inner = /[ \t][#!]/.exec(text.slice(start, end));
  if (inner === null) return undefined;
  const offset = start + inner.index + 1;
  const wanted = columnOf(text, row.cells[row.cells.length - 1]!, tabStops[0]);
  if (columnAfter(text, cell!.lineStart, offset, 0, tabStops[0]) !== wanted) return undefined;
  const begin = comment.column ?? comment.depth * (indent === "\t" ? tabStops[0] : indent.length);
  return columnAfter(text, start, offset, begin, tabStops[0]);
}

function placeComments(
  text: string,
  run: readonly Row[],
  continuing: readonly Row[],
  style: Style,
  guide: number | undefined,
): void {
  if (style.align === "none") return;
  const gap = style.align === "always" ? 1 : writtenGap(text, run);
  // A comment by itself keeps one or two blanks.
  setCommentColumn(text, run, style, run.length + continuing.length > 1 ? gap : Math.min(gap, 2), guide);
  const last = run[run.length - 1]!;
  const at = last.cells.length - 1;
  const column = resultEnd(text, last, at, style.indent) + last.cells[at]!.gap.length;
  for (const row of continuing) row.column = column;
}

/** Columns between the widest row and the comments, as the author has them; 2 where they share no column. */
function writtenGap(text: string, run: readonly Row[]): number {
  for (const tabStop of tabStops) {
    const columns = run.map((row) => columnOf(text, row.cells[row.cells.length - 1]!, tabStop));
    if (columns.some((column) => column !== columns[0])) continue;
    return Math.max(1, columns[0]! - largest(run.map((row) => sourceEnd(text, row, row.cells.length - 1, tabStop))));
  }
  return 2;
}

/** Rows end in different cells, so that each has its own index. */
function setCommentColumn(
  text: string,
  rows: readonly Row[],
  { indent }: Style,
  gap: number,
  guide: number | undefined,
): void {
  const ends = rows.map((row) => resultEnd(text, row, row.cells.length - 1, indent));
  const widest = largest(ends);
  const column = guide !== undefined && guide > widest ? guide : widest + gap;
  if (column > widestRow) return;
  for (const [index, row] of rows.entries()) pad(row, row.cells.length - 1, column - ends[index]!);
}

/** `Math.max` takes its numbers as arguments, of which there may be too many. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}
