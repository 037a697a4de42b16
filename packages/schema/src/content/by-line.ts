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
  const { start, end } = linesBetween(before, text);
  // What is at the start of a line has a blank before it: the end of the line before.
  const from = Math.max(start - 1, 0);
  const moved = text.length - before.length;
  const again = search(text.slice(from, end));
  if (found.length === 0 && again.length === 0) return found;
  return [
    ...found.filter((each) => each.end <= start),
    ...again.map((each) => ({ start: each.start + from, end: each.end + from })),
    ...found
      .filter((each) => each.start + moved >= end)
      .map((each) => (moved === 0 ? each : { start: each.start + moved, end: each.end + moved })),
  ];
}

interface Lines {
  readonly before: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Of the same two texts, one search after the other asks. */
let lastLines: Lines | undefined;

/** The lines of a text that an edit has changed, whole, each with its end. */
export function linesBetween(before: string, text: string): Lines {
  if (lastLines?.before === before && lastLines.text === text) return lastLines;
  const most = Math.min(before.length, text.length);
  const same = sameAtStart(before, text, most);
  const next = text.indexOf("\n", text.length - sameAtEnd(before, text, most - same));
  const start = text.lastIndexOf("\n", same - 1) + 1;
  lastLines = { before, text, start, end: next < 0 ? text.length : next + 1 };
  return lastLines;
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
  const endOf = (text: string, step: number) => text.slice(text.length - length - step, text.length - length);
  for (const step of widths) {
    while (length + step <= most && endOf(one, step) === endOf(other, step)) length += step;
  }
  while (length < most && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1))
    length += 1;
  return length;
}
