/**
 * Why a line is read where it is read. keepalived keeps no account of braces that it ignores: after an unknown block it
 * closes the wrong one and reads on one level too high. Here each such stretch of lines is remembered with the problem
 * that it follows from, so that messages can point at the cause.
 */
import type { LogicalLines } from "../text/lines.js";
import type { SplitLine } from "../text/words.js";
import type { ReadingProblem } from "../types.js";

export interface Braces {
  /** For each line that is a brace the index of its partner by count alone; -1 for all others. */
  readonly partners: Int32Array;
  /** No line has more for who skips it: a brace in quotes, which counts where lines are skipped, or a quote without end. */
  readonly areAll: boolean;
}

export function matchBraces(lines: LogicalLines): Braces {
  const partners = new Int32Array(lines.length).fill(-1);
  const open: number[] = [];
  let areAll = true;
  for (let index = 0; index < lines.length; index += 1) {
    const wording = lines.wordingAt(index)!;
    const { text } = wording;
    if (text === "{") open.push(index);
    else if (text === "}") {
      const start = open.pop();
      if (start === undefined) continue;
      partners[start] = index;
      partners[index] = start;
    } else if (areAll) areAll = wording.unterminated === undefined && !(text.includes('"') && hasBrace(wording));
  }
  return { partners, areAll };
}

function hasBrace({ words }: SplitLine): boolean {
  return words.some(({ value }) => value === "{" || value === "}");
}

/** Lines that belong to a block without `{`: processes that do not act on it read them at the top. */
export interface Unopened {
  readonly from: number;
  readonly to: number;
  readonly cause: ReadingProblem;
}

export interface Displacements {
  readonly unopened: readonly Unopened[];
  /** The problem that line `index` is read in the wrong place for. */
  causeAt(index: number): ReadingProblem | undefined;
  /** A `{` at `open` is ignored because of `cause`. */
  ignoredOpen(open: number, cause: ReadingProblem): void;
  /** A block whose `{` stands at `open` (-1: it has none) is closed by the `}` at `close`. */
  closed(open: number, close: number): void;
  /** A block that has no `{` is read as if it had one. */
  missingOpen(index: number, cause: ReadingProblem): void;
  /** A keyword of the top level stands at the top level again. Tells whether nothing before it counts for what follows. */
  synchronised(index: number): boolean;
  /** Some block without `{` has not been closed. */
  isWaiting(): boolean;
}

export function displacements({ partners }: Braces): Displacements {
  const regions: { until: number; cause: ReadingProblem }[] = [];
  const closers = new Map<number, ReadingProblem>();
  const unopened: Unopened[] = [];
  const waiting: { from: number; cause: ReadingProblem }[] = [];

  function causeAt(index: number): ReadingProblem | undefined {
    while (regions.length > 0 && regions.at(-1)!.until < index) regions.pop();
    return closers.get(index) ?? regions.at(-1)?.cause;
  }

  return {
    unopened,
    causeAt,
    ignoredOpen(open, cause) {
      const close = partners[open] ?? -1;
      if (close < 0) return;
      closers.set(close, cause);
      regions.push({ until: close, cause });
    },
    closed(open, close) {
      const own = open < 0 ? -1 : (partners[open] ?? -1);
      if (own === close) return;
      const header = open < 0 ? waiting.pop() : undefined;
      if (header) unopened.push({ ...header, to: close });
      const cause = causeAt(close) ?? header?.cause;
      if (!cause) return;
      const until = open < 0 ? Number.POSITIVE_INFINITY : own;
      if (until > close) regions.push({ until, cause });
    },
    missingOpen(index, cause) {
      waiting.push({ from: index, cause });
    },
    synchronised(index) {
      while (
        regions.length > 0 &&
        (regions.at(-1)!.until === Number.POSITIVE_INFINITY || regions.at(-1)!.until < index)
      )
        regions.pop();
      return regions.length === 0 && waiting.length === 0;
    },
    isWaiting: () => waiting.length > 0,
  };
}
