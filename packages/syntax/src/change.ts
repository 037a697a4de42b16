import type { Span } from "./tree.js";

/** The part of `before` that is another one in `after`: what precedes it and what follows it is the same. */
export function changeBetween(before: string, after: string): Span {
  if (last?.before !== before || last.after !== after) last = { before, after, change: compared(before, after) };
  return last.change;
}

/** After an edit, tree, reading and views ask about the same two texts. */
let last: { readonly before: string; readonly after: string; readonly change: Span } | undefined;

function compared(before: string, after: string): Span {
  const most = Math.min(before.length, after.length);
  const start = sameAtStart(before, after, most);
  return { start, end: before.length - sameAtEnd(before, after, most - start) };
}

/** So many characters are compared at once, then fewer: the engine does that far faster than we can go through them. */
const widths = [4096, 512, 32];

function sameAtStart(one: string, other: string, most: number): number {
  let at = 0;
  for (const step of widths) {
    while (at + step <= most && one.startsWith(other.slice(at, at + step), at)) at += step;
  }
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

function sameAtEnd(one: string, other: string, most: number): number {
  let length = 0;
  const [oneEnd, otherEnd] = [one.length, other.length];
  for (const step of widths) {
    while (
      length + step <= most &&
      one.startsWith(other.slice(otherEnd - length - step, otherEnd - length), oneEnd - length - step)
    )
      length += step;
  }
  while (length < most && one.charCodeAt(oneEnd - length - 1) === other.charCodeAt(otherEnd - length - 1)) length += 1;
  return length;
}
