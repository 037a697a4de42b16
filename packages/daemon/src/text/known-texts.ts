/**
 * Most lines of a long file are written in it many times. What the text of a line alone decides is worked out once for all
 * lines of one text.
 */
import { mapped } from "@kalint/syntax";
import { removeComment } from "./comments.js";
import { type Wording, wordingOf } from "./words.js";

/** A line of a file that is nothing but blanks, words and a comment. */
interface PlainLine {
  /** Where its words begin. */
  readonly start: number;
  readonly wording: Wording;
}

export interface KnownTexts {
  readonly lines: Map<string, PlainLine | "other">;
  readonly wordings: Map<string, Wording>;
}

/** The texts that a file repeats come early; those that it never repeats are not kept without end. */
const mostKept = 4096;

export function knownTexts(): KnownTexts {
  return { lines: new Map(), wordings: new Map() };
}

/** `undefined` where more than its words is to be looked at. */
export function plainLineOf({ lines }: KnownTexts, text: string): PlainLine | undefined {
  const known = lines.get(text) ?? readPlainLine(text);
  if (lines.size < mostKept) lines.set(text, known);
  return known === "other" ? undefined : known;
}

/** What quotes, escapes, conditions, references, repetitions, braces and unknown values are made of. */
const special = /[\\"@$~{}\0\r\uFDD0-\uFDEF]/;

function readPlainLine(text: string): PlainLine | "other" {
  if (special.test(text)) return "other";
  const { line } = removeComment(mapped(text, 0), false);
  if (line.text === "" || line.text.startsWith("include")) return "other";
  return { start: line.origin as number, wording: wordingOf(line.text) };
}

export function knownWording({ wordings }: KnownTexts, text: string): Wording {
  const known = wordings.get(text) ?? wordingOf(text);
  if (wordings.size < mostKept) wordings.set(text, known);
  return known;
}
