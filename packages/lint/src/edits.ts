import type { EffectiveWord, Place } from "@kalint/daemon";
import type { Fix } from "./types.js";

/** Writes another word in a word's place; nothing where the word came out of a definition, which others may use too. */
export function replaceWord(
  word: EffectiveWord,
  text: string,
  safe: boolean,
  title = `write \`${text}\``,
): readonly Fix[] {
  if (word.expanded) return [];
  return [{ title, safe, edits: [{ ...word.place, text }] }];
}

/** How lines end around an offset: as the one that it lies in, else as the one before. */
export function lineEndAt(text: string, offset: number): string {
  const next = text.indexOf("\n", offset);
  const at = next < 0 ? text.lastIndexOf("\n") : next;
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** From the first word's start to the last word's end, where they stand in one file in this order. */
export function spanOf(words: readonly EffectiveWord[]): Place {
  const first = words[0]!.place;
  const last = words.at(-1)!.place;
  return first.file === last.file && last.end >= first.end ? { ...first, end: last.end } : first;
}
