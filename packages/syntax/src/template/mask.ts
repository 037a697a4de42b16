/**
 * A rendering of a template as a text of the same length: what a tag or an untaken arm occupies is filled with characters
 * that stand for nothing. So every offset is one of the template, and no place needs to be mapped back.
 */
import type { Part, Structure } from "./structure.js";
import type { Tag, Trim } from "./tags.js";

/** Noncharacters of Unicode, like those of `holeOf`: the first sign of a value that nobody knows, and a place that holds nothing. */
export const unknownSign = "\uFDEE";
export const voidSign = "\uFDEF";

/** The arm of each block that is taken, by the block's number; -1 for none. */
export type Decisions = readonly number[];

/** Makes the masks of a template: what every mask has at its place is worked out once. */
export function masksOf(
  text: string,
  { parts }: Structure,
  removed: readonly Stretch[],
): (decisions: Decisions) => string {
  const nothing = voidSign.repeat(text.length);
  const gone = [...removed].sort((one, other) => one.start - other.start);
  const all = shownOf(parts, gone);
  return (decisions) => {
    const pieces: string[] = [];
    let at = 0;
    const put = (some: readonly Shown[]): void => {
      for (const each of some) {
        if ("number" in each) {
          const arm = each.arms[decisions[each.number]!];
          if (arm) put(arm);
          continue;
        }
        if (each.start > at) pieces.push(nothing.slice(at, each.start));
        pieces.push(each.isUnknown ? unknownSign : text.slice(each.start, each.end));
        at = each.end;
      }
    };
    put(all);
    return [...pieces, nothing.slice(at)].join("");
  };
}

/** What a mask may show: text, the sign of a tag that gives something, or one of a block's arms. All else is nothing. */
type Shown =
  | (Stretch & { readonly isUnknown: boolean })
  | { readonly number: number; readonly arms: readonly Shown[][] };

function shownOf(parts: readonly Part[], gone: readonly Stretch[]): Shown[] {
  return parts.flatMap((part): Shown[] => {
    if (part.kind === "block") {
      const { number, block, arms } = part.block;
      if (block !== "choice" && block !== "loop") return [];
      return [{ number, arms: arms.map((arm) => shownOf(arm, gone)) }];
    }
    if (part.kind === "text") return left(part, gone).map((stretch) => ({ ...stretch, isUnknown: false }));
    const { start, kind, block } = part.tag;
    if (kind !== "value" && block !== "wrapped") return [];
    return left({ start, end: start + 1 }, gone).map((stretch) => ({ ...stretch, isUnknown: true }));
  });
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
