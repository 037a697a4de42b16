/**
 * Most lines of a long file are written in it many times. What the text of a line alone decides is worked out once for all
 * lines of one text.
 */
import { mapped } from "@kalint/syntax";
import { removeComment, trimBlanks } from "./comments.js";
import { type Wording, wordingOf } from "./words.js";

/** A line of a file that is nothing but blanks, words, a brace behind them and a comment. */
interface PlainLine {
  /** Where its words begin. */
  readonly start: number;
  /** Of its words; of the brace where it has none. */
  readonly wording: Wording;
  /** Of the brace behind its words, and where it stands. */
  readonly brace: Wording | undefined;
  readonly braceStart: number;
}

export interface KnownTexts {
  readonly lines: Map<string, PlainLine | "empty" | "other">;
  readonly wordings: Map<string, Wording>;
}

/** The texts that a file repeats come early; those that it never repeats are not kept without end. */
const mostKept = 4096;

export function knownTexts(): KnownTexts {
  return { lines: new Map(), wordings: new Map() };
}

/** `empty`: nothing but blanks and a comment. `other`: more than its words is to be looked at. */
export function plainLineOf(texts: KnownTexts, text: string): PlainLine | "empty" | "other" {
  const known = texts.lines.get(text) ?? readPlainLine(texts, text);
  if (texts.lines.size < mostKept) texts.lines.set(text, known);
  return known;
}

/** What quotes, escapes, conditions, references, repetitions and unknown values are made of. */
const special = /[\\"@$~\0\r\uFDD0-\uFDEF]/;

function readPlainLine(texts: KnownTexts, text: string): PlainLine | "empty" | "other" {
  if (special.test(text)) return "other";
  const { line } = removeComment(mapped(text, 0), false);
  if (line.text === "") return "empty";
  if (line.text.startsWith("include")) return "other";
  const start = line.origin as number;
  const brace = line.text.search(/[{}]/);
  if (brace <= 0) {
    if (brace === 0 && line.text.length > 1) return "other";
    return { start, wording: knownWording(texts, line.text), brace: undefined, braceStart: 0 };
  }
  if (brace < line.text.length - 1) return "other";
  const words = trimBlanks(mapped(line.text.slice(0, brace), 0)).text;
  return {
    start,
    wording: knownWording(texts, words),
    brace: knownWording(texts, line.text.slice(brace)),
    braceStart: start + brace,
  };
}

export function knownWording({ wordings }: KnownTexts, text: string): Wording {
  const known = wordings.get(text) ?? wordingOf(text);
  if (wordings.size < mostKept) wordings.set(text, known);
  return known;
}
