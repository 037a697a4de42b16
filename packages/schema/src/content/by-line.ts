import type { Tag } from "./tags.js";

/** Searching a shorter text takes no longer than comparing it. */
const short = 4096;

/**
 * A search that never looks beyond a line, for texts that are edited: what it found in the last text holds on all lines that an
 * edit has left as they were.
 */
export function searchedByLine(search: (text: string) => readonly Tag[]): (text: string) => readonly Tag[] {
  let last = { text: "", found: [] as readonly Tag[] };
  return (text) => {
    if (text.length < short) return search(text);
    if (last.text !== text) last = { text, found: searchAgain(search, last, text) };
    return last.found;
  };
}

function searchAgain(
  search: (text: string) => readonly Tag[],
  { text: before, found }: { readonly text: string; readonly found: readonly Tag[] },
  text: string,
): readonly Tag[] {
  const most = Math.min(before.length, text.length);
  const same = sameAtStart(before, text, most);
  // Whole lines, each with its end, on both sides.
  const start = text.lastIndexOf("\n", same - 1) + 1;
  // What is at the start of a line has a blank before it: the end of the line before.
  const from = Math.max(start - 1, 0);
  const next = text.indexOf("\n", text.length - sameAtEnd(before, text, most - same));
  const end = next < 0 ? text.length : next + 1;
  const moved = text.length - before.length;
  return [
    ...found.filter((each) => each.end <= start),
    ...search(text.slice(from, end)).map((each) => ({ start: each.start + from, end: each.end + from })),
    ...found
      .filter((each) => each.start + moved >= end)
      .map((each) => (moved === 0 ? each : { start: each.start + moved, end: each.end + moved })),
  ];
}

/** How many characters are compared at once: the engine does that far faster than we can go through them. */
const step = 1024;

function sameAtStart(one: string, other: string, most: number): number {
  let at = 0;
  while (at + step <= most && one.startsWith(other.slice(at, at + step), at)) at += step;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

function sameAtEnd(one: string, other: string, most: number): number {
  let length = 0;
  const endOf = (text: string) => text.slice(text.length - length - step, text.length - length);
  while (length + step <= most && endOf(one) === endOf(other)) length += step;
  while (length < most && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1))
    length += 1;
  return length;
}
