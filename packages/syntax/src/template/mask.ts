/**
 * A rendering of a template as a text of the same length: what a tag or an untaken arm occupies is filled with characters
 * that stand for nothing. So every offset is one of the template, and no place needs to be mapped back.
 */
import type { Part, Structure } from "./structure.js";
import type { Tag, Trim } from "./tags.js";

/** Noncharacters of Unicode, like those of `holeOf`: the first sign of a value that nobody knows, and a place that holds nothing. */
export const unknownSign = "\uFDEE";
export const voidSign = "\uFDEF";

/** A stretch of a template that a rendering puts out where it takes the arm that it is in. */
export interface Piece extends Stretch {
  /** The number of its arm; 0 is what is in no block. */
  readonly arm: number;
  /** A tag that gives something: one sign for a value that nobody knows. */
  readonly isUnknown: boolean;
}

/** An arm of a choice or a loop, with the arm that it is in. */
export interface Arm {
  readonly block: number;
  readonly option: number;
  readonly parent: number;
}

/** What a mask may show, in order, and the arms that decide on it; the first of them is no arm of any block. All else is nothing. */
interface Pieces {
  readonly pieces: readonly Piece[];
  readonly arms: readonly Arm[];
}

export function piecesOf({ parts }: Structure, removed: readonly Stretch[]): Pieces {
  const gone = [...removed].sort((one, other) => one.start - other.start);
  const pieces: Piece[] = [];
  const arms: Arm[] = [{ block: -1, option: 0, parent: 0 }];
  const add = (stretch: Stretch, arm: number, isUnknown: boolean): void => {
    for (const each of left(stretch, gone)) pieces.push({ ...each, arm, isUnknown });
  };
  const addAll = (some: readonly Part[], arm: number): void => {
    for (const part of some) {
      if (part.kind === "text") add(part, arm, false);
      else if (part.kind === "block") {
        const { number, block } = part.block;
        if (block !== "choice" && block !== "loop") continue;
        for (const [option, inside] of part.block.arms.entries()) {
          addAll(inside, arms.push({ block: number, option, parent: arm }) - 1);
        }
      } else if (part.tag.kind === "value" || part.tag.block === "wrapped") {
        const { start } = part.tag;
        add({ start, end: start + 1 }, arm, true);
      }
    }
  };
  addAll(parts, 0);
  return { pieces, arms };
}

/** Makes masks of a text, each with the arms that it is asked for. */
export function masksOf(text: string, pieces: readonly Piece[]): (shown: Uint8Array) => string {
  const nothing = voidSign.repeat(text.length);
  return (shown) => {
    const made: string[] = [];
    let at = 0;
    for (const { start, end, arm, isUnknown } of pieces) {
      if (shown[arm] === 0) continue;
      if (start > at) made.push(nothing.slice(at, start));
      made.push(isUnknown ? unknownSign : text.slice(start, end));
      at = end;
    }
    return [...made, nothing.slice(at)].join("");
  };
}

/** What is left of a stretch when others are removed, which are in order. */
function left({ start, end }: Stretch, gone: readonly Stretch[]): readonly Stretch[] {
  const rest: Stretch[] = [];
  let at = start;
  for (const each of gone) {
    if (each.end <= at) continue;
    if (each.start >= end) break;
    if (each.start > at) rest.push({ start: at, end: each.start });
    at = each.end;
  }
  return at < end ? [...rest, { start: at, end }] : rest;
}

/** The mask with every arm: only the tags are filled, and what is `removed`. */
export function withoutTags(text: string, tags: readonly Tag[], removed: readonly Stretch[]): string {
  const all = [...tags.map((tag) => ({ ...tag, gives: tag.kind === "value" || tag.block === "wrapped" })), ...removed];
  const pieces: string[] = [];
  let at = 0;
  for (const stretch of all.sort((one, other) => one.start - other.start)) {
    const gives = "gives" in stretch && stretch.gives;
    const length = stretch.end - stretch.start;
    pieces.push(text.slice(at, stretch.start), (gives ? unknownSign : voidSign) + voidSign.repeat(length - 1));
    at = stretch.end;
  }
  return [...pieces, text.slice(at)].join("");
}

/** Half-open range of offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The white space that tags remove. */
export function trimsOf(text: string, tags: readonly Tag[]): readonly Stretch[] {
  return tags.flatMap(({ start, end, trimsBefore, trimsAfter }) => {
    const before = trimsBefore === undefined ? 0 : lengthBefore(text, start, trimsBefore);
    const after = trimsAfter === undefined ? 0 : lengthAfter(text, end, trimsAfter);
    return [
      ...(before > 0 ? [{ start: start - before, end: start }] : []),
      ...(after > 0 ? [{ start: end, end: end + after }] : []),
    ];
  });
}

function lengthBefore(text: string, start: number, trim: Trim): number {
  let at = start;
  const isTrimmed = trim === "all" ? /\s/ : /[ \t]/;
  while (at > 0 && isTrimmed.test(text[at - 1]!)) at -= 1;
  if (trim === "blanks" && at > 0 && text[at - 1] !== "\n") return 0;
  return start - at;
}

function lengthAfter(text: string, end: number, trim: Trim): number {
  if (trim === "line-end") return /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  let at = end;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at - end;
}

/**
 * The mask as the words of a file are seen in it: a stretch of nothing between blanks is blank, and keeps its line ends.
 * Within a word it stays.
 */
export function withBlanks(text: string, masked: string): string {
  return masked.replace(/\uFDEF+/g, (run, at: number) => {
    const before = masked[at - 1];
    const behind = masked[at + run.length];
    const joins = before !== undefined && behind !== undefined && /[^\s{}]/.test(before) && /[^\s{}]/.test(behind);
    return joins || before === unknownSign ? run : text.slice(at, at + run.length).replace(/[^\r\n]+/g, blanksFor);
  });
}

function blanksFor(line: string): string {
  return " ".repeat(line.length);
}
