import { columnOf, isLong, largest, pad, resultEnd, sourceEnd, tabStops, tabStopsOf, widestRow } from "./columns.js";
import { levelChange } from "./comments.js";
import type { Style } from "./options.js";
import { endsInOpen, isComment, type Row } from "./rows.js";
import { columnAfter } from "./width.js";

/** Rows with trailing comments that belong into one column. */
interface Run {
  readonly rows: readonly Row[];
  /** Comments of their own lines that go on below a trailing one. */
  readonly continuing: readonly Row[];
  /** The column that a commented-out line beside it has its comment in. */
  readonly guide: number | undefined;
  /** What parts it from the run before. */
  readonly parted: "not" | "by a comment" | "by rows without a comment" | "by a blank line";
}

/**
 * Trailing comments that share a column keep one; a comment below them in that column goes with them. What is decided by a column of
 * the source comes first, and only then what is decided by gaps, because columns make gaps.
 */
export function alignComments(text: string, rows: readonly Row[], style: Style): { readonly scattered: boolean } {
  if (style.align === "none") return { scattered: false };
  const neighbours = neighbouringRuns(text, rows, style);
  if (style.align === "always") {
    for (const run of neighbours) place(text, run, style);
    return { scattered: false };
  }
  const joined = style.joinScattered
    ? merged(neighbours, (one, other) => areScattered(text, one, other, style))
    : neighbours;
  for (const run of merged(joined, (one, other) => areRagged(text, one, other))) place(text, run, style);
  return { scattered: joined.length < neighbours.length };
}

/** Runs of rows one below the other, each with its comment in the column of the one before. */
function neighbouringRuns(text: string, rows: readonly Row[], style: Style): Run[] {
  const runs: Run[] = [];
  let run: { rows: Row[]; continuing: Row[]; guide: number | undefined; parted: Run["parted"] } | undefined;
  let parted = "not" as Run["parted"];
  for (const [index, row] of rows.entries()) {
    if (row.blankLines > 0) parted = "by a blank line";
    const previous = parted === "not" || parted === "by a comment" ? run?.rows[run.rows.length - 1] : undefined;
    if (!hasTrailingComment(row)) {
      if (previous !== undefined && isBelow(text, row, previous, style)) run!.continuing.push(row);
      else if (parted !== "by a blank line") {
        parted =
          isComment(row) && parted !== "by rows without a comment" ? "by a comment" : "by rows without a comment";
      }
      continue;
    }
    if (previous !== undefined && (style.align === "always" || sharesColumn(text, row, previous, style)))
      run!.rows.push(row);
    else {
      run = { rows: [row], continuing: [], guide: undefined, parted };
      runs.push(run);
    }
    parted = "not";
    if (style.align !== "keep") continue;
    // Beside a line that is commented out with its comment and all, the column is that line's.
    if (row.blankLines === 0) run!.guide ??= guideOf(text, rows[index - 1], row, style);
    if (rows[index + 1]?.blankLines === 0) run!.guide ??= guideOf(text, rows[index + 1], row, style);
  }
  return runs;
}

/** Longer runs are not joined: each time all their rows are looked at. */
const longestJoined = 200;

function merged(runs: readonly Run[], belong: (one: Run, other: Run) => boolean): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result[result.length - 1];
    if (last === undefined || last.rows.length + run.rows.length > longestJoined || !belong(last, run))
      result.push(run);
    else {
      result[result.length - 1] = {
        rows: [...last.rows, ...run.rows],
        continuing: [...last.continuing, ...run.continuing],
        guide: last.guide ?? run.guide,
        parted: last.parted,
      };
    }
  }
  return result;
}

/** Rows without a comment come between them and yet the column is one: all are set off by two blanks or more. */
function areScattered(text: string, one: Run, other: Run, style: Style): boolean {
  if (other.parted === "by a blank line") return false;
  if (!sharesColumn(text, other.rows[0]!, one.rows[one.rows.length - 1]!, style)) return false;
  return (sharedGap(text, [...one.rows, ...other.rows]) ?? 0) > 1;
}

/** They share no column, but each comment is set off as if it should. */
function areRagged(text: string, one: Run, other: Run): boolean {
  if (other.parted !== "not" || other.rows.length > 1) return false;
  const isOne = one.rows.length === 1 || sharedGap(text, one.rows) === undefined;
  return isOne && isSetOff(text, one.rows[one.rows.length - 1]!) && isSetOff(text, other.rows[0]!);
}

function place(text: string, { rows, continuing, guide }: Run, style: Style): void {
  const gap = style.align === "always" ? 1 : (sharedGap(text, rows) ?? 2);
  // A comment by itself keeps one or two blanks.
  setCommentColumn(text, rows, style, rows.length + continuing.length > 1 ? gap : Math.min(gap, 2), guide);
  const last = rows[rows.length - 1]!;
  const at = last.cells.length - 1;
  const column = resultEnd(text, last, at, style.indent) + last.cells[at]!.gap.length;
  for (const row of continuing) row.column = column;
}

/**
 * Whether a row is a comment that stands exactly below the trailing one of the row before it, and not merely where its block's
 * lines begin. Below a `{` it could be either, and is taken for the block's.
 */
function isBelow(text: string, row: Row, previous: Row, style: Style): boolean {
  if (!isComment(row) || isLong(row) || endsInOpen(previous)) return false;
  const [cell] = row.cells;
  // A block that is commented out is moved as a whole, and not after its first line.
  if (levelChange(text, row) > 0) return false;
  const beyond = columnOf(text, cell!, tabStops[0]) - columnOf(text, previous.cells[0]!, tabStops[0]);
  return beyond > 0 && sharesColumn(text, row, previous, style);
}

/** A comment behind something else. */
function hasTrailingComment(row: Row): boolean {
  if (row.ordered !== undefined) return false;
  const { cells } = row;
  const last = cells[cells.length - 1];
  return cells.length > 1 && last!.kind === "comment" && last!.free && !isLong(row);
}

/** Tabs are read in a second way only where those that the result has in front of both lines cannot make or hide a column. */
function sharesColumn(text: string, row: Row, previous: Row, { indent }: Style): boolean {
  const [one, other] = [row.cells[row.cells.length - 1]!, previous.cells[previous.cells.length - 1]!];
  const equal = (tabStop: number) => columnOf(text, one, tabStop) === columnOf(text, other, tabStop);
  if (equal(tabStops[0])) return true;
  const [, second] = tabStopsOf(text, [row, previous]);
  const alike = indent !== "\t" || leadingBlanks(text, row) === leadingBlanks(text, previous);
  return second !== undefined && alike && equal(second);
}

function leadingBlanks(text: string, { cells }: Row): string {
  return text.slice(cells[0]!.lineStart, cells[0]!.start);
}

/** Three blanks or more are meant to make a column, even where they miss it. */
function isSetOff(text: string, row: Row): boolean {
  const at = row.cells.length - 1;
  const end = sourceEnd(text, row, at, tabStops[0]);
  return end > 0 && columnOf(text, row.cells[at]!, tabStops[0]) - end > 2;
}

/** The column of the result that a second `#` within a comment of its own line has, where `row` has its comment in the same one. */
function guideOf(text: string, comment: Row | undefined, row: Row, { indent }: Style): number | undefined {
  if (comment === undefined || !isComment(comment) || isLong(comment)) return undefined;
  const [cell] = comment.cells;
  const { start, end } = cell!;
  const inner = /[ \t][#!]/.exec(text.slice(start, end));
  if (inner === null) return undefined;
  const offset = start + inner.index + 1;
  const wanted = columnOf(text, row.cells[row.cells.length - 1]!, tabStops[0]);
  if (columnAfter(text, cell!.lineStart, offset, 0, tabStops[0]) !== wanted) return undefined;
  const begin = comment.column ?? comment.depth * (indent === "\t" ? tabStops[0] : indent.length);
  return columnAfter(text, start, offset, begin, tabStops[0]);
}

/** Columns between the widest row and the comments, as the author has them; `undefined` where they share no column. */
function sharedGap(text: string, run: readonly Row[]): number | undefined {
  for (const tabStop of tabStopsOf(text, run)) {
    const columns = run.map((row) => columnOf(text, row.cells[row.cells.length - 1]!, tabStop));
    if (columns.some((column) => column !== columns[0])) continue;
    return Math.max(1, columns[0]! - largest(run.map((row) => sourceEnd(text, row, row.cells.length - 1, tabStop))));
  }
  return undefined;
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
