import type { Keyword, Switches } from "@kalint/schema";
import type { Notes } from "../values/notes.js";
/**
 * How a line is split into words. Three splitters exist in keepalived's lib/parser.c: alloc_strvec for every line,
 * alloc_strvec_quoted and alloc_strvec_quoted_escaped for the lines of scripts and regular expressions.
 */

/** A word with the range of the split text that it takes, quotes included. */
export interface SplitWord {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** As in `EffectiveWord`. */
  readonly unknown?: string;
}

export interface SplitLine {
  readonly words: readonly SplitWord[];
  /** Offset of a quote that is never closed: the words before it count, the rest is dropped. */
  readonly unterminated?: number;
}

/**
 * What the text of a line alone decides. Lines of the same text share it, wherever they stand: most lines of a long file are
 * written in it many times.
 */
export interface Wording extends SplitLine {
  readonly text: string;
  /** What values/notes.ts works out when somebody asks first: of each keyword that the line was read as. */
  noted: Notes | undefined;
  /** What a line of this text was read as last. */
  readAs: Keyword | undefined;
}

export function wordingOf(text: string): Wording {
  const { words, unterminated } = splitWords(text);
  // A list that grew has room for more.
  const own = { text, noted: undefined, readAs: undefined, words: words.slice() };
  return unterminated === undefined ? own : { ...own, unterminated };
}

/** The same line with other words: what was worked out of the first does not hold for it. */
export function reworded(wording: Wording, words: readonly SplitWord[], text = wording.text): Wording {
  return { ...wording, text, words, noted: undefined, readAs: undefined };
}

const quote = 0x22;

function isSeparator(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/**
 * The splitter of every line: `"…"` is one word without its quotes and without escapes, any other word ends at white
 * space or at a `"` (alloc_strvec).
 */
function splitWords(text: string): SplitLine {
  const words: SplitWord[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSeparator(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return { words };
    const start = at;
    if (text.charCodeAt(at) === quote) {
      const close = text.indexOf('"', at + 1);
      if (close < 0) return { words, unterminated: start };
      at = close + 1;
      words.push({ value: text.slice(start + 1, close), start, end: at, quoted: true });
    } else {
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === quote || isSeparator(code)) break;
      }
      words.push({ value: text.slice(start, at), start, end: at, quoted: false });
    }
  }
}

export type QuotedSplit =
  | { readonly kind: "words"; readonly words: readonly SplitWord[] }
  | { readonly kind: "unterminated-quote"; readonly at: number; readonly quote: string }
  /** Only logged: the line is ignored. */
  | { readonly kind: "dangling-escape"; readonly at: number };

/**
 * The splitter of quoted lines: `'…'` and `"…"` may start anywhere in a word. `escapes` takes `\n`, `\x41`, `\101`, …;
 * without it a backslash keeps itself and the character after it.
 */
export function splitQuoted(text: string, escapes: boolean, switches: Pick<Switches, "shortHexEscapes">): QuotedSplit {
  const words: SplitWord[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSeparator(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return { kind: "words", words };
    const start = at;
    let value = "";
    let quote = "";
    let opened = at;
    let quoted = false;
    while (at < text.length) {
      const character = text[at]!;
      if (character === "\\") {
        if (at + 1 >= text.length) return { kind: "dangling-escape", at };
        const taken = escapes ? readEscape(text, at + 1, switches) : { value: `\\${text[at + 1]}`, end: at + 2 };
        value += taken.value;
        at = taken.end;
      } else if (quote !== "") {
        if (character === quote) quote = "";
        else value += character;
        at += 1;
      } else if (character === '"' || character === "'") {
        quote = character;
        quoted = true;
        opened = at;
        at += 1;
      } else if (isSeparator(character.charCodeAt(0))) break;
      else {
        value += character;
        at += 1;
      }
    }
    if (quote !== "") return { kind: "unterminated-quote", at: opened, quote };
    words.push({ value, start, end: at, quoted });
  }
}

const letters: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function readEscape(
  text: string,
  at: number,
  switches: Pick<Switches, "shortHexEscapes">,
): { value: string; end: number } {
  const character = text[at]!;
  const hex = /^x([0-9a-fA-F]+)/.exec(text.slice(at, at + 32));
  if (hex) {
    const digits = switches.shortHexEscapes ? hex[1]!.slice(0, 2) : hex[1]!;
    return { value: String.fromCharCode(Number.parseInt(digits.slice(-2), 16)), end: at + 1 + digits.length };
  }
  if (character === "c" && at + 1 < text.length) {
    return { value: String.fromCharCode(text.charCodeAt(at + 1) & 0x1f), end: at + 2 };
  }
  const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3));
  if (octal) return { value: String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff), end: at + octal[0].length };
  return { value: letters[character] ?? character, end: at + 1 };
}
