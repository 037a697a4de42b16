import { distance } from "fastest-levenshtein";

/**
 * The candidates nearest to a word, at most two slips away (one for short words); nearest first, then by alphabet.
 * A different case counts as nothing.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): readonly { readonly word: string; readonly distance: number }[] {
  const limit = word.length <= 3 ? 1 : 2;
  const lower = word.toLowerCase();
  const close: { word: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const slips = distance(plain(lower), plain(candidate.toLowerCase()));
    if (slips <= limit && candidate !== word) close.push({ word: candidate, distance: slips });
  }
  return close.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

/** Hyphens and underscores are mistaken for each other. */
function plain(word: string): string {
  return word.replaceAll("-", "_");
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[], joint = "or"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

/** How a word that stands in a message is written: `""` where it is empty, never longer than a line. */
export function quote(word: string): string {
  const shown = word.length > 60 ? `${word.slice(0, 57)}…` : word;
  return `"${shown}"`;
}
