/**
 * Where the parts of one physical line end, by keepalived's own reading. Pure functions over the text and offsets.
 * Source of every rule here: keepalived 2.4.3, lib/parser.c (read_line, decomment, alloc_strvec, check_definition, is_include).
 */

/** One physical line. */
export interface PhysicalLine {
  readonly start: number;
  /** End of the code: before the comment and the blanks in front of it. */
  readonly contentEnd: number;
  /** Offset of `#` or `!`, or `end` where there is none. */
  readonly comment: number;
  /** Before the line end. Any number of `\r` in front of `\n` belong to the line end. */
  readonly end: number;
  /** Start of the next line, or the length of the text. */
  readonly next: number;
  /** The last character is a `\` that the daemon glues to the word before it. */
  readonly endsInBackslash: boolean;
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const bang = 0x21;
const quote = 0x22;
const hash = 0x23;
const dollar = 0x24;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The line that begins at `start`. Comment removal skips the character after each `\`, also inside quotes. */
export function physicalLine(text: string, start: number): PhysicalLine {
  const feed = text.indexOf("\n", start);
  const next = feed === -1 ? text.length : feed + 1;
  let end = feed === -1 ? text.length : feed;
  while (end > start && text.charCodeAt(end - 1) === carriageReturn) end--;
  let comment = end;
  let endsInBackslash = false;
  let quoted = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > backslash) continue;
    if (code === quote) quoted = !quoted;
    else if (code === backslash) {
      if (at + 1 === end) endsInBackslash = true;
      else at++;
    } else if ((code === hash || code === bang) && !quoted) {
      comment = at;
      break;
    }
  }
  let contentEnd = comment;
  while (contentEnd > start && isBlankOrTab(text.charCodeAt(contentEnd - 1))) contentEnd--;
  return { start, contentEnd, comment, end, next, endsInBackslash };
}

/** What the daemon's word splitter takes for white space. A no-break space is a letter to it. */
export function isWhiteSpace(code: number): boolean {
  return code === space || (code >= tab && code <= carriageReturn && code !== lineFeed);
}

export function isBlankOrTab(code: number): boolean {
  return code === space || code === tab;
}

export function blankEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

const reference = /\$\{[A-Za-z_][ \tA-Za-z0-9_]*\}/y;

/** End of the bare word at `start`: white space, a brace or a `"` ends it; the braces of `${NAME}` do not. */
export function wordEnd(text: string, start: number, line: PhysicalLine): number {
  const limit = line.contentEnd;
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote || code === openBrace || code === closeBrace || isWhiteSpace(code)) break;
    if (code === dollar && text.charCodeAt(at + 1) === openBrace) {
      reference.lastIndex = at;
      if (reference.test(text) && reference.lastIndex <= limit) {
        at = reference.lastIndex;
        continue;
      }
    }
    at++;
  }
  if (line.endsInBackslash && at > start && at < limit - 1) {
    let behind = at;
    while (isBlankOrTab(text.charCodeAt(behind))) behind++;
    // "kw \" at the end of a line is the one word "kw\" (decomment puts the backslash back without the blanks).
    if (behind === limit - 1) return limit;
  }
  return at;
}

/** End of the string at `start`, whose closing quote must stand on the same line. There are no escapes. */
export function stringEnd(text: string, start: number, line: PhysicalLine): number {
  const close = text.indexOf('"', start + 1);
  return close === -1 || close >= line.contentEnd ? line.contentEnd : close + 1;
}

/** End of `@id`, which reaches to the next blank or tab whatever stands in it. */
export function conditionEnd(text: string, start: number, line: PhysicalLine): number {
  let at = start;
  while (at < line.contentEnd && !isBlankOrTab(text.charCodeAt(at))) at++;
  return at;
}

const repetition = /~(?:SEQx?|LST)[ \t]*\([^)\n]*\)/y;

/** End of `~SEQ(…)` or `~LST(…)`; one without its parentheses takes the line, which the daemon then drops. */
export function repetitionEnd(text: string, start: number, line: PhysicalLine): number {
  repetition.lastIndex = start;
  return repetition.test(text) && repetition.lastIndex <= line.contentEnd ? repetition.lastIndex : line.contentEnd;
}

const definition = /\$[A-Za-z_][A-Za-z0-9_]*=/y;

/** End of `$NAME=value` with its continuation lines, or -1. A line of blanks or of a comment alone ends it, as in all processes but the parent. */
export function definitionEnd(text: string, start: number, line: PhysicalLine): number {
  definition.lastIndex = start;
  if (!definition.test(text) || definition.lastIndex > line.contentEnd) return -1;
  let last = line;
  while (text.charCodeAt(last.contentEnd - 1) === backslash && last.next < text.length) {
    const following = physicalLine(text, last.next);
    if (blankEnd(text, following.start, following.contentEnd) === following.contentEnd) break;
    last = following;
  }
  return last.contentEnd;
}

const include = /include[rmwba]?[ \t\f\v\r]+/y;

/** Offset of the path of an include line, or -1 where the line is none. */
export function includePathStart(text: string, start: number, line: PhysicalLine): number {
  include.lastIndex = start;
  return include.test(text) && include.lastIndex < line.contentEnd ? include.lastIndex : -1;
}
