/**
 * Text that still knows where each of its characters stands in its file. A line that nothing was substituted in is
 * a text and one offset; only a changed line carries a map.
 */

/**
 * Two characters stand for a value of unknown content, another pair for each thing that is not known: Unicode has them for
 * the use within a program. A stage before the reading puts them in a text with `replaceMapped`.
 */
const firstSign = 0xfdd0;
const signCount = 30;
const holes = /[\uFDD0-\uFDED]{2}/g;

/** The text for the unknown value of this number, from 0. */
export function holeOf(number: number): string {
  const [high, low] = [Math.floor(number / signCount) % signCount, number % signCount];
  return String.fromCharCode(firstSign + high, firstSign + low);
}

export function hasHole(text: string): boolean {
  return /[\uFDD0-\uFDED]{2}/.test(text);
}

/** Puts a text in the place of each unknown value. */
export function fillHoles(text: string, fill: (number: number) => string): string {
  return text.replace(holes, (hole) =>
    fill((hole.charCodeAt(0) - firstSign) * signCount + hole.charCodeAt(1) - firstSign),
  );
}

/** A stretch of text from `at` up to the next segment. `verbatim` stretches map character by character, others as a whole. */
interface Segment {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
}

export interface MappedText {
  readonly text: string;
  /** Offset of the first character in the file, or the segments in order. */
  readonly origin: number | readonly Segment[];
}

/** Half-open range of the file that a range of mapped text came from. */
export interface Origin {
  readonly start: number;
  readonly end: number;
  /** The text is not what stands there: something was substituted. */
  readonly expanded: boolean;
}

/** Text that stands in the file at `start`. */
export function mapped(text: string, start: number): MappedText {
  return { text, origin: start };
}

/** Text that stands for the whole range from `start` to `end` of the file. */
export function substituted(text: string, start: number, end: number): MappedText {
  return { text, origin: [{ at: 0, start, end, verbatim: false }] };
}

export function sliceMapped(source: MappedText, from: number, to = source.text.length): MappedText {
  if (from === 0 && to === source.text.length) return source;
  const text = source.text.slice(from, to);
  if (typeof source.origin === "number") return { text, origin: source.origin + from };
  return { text, origin: cut(source.origin, from, to, source.text.length) };
}

/** Replaces `from` to `to` by `insert`, which then maps to the place that the replaced text came from. */
export function replaceMapped(source: MappedText, from: number, to: number, insert: string): MappedText {
  const length = source.text.length;
  const text = source.text.slice(0, from) + insert + source.text.slice(to);
  const segments = segmentsOf(source);
  const place = originOf(source, from, to);
  const shift = insert.length - (to - from);
  const middle: Segment[] = insert === "" ? [] : [{ at: from, start: place.start, end: place.end, verbatim: false }];
  const tail = cut(segments, to, length, length).map((segment) => ({ ...segment, at: segment.at + to + shift }));
  return { text, origin: [...cut(segments, 0, from, length), ...middle, ...tail] };
}

/** The text without its signs of nothing (`masksOf`), and with a hole for each value that nobody knows. */
export function unmasked(masked: string, start: number, holeAt: (start: number, end: number) => string): MappedText {
  if (!/[\uFDEE\uFDEF]/.test(masked)) return mapped(masked, start);
  const segments: Segment[] = [];
  let text = "";
  for (const { 0: piece, index } of masked.matchAll(/[^\uFDEE\uFDEF]+|\uFDEE\uFDEF*/g)) {
    const [from, to] = [start + index, start + index + piece.length];
    const verbatim = !piece.startsWith("\uFDEE");
    segments.push({ at: text.length, start: from, end: to, verbatim });
    text += verbatim ? piece : holeAt(from, to);
  }
  return { text, origin: segments };
}

/** Where a range of mapped text came from. An empty range maps to an empty range before the character that follows. */
export function originOf(source: MappedText, from: number, to: number): Origin {
  if (typeof source.origin === "number") {
    return { start: source.origin + from, end: source.origin + to, expanded: false };
  }
  if (source.origin.length === 0) return { start: 0, end: 0, expanded: true };
  const first = segmentAt(source.origin, from);
  const last = to > from ? segmentAt(source.origin, to - 1) : first;
  const start = first.verbatim ? first.start + (from - first.at) : first.start;
  if (to <= from) return { start, end: start, expanded: false };
  const end = last.verbatim ? last.start + (to - last.at) : last.end;
  return { start: Math.min(start, end), end: Math.max(start, end), expanded: first !== last || !first.verbatim };
}

function segmentsOf(source: MappedText): readonly Segment[] {
  if (typeof source.origin !== "number") return source.origin;
  return [{ at: 0, start: source.origin, end: source.origin + source.text.length, verbatim: true }];
}

function segmentAt(segments: readonly Segment[], offset: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

/** The segments of `from` to `to`, counted from `from`. */
function cut(segments: readonly Segment[], from: number, to: number, length: number): Segment[] {
  const result: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1]?.at ?? length;
    const start = Math.max(segment.at, from);
    const end = Math.min(next, to);
    if (start >= end) continue;
    const skipped = start - segment.at;
    result.push(
      segment.verbatim
        ? { at: start - from, start: segment.start + skipped, end: segment.start + (end - segment.at), verbatim: true }
        : { at: start - from, start: segment.start, end: segment.end, verbatim: false },
    );
  }
  return result;
}
