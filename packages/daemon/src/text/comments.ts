import { type MappedText, replaceMapped, sliceMapped } from "@kalint/syntax";

const special = /["#!\\]/;

interface Uncommented {
  readonly line: MappedText;
  /** Offset in the given text of a `"` that has no partner, after which everything counts as quoted. */
  readonly unterminated?: number;
}

/**
 * Takes away the comment, surrounding blanks and the backslash of `\#` and `\!`; a backslash at the very end moves up
 * to the text before it (keepalived 2.4.3, lib/parser.c: decomment).
 */
export function removeComment(source: MappedText, backslashOutlivesComment: boolean): Uncommented {
  if (!special.test(source.text)) return { line: trimBlanks(source) };
  let line = source;
  let quote = -1;
  let comment = -1;
  let removed = 0;
  let continues = false;
  let end = line.text.length;
  for (let at = 0; at < line.text.length; at += 1) {
    const character = line.text[at];
    if (character === '"') {
      if (comment < 0) quote = quote < 0 ? at + removed : -1;
    } else if (character === "\\") {
      const next = line.text[at + 1];
      if (next === undefined) {
        continues = true;
        end = at;
        break;
      }
      if (quote < 0 && (next === "#" || next === "!")) {
        line = replaceMapped(line, at, at + 1, "");
        removed += 1;
        end = line.text.length;
      } else at += 1;
    } else if ((character === "#" || character === "!") && quote < 0 && comment < 0) {
      comment = at;
      if (!backslashOutlivesComment) break;
    }
  }
  const stop = comment < 0 ? end : Math.min(comment, end);
  const kept = trimBlanks(sliceMapped(line, 0, stop));
  const result = continues ? withBackslash(line, kept, end) : kept;
  return quote < 0 ? { line: result } : { line: result, unterminated: quote };
}

/** Blanks are spaces and tabs here. */
export function trimBlanks(source: MappedText): MappedText {
  const { text } = source;
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return sliceMapped(source, start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** `kept` with the backslash at `backslash` of `line` right behind it. */
function withBackslash(line: MappedText, kept: MappedText, backslash: number): MappedText {
  let from = 0;
  while (from < backslash && isBlank(line.text.charCodeAt(from))) from += 1;
  const whole = sliceMapped(line, from, backslash + 1);
  const gap = whole.text.length - 1 - kept.text.length;
  return gap > 0 ? replaceMapped(whole, kept.text.length, whole.text.length - 1, "") : whole;
}
