import { say } from "@kalint/schema";
import { distance } from "fastest-levenshtein";

/**
 * The candidates nearest to a word, at most two slips away (one for short words); nearest first, then by alphabet.
 * A different case, and `-` for `_`, count as nothing; two letters exchanged are one slip.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): readonly { readonly word: string; readonly distance: number }[] {
  const limit = word.length <= 4 ? 1 : 2;
  const own = plain(word);
  const close: { word: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
    const other = plain(candidate);
    const slips = isExchanged(own, other) ? 1 : distance(own, other);
    if (slips <= limit) close.push({ word: candidate, distance: slips });
  }
  return close.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

/** Whether a word is another one, or could be meant for it. */
export function isNear(word: string, other: string): boolean {
  return word === other || nearest(word, [other]).length > 0;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}

function isExchanged(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[], joint: "or" | "and" | "," = "or"): string {
  if (words.length <= 1) return words[0] ?? "";
  const [others, last] = [listed(words.slice(0, -1)), words.at(-1)];
  if (joint === ",") return say`${others} , ${last}`;
  return joint === "or" ? say`${others} or ${last}` : say`${others} and ${last}`;
}

/** `a`, `a, b`. */
export function listed(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? "") : words.reduce((list, word) => say`${list}, ${word}`);
}

/** How a word that stands in a message is written: `""` where it is empty, never longer than a line. */
export function quote(word: string): string {
  const shown = word.length > 60 ? `${word.slice(0, 57)}…` : word;
  return `"${shown}"`;
}
