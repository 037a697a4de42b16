import { largest, widestRow } from "./columns.js";
import type { Style } from "./options.js";
import type { CommentBelow, Place, TrailingComment } from "./trailing-comments.js";

/** Where a trailing comment goes. */
export interface LaidComment {
  readonly column: number;
  /** Which of the comments below it keep to its column. */
  readonly goesOn: readonly boolean[];
}

/** Trailing comments that belong into one column. */
interface Run {
  readonly comments: TrailingComment[];
  /** For each way of reading tabs the column that all share, and where the widest row ends. */
  shared: readonly (Place | undefined)[];
  /** Where the widest row of the result ends. */
  widest: number;
  /** The column that a commented-out line beside it has its comment in. */
  guide: number | undefined;
  /** Whether comments on lines of their own go on below one. */
  goesOn: boolean;
  readonly parted: TrailingComment["parted"] | "by a comment";
  /** Of the parts that it is joined from, each in a column: the largest, and how far their columns reach in the result. */
  parts: Parts;
}

interface Parts {
  readonly size: number;
  readonly shared: Run["shared"];
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** So many blanks are meant to make a column, even where they miss it. */
const setOff = 3;

/** Columns that are no further apart were meant to be one. */
const nearly = 2;

/**
 * Comments of neighbouring rows that share a column keep one. What is decided by a column comes first, and only then what is decided by
 * gaps, because columns make gaps.
 */
export function columnsOfComments(comments: readonly TrailingComment[], style: Style): LaidComment[] {
  const goesOn = comments.map((comment) => comment.below.map((below) => isBelow(below, comment, style)));
  const single = comments.map((comment, at) => {
    const parted = comment.parted === "not" && goesOn[at - 1]?.includes(false) ? "by a comment" : comment.parted;
    return runOf(comment, parted, goesOn[at]!.includes(true));
  });
  const runs = arranged(single, style);
  const columns = runs.map((run) => columnOf(run, style));
  if (style.align === "keep") keepDistant(runs, columns, style);
  return runs
    .flatMap((run, at) => run.comments.map(({ end }) => (columns[at]! > widestRow ? end + 1 : columns[at]!)))
    .map((column, at) => ({ column, goesOn: goesOn[at]! }));
}

function arranged(single: Run[], style: Style): Run[] {
  if (style.align === "always") return joined(single, (_, other) => areNeighbours(other));
  const neighbours = joined(single, (one, other) => areNeighbours(other) && shareColumn(one, other, style));
  const scattered = joined(neighbours, (one, other) => areScattered(one, other, style));
  for (const run of scattered) {
    const column = naturalColumn(run);
    run.parts = { size: run.comments.length, shared: run.shared, column, from: column, to: column };
  }
  return joined(scattered, areMeantAsOne);
}

function runOf(comment: TrailingComment, parted: Run["parted"], goesOn: boolean): Run {
  const guide = comment.guides.find(({ column }) => column === comment.places[0]!.column)?.result;
  return { comments: [comment], shared: comment.places, widest: comment.end, guide, goesOn, parted, parts: noParts };
}

const noParts: Parts = { size: 0, shared: [], column: 0, from: 0, to: 0 };

function joined(runs: readonly Run[], belong: (one: Run, other: Run) => boolean): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && belong(last, run)) join(last, run);
    else result.push(run);
  }
  return result;
}

function join(one: Run, other: Run): void {
  for (const comment of other.comments) one.comments.push(comment);
  one.shared = sharedBy(one, other);
  one.widest = Math.max(one.widest, other.widest);
  one.guide ??= other.guide;
  one.goesOn ||= other.goesOn;
  one.parts = largerFirst(one.parts, other.parts);
}

function largerFirst(one: Parts, other: Parts): Parts {
  const larger = other.size > one.size || (other.size === one.size && other.column > one.column) ? other : one;
  return { ...larger, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function sharedBy(one: Run, other: Run): (Place | undefined)[] {
  return one.shared.slice(0, other.shared.length).map((place, at) => {
    const second = other.shared[at];
    if (place === undefined || place.column !== second?.column) return undefined;
    return { column: place.column, end: Math.max(place.end, second.end) };
  });
}

function areNeighbours({ parted }: Run): boolean {
  return parted === "not" || parted === "by a comment";
}

function shareColumn(one: Run, other: Run, style: Style): boolean {
  return sharesColumn(one.comments.at(-1)!, other.comments[0]!, style);
}

/** Tabs are read in a second way only where those that the result has in front of both lines cannot make or hide a column. */
function sharesColumn(one: TrailingComment, other: TrailingComment, { indent }: Style): boolean {
  if (one.places[0]!.column === other.places[0]!.column) return true;
  if (indent === "\t" && one.lead !== other.lead) return false;
  return one.places[1] !== undefined && one.places[1].column === other.places[1]?.column;
}

/** Whether a comment on its own line stands exactly below a trailing one, and not merely where its block's lines begin. */
function isBelow({ columns, lead }: CommentBelow, above: TrailingComment, { indent }: Style): boolean {
  if (columns.length === 0 || columns[0]! <= above.begin) return false;
  if (columns[0] === above.places[0]!.column) return true;
  if (indent === "\t" && lead !== above.lead) return false;
  return above.places[1] !== undefined && columns[1] === above.places[1].column;
}

/** Rows without a comment come between them and yet the column is one: all are set off by two blanks or more. */
function areScattered(one: Run, other: Run, style: Style): boolean {
  if (other.parted === "by a blank line" || !shareColumn(one, other, style)) return false;
  const place = sharedBy(one, other).find((each) => each !== undefined);
  return place !== undefined && place.column - place.end > 1;
}

/**
 * They share no column, but are set off as if they should: single neighbours, or runs whose columns nearly meet in the source or the
 * result; in both, where other rows come between.
 */
function areMeantAsOne(one: Run, other: Run): boolean {
  if (other.parted === "by a blank line") return false;
  if (!isSetOff(one.comments.at(-1)!) || !isSetOff(other.comments[0]!)) return false;
  const isSingle = other.comments.length === 1 && one.parts.size === 1;
  const [before, after] = [one.comments.at(-1)!.places[0]!, other.comments[0]!.places[0]!];
  const here = isNear(before.column, after.column);
  const inResult = isNear(naturalColumn(one), naturalColumn(other));
  return other.parted === "not" ? isSingle || here || inResult : here && inResult;
}

function isSetOff({ places: [place] }: TrailingComment): boolean {
  return place!.end > 0 && place!.column - place!.end >= setOff;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= nearly;
}

function columnOf(run: Run, { align }: Style): number {
  if (align === "always") return run.widest + 1;
  const column = naturalColumn(run);
  // A comment by itself keeps one or two blanks.
  return isAlone(run) && column !== run.guide ? Math.min(column, run.widest + 2) : column;
}

function isAlone({ comments, goesOn }: Run): boolean {
  return comments.length === 1 && !goesOn;
}

/** The column in which a run keeps the distance that its author gave it; where its parts nearly met, the one of the largest. */
function naturalColumn({ guide, widest, shared, parts }: Run): number {
  if (guide !== undefined && guide > widest) return guide;
  const place = shared.find((each) => each !== undefined);
  if (place !== undefined) return widest + Math.max(1, place.column - place.end);
  const meet = parts.size > 1 || isNear(parts.from, parts.to);
  return meet ? Math.max(parts.column, widest + 1) : widest + 2;
}

/** A comment by itself that is set off stays so where it is in the column of others of the text. */
function keepDistant(runs: readonly Run[], columns: number[], { indent }: Style): void {
  // Tabs at the beginning of the result would make and hide columns.
  const readings = indent === "\t" ? [0] : [0, 1];
  const distant = new Set([...runs.keys()].filter((at) => isDistant(runs[at]!)));
  for (const reading of readings) {
    const found = columnsInReading(runs, columns, distant, reading);
    for (const [at, column] of found) {
      distant.delete(at);
      if (column > runs[at]!.widest) columns[at] = column;
    }
  }
}

/** For those of `distant` that share a column with others: the column of the run before them, or after them, or one for all of them. */
function columnsInReading(
  runs: readonly Run[],
  columns: readonly number[],
  distant: ReadonlySet<number>,
  reading: number,
): Map<number, number> {
  const found = new Map<number, number>();
  const before = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  for (const [at, run] of runs.entries()) {
    const place = run.shared[reading] ?? (run.parts.size > 1 ? run.parts.shared[reading] : undefined);
    if (place === undefined || (isAlone(run) && !isDistant(run))) continue;
    const known = before.get(place.column);
    const others = waiting.get(place.column);
    if (!distant.has(at)) {
      before.set(place.column, columns[at]!);
      for (const other of others ?? []) found.set(other, columns[at]!);
      waiting.delete(place.column);
    } else if (known !== undefined) found.set(at, known);
    else if (others !== undefined) others.push(at);
    else waiting.set(place.column, [at]);
  }
  for (const alike of waiting.values()) {
    const column = largest(alike.map((at) => distanceKept(runs[at]!, reading)));
    if (alike.length > 1) for (const at of alike) found.set(at, column);
  }
  return found;
}

function isDistant(run: Run): boolean {
  return isAlone(run) && isSetOff(run.comments[0]!);
}

function distanceKept({ widest, shared }: Run, reading: number): number {
  const { column, end } = shared[reading]!;
  return widest + column - end;
}
