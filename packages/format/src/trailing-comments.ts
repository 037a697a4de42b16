import { columnOf, isLong, keepsTab, resultEnd, sourceEnd, tabStops } from "./columns.js";
import type { LaidComment } from "./comment-columns.js";
import { levelChange } from "./comments.js";
import type { Style } from "./options.js";
import { endsInOpen, isComment, type Row } from "./rows.js";
import { columnAfter } from "./width.js";

/** A comment behind something else, measured. */
export interface TrailingComment {
  readonly row: Row;
  /** Once for each way of reading tabs. */
  readonly places: readonly Place[];
  /** The column that its row begins in. */
  readonly begin: number;
  /** What its row is indented with. */
  readonly lead: string;
  /** The column of the result that what is before it ends in. */
  readonly end: number;
  /** What parts it from the trailing comment before; `below` of that one aside. */
  readonly parted: "not" | "by rows without a comment" | "by a blank line";
  /** Comments on lines of their own directly below it. */
  readonly below: readonly CommentBelow[];
  /** Places of comments within the commented-out lines beside it. */
  readonly guides: readonly Guide[];
}

export interface Place {
  readonly column: number;
  /** Where what is before it ends. */
  readonly end: number;
}

export interface CommentBelow {
  readonly row: Row;
  /** Once for each way of reading tabs; none where it cannot go on with the comment above it. */
  readonly columns: readonly number[];
  readonly lead: string;
  /** The column of the result where it does not. */
  readonly own: number;
}

interface Guide {
  readonly column: number;
  /** The column of the result. */
  readonly result: number;
}

export function trailingComments(text: string, rows: readonly Row[], style: Style): TrailingComment[] {
  const found: TrailingComment[] = [];
  let below: CommentBelow[] = [];
  let parted: TrailingComment["parted"] = "not";
  for (const [index, row] of rows.entries()) {
    if (row.blankLines > 0) parted = "by a blank line";
    if (hasTrailingComment(row)) {
      below = [];
      found.push(measured(text, rows, index, parted, below, style));
      parted = "not";
    } else if (parted === "not" && isComment(row)) below.push(commentBelow(text, row, found.at(-1), style));
    else if (parted === "not") parted = "by rows without a comment";
  }
  return found;
}

function hasTrailingComment(row: Row): boolean {
  if (row.ordered !== undefined) return false;
  const { cells } = row;
  const last = cells[cells.length - 1];
  return cells.length > 1 && last!.kind === "comment" && last!.free && !isLong(row);
}

function measured(
  text: string,
  rows: readonly Row[],
  index: number,
  parted: TrailingComment["parted"],
  below: readonly CommentBelow[],
  style: Style,
): TrailingComment {
  const row = rows[index]!;
  const at = row.cells.length - 1;
  const stops = keepsTab(text, row) ? tabStops.slice(0, 1) : tabStops;
  const places = stops.map((stop) => ({
    column: columnOf(text, row.cells[at]!, stop),
    end: sourceEnd(text, row, at, stop),
  }));
  const beside = [row.blankLines === 0 ? rows[index - 1] : undefined, rows[index + 1]];
  if (beside[1]?.blankLines !== 0) beside.pop();
  return {
    row,
    places,
    begin: columnOf(text, row.cells[0]!, tabStops[0]),
    lead: leadOf(text, row),
    end: resultEnd(text, row, at, style.indent),
    parted,
    below,
    guides: style.align === "keep" ? beside.flatMap((comment) => guideIn(text, comment, style)) : [],
  };
}

/**
 * A comment that stands exactly below a trailing one goes on with it. Below a `{` it could as well stand where its block's lines
 * begin, and is taken for the block's. A block that is commented out is moved as a whole, and not after its first line.
 */
function commentBelow(text: string, row: Row, above: TrailingComment | undefined, style: Style): CommentBelow {
  const mayGoOn = above !== undefined && !endsInOpen(above.row) && !isLong(row) && levelChange(text, row) <= 0;
  return {
    row,
    columns: mayGoOn ? tabStops.map((stop) => columnOf(text, row.cells[0]!, stop)) : [],
    lead: leadOf(text, row),
    own: beginOf(row, style),
  };
}

/** The second `#` within a comment of its own line: beside a line that is commented out with its comment and all, the column is that line's. */
function guideIn(text: string, comment: Row | undefined, style: Style): Guide[] {
  if (comment === undefined || !isComment(comment) || isLong(comment)) return [];
  const { lineStart, start, end } = comment.cells[0]!;
  const inner = /[ \t][#!]/.exec(text.slice(start, end));
  if (inner === null) return [];
  const offset = start + inner.index + 1;
  return [
    {
      column: columnAfter(text, lineStart, offset, 0, tabStops[0]),
      result: columnAfter(text, start, offset, beginOf(comment, style), tabStops[0]),
    },
  ];
}

function leadOf(text: string, { cells }: Row): string {
  return text.slice(cells[0]!.lineStart, cells[0]!.start);
}

function beginOf({ column, depth }: Row, { indent }: Style): number {
  return column ?? depth * (indent === "\t" ? tabStops[0] : indent.length);
}

/** The same comment as it would be found in the result. */
export function asLaidOut(comment: TrailingComment, { column, goesOn }: LaidComment, style: Style): TrailingComment {
  return {
    ...comment,
    places: [{ column, end: comment.end }],
    begin: beginOf(comment.row, style),
    below: comment.below.map((each, at) => {
      return each.columns.length === 0 ? each : { ...each, columns: [goesOn[at] ? column : each.own] };
    }),
    guides: comment.guides.map(({ result }) => ({ column: result, result })),
  };
}
