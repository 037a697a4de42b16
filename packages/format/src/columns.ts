import type { PlacedToken } from "./lines.js";
import { isLifted, type Row } from "./rows.js";
import { columnAfter } from "./width.js";

/** Authors' tabs are read as one of these, whichever makes columns of their lines. */
export const tabStops = [8, 4] as const;

/** No column is made beyond this one, and none behind a longer line: the daemon's lines end at 1022 bytes. */
export const widestRow = 300;
const longestLine = 200;

/** Whether a row is long without the blanks that may go. */
export function isLong(row: Row): boolean {
  if (row.ordered !== undefined) return row.ordered.last - row.ordered.first > longestLine;
  const { cells } = row;
  let length = 0;
  for (const { start, end, gap, free } of cells) length += end - start + (free ? 1 : gap.length);
  return length > longestLine;
}

/** Whether a gap of the source is more than one blank. */
export function isWideGap(text: string, cells: readonly PlacedToken[], at: number): boolean {
  const start = partBefore(cells, at).end;
  const end = cells[at]!.start;
  return end - start > 1 || text.charCodeAt(start) === 0x09;
}

/** What stands before a cell in the source, where a lifted `{` is not yet between them. */
export function partBefore(cells: readonly PlacedToken[], at: number): PlacedToken {
  const before = cells[at - 1]!;
  return isLifted(before) ? cells[at - 2]! : before;
}

export function sourceEnd(text: string, { cells }: Row, at: number, tabStop: number): number {
  const { lineStart, end } = partBefore(cells, at);
  return columnAfter(text, lineStart, end, 0, tabStop);
}

export function pad({ cells }: Row, at: number, width: number): void {
  cells[at]!.gap = " ".repeat(width);
}

/** The column of the result in which the cell before `at` ends. */
export function resultEnd(text: string, { cells, depth, column: own }: Row, at: number, indent: string): number {
  let column = own ?? depth * (indent === "\t" ? tabStops[0] : indent.length);
  for (let index = 0; index < at; index++) {
    const cell = cells[index]!;
    // A gap that must stay as it is may hold tabs.
    if (index > 0) column = columnAfter(cell.gap, 0, cell.gap.length, column, tabStops[0]);
    column = isLifted(cell) ? column + 1 : columnAfter(text, cell.start, cell.end, column, tabStops[0]);
  }
  return column;
}

export function columnOf(text: string, { lineStart, start }: PlacedToken, tabStop: number): number {
  return columnAfter(text, lineStart, start, 0, tabStop);
}

/** One where a tab stays within a row: its columns are then those of that reading. */
export function tabStopsOf(text: string, rows: readonly Row[]): readonly number[] {
  return rows.some((row) => keepsTab(text, row)) ? tabStops.slice(0, 1) : tabStops;
}

export function keepsTab(text: string, { cells }: Row): boolean {
  return cells.some(({ gap, start, end, kind }) => {
    return gap.includes("\t") || (kind !== "comment" && text.slice(start, end).includes("\t"));
  });
}

/** `Math.max` takes its numbers as arguments, of which there may be too many. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}
