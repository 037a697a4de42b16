import {
  type EffectiveStatement,
  type EffectiveWord,
  type From,
  fileOf,
  greedyBlocks,
  type HostConfiguration,
  type Place,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Fix } from "./types.js";

/** Writes another word in a word's place; nothing where the word came out of a definition, which others may use too. */
export function replaceWord(
  word: EffectiveWord,
  text: string,
  safe: boolean,
  title = say`write \`${text}\``,
): readonly Fix[] {
  if (word.expanded) return [];
  return [{ title, safe, edits: [{ ...word.place, text }] }];
}

/** Puts double quotes around what is there, which the edits need not repeat: it may be a password. */
export function quoteAt(place: Place): Fix {
  const quote = (at: number) => ({ file: place.file, start: at, end: at, text: '"' });
  return { title: say`put the value in double quotes`, safe: false, edits: [quote(place.start), quote(place.end)] };
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

/**
 * Takes away a statement without block, or a line of a block: with its line end where nothing else is on the line. Nothing
 * where it came out of a definition, which others may use too.
 */
export function removeLine(
  host: HostConfiguration,
  from: From,
  safe: boolean,
  title = say`remove the line`,
): readonly Fix[] {
  const text = fileOf(host.effective, from.place)?.text;
  if (text === undefined || isShared(from)) return [];
  if ("lines" in from && (from.lines.length > 0 || from.children.length > 0)) return [];
  const place = from.words.length > 0 ? spanOf(from.words) : from.place;
  return [{ title, safe, edits: [{ ...withLineEnd(text, place), text: "" }] }];
}

/** The whole line of what is alone on it, else the place itself. */
export function withLineEnd(text: string, place: Place): Place {
  const start = text.lastIndexOf("\n", place.start - 1) + 1;
  const next = text.indexOf("\n", place.end);
  const end = next < 0 ? text.length : next + 1;
  const alone = text.slice(start, place.start).trim() === "" && text.slice(place.end, end).trim() === "";
  return alone ? { file: place.file, start, end } : place;
}

/** Puts a line before another one of its block. */
export function insertLineBefore(host: HostConfiguration, from: From, line: string, safe: boolean): readonly Fix[] {
  const { file, start: offset } = from.place;
  const text = fileOf(host.effective, from.place)?.text;
  if (text === undefined || isShared(from)) return [];
  // An included file may be a part of other blocks, to which the line means something else.
  if (safe && from.expansions.length > 0) return [];
  // A block without its `{` is read as such by one process only: to the others the line would be one more they do not know.
  if (greedyBlocks(host).some((block) => block.header.file === file && block.from <= offset)) return [];
  const indent = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  if (indent.trim() !== "") return [];
  const inserted = `${line}${lineEndAt(text, offset)}${indent}`;
  return [{ title: say`add \`${line}\``, safe, edits: [{ file, start: offset, end: offset, text: inserted }] }];
}

/** Puts a line before the first statement of a block, where that is in the block's own file. It is a choice, so never safe. */
export function insertInto(host: HostConfiguration, block: EffectiveStatement, line: string): readonly Fix[] {
  const [first] = block.children;
  if (first === undefined || isShared(block) || first.place.file !== block.place.file) return [];
  return insertLineBefore(host, first, line, false);
}

/** Whether it came out of a definition or a repetition: an edit would change what others use too. */
function isShared(from: From): boolean {
  return from.expansions.some(({ kind }) => kind !== "include") || from.words.some(({ expanded }) => expanded);
}
