import type { Argument } from "@kalint/schema";
import { say } from "@kalint/schema";
import type { Word } from "@kalint/syntax";
import type { JsonWord } from "./types.js";

/** Of the byte order, at the start of a file. */
export const mark = "\uFEFF";

/** keepalived reads these as one word without quotes. A backslash takes the next sign with it; a reference holds braces. */
export function isPlain(text: string): boolean {
  const rest = text.replace(/\$\{[A-Za-z_]\w*\}/g, "_").replace(/\\./g, "_");
  return /^[^\s"#!{}]+$/.test(rest) && !/^[@~]|^\$\w+=/.test(text);
}

/** The word in JSON: a number only where the keyword takes one, and it is written as JSON writes it. */
export function jsonWord(word: Word, argument?: Argument): JsonWord {
  if (word.kind === "string")
    return isPlain(word.value) || word.value.includes('"') ? { quoted: word.value } : word.value;
  if (isNumberOf(argument, word.value)) return Number(word.value);
  return isPlain(word.value) ? word.value : { bare: word.value };
}

function isNumberOf(argument: Argument | undefined, text: string): boolean {
  if (argument === undefined || !/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return false;
  if (argument.type !== "uint" && argument.type !== "int" && argument.type !== "port") return false;
  return Number(text) >= argument.min && Number(text) <= argument.max;
}

/** The word in the file. Throws a RangeError for a text that no word can be. */
export function confWord(word: JsonWord): string {
  if (typeof word === "number") return String(word);
  if (typeof word === "object" && "bare" in word) return oneLine(word.bare);
  const text = typeof word === "object" ? word.quoted : word;
  if (typeof word === "string" && isPlain(text)) return text;
  if (text.includes('"'))
    throw new RangeError(
      say`the word ${JSON.stringify(text)} contains a double quote, which keepalived cannot read within a word`,
    );
  return `"${oneLine(text)}"`;
}

export function oneLine(text: string): string {
  if (/[\n\0]/.test(text))
    throw new RangeError(say`the text ${JSON.stringify(text)} must be on one line and contain no NUL`);
  return text;
}
