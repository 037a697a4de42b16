import type { Token } from "@kalint/syntax";
import { type LayoutSource, type TreeSource, tokenDepths } from "./depth.js";
import { unpairedRegions } from "./obstacles.js";
import { OrderedLine, orderedLine } from "./ordered-line.js";
import type { ScannedLine, TokenLine } from "./scanned-lines.js";

/**
 * A line of the source; a definition with its continuation lines counts as one.
 * `plain`: its words may move to other lines. `rigid`: everything on it stays on it, only the blanks around and (as far as
 * that is safe) between its words may change. `verbatim`: not a character changes.
 */
export interface SourceLine {
  readonly kind: "blank" | "plain" | "rigid" | "verbatim";
  /** Offsets of the line without its line end. */
  readonly start: number;
  readonly end: number;
  /** Without blanks and line ends. */
  readonly tokens: readonly PlacedToken[];
}

export interface PlacedToken {
  readonly kind: Token["kind"];
  readonly start: number;
  /** Of a comment: without the blanks behind it. */
  readonly end: number;
  readonly depth: number;
  /** The blanks in front of it are left alone, except in front of a comment, which the daemon removes first. */
  readonly guarded: boolean;
  /** Even those: a `\` stands before, which blanks keep from being the last character. */
  readonly held: boolean;
  /** Offsets of its line, as in `SourceLine`. */
  readonly lineStart: number;
  readonly lineEnd: number;
  /** What is to stand between it and the part before it in its row. The layout sets it: one object a token, as texts are long. */
  gap: string;
  /** Whether more blanks may stand there: it follows the part before it in the source as well, and no blank of the two counts. */
  free: boolean;
}

/** The lines of a text, each with what may be done to it. `indentWidth` is the number of bytes of one level. */
export function sourceLines(source: LayoutSource, indentWidth: number): SourceLine[] {
  const { text } = source;
  const lines = (source.lines ?? linesOfTokens(source)).map((line) => sourceLine(text, line, indentWidth));
  return withRegions(text, withoutUnpaired(source, lines));
}

function linesOfTokens(tree: TreeSource): ScannedLine[] {
  const { text, tokens } = tree;
  const depths = tokenDepths(tree);
  const lines: ScannedLine[] = [];
  let from = 0;
  let first = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token !== undefined && token.kind !== "lineEnd") {
      if (first === -1 && token.kind !== "blank") first = at;
      continue;
    }
    const start = from < tokens.length ? tokens[from]!.start : text.length;
    const end = token?.start ?? text.length;
    const before = first === -1 ? 0 : depths[first]! + (tokens[first]!.kind === "close" ? 1 : 0);
    if (token !== undefined || end > start) {
      const ordered = first === -1 ? undefined : orderedLine(text, start, end, before);
      lines.push(ordered ?? { start, end, tokens: tokens.slice(from, at), depths: depths.subarray(from, at) });
    }
    from = at + 1;
    first = -1;
  }
  return lines;
}

/** Joins the lines of each stretch whose braces do not pair up into one verbatim line, with the comments behind it: they may belong to it. */
function withoutUnpaired(source: LayoutSource, lines: SourceLine[]): SourceLine[] {
  const regions = unpairedRegions(source);
  if (regions.length === 0) return lines;
  const joined: SourceLine[] = [];
  let at = 0;
  for (const { region } of regions) {
    while (at < lines.length && lines[at]!.end < region.start) joined.push(lines[at++]!);
    const first = at;
    while (at < lines.length && (lines[at]!.start < region.end || holdsNoWords(lines[at]!))) at++;
    let last = at - 1;
    while (last > first && lines[last]!.kind === "blank") last--;
    const tokens = lines.slice(first, last + 1).flatMap((line) => line.tokens);
    joined.push({ kind: "verbatim", start: lines[first]!.start, end: lines[last]!.end, tokens });
    at = last + 1;
  }
  while (at < lines.length) joined.push(lines[at++]!);
  return joined;
}

function holdsNoWords(line: SourceLine): boolean {
  return !(line instanceof OrderedLine) && line.tokens.every(({ kind }) => kind === "comment");
}

/** The bytes that a layout may add to a line. */
function growthOf(indentWidth: number, depth: number, braces: number): number {
  return depth * indentWidth + 2 * braces + 3;
}

function sourceLine(text: string, line: ScannedLine, indentWidth: number): SourceLine {
  const { start, end } = line;
  if (!(line instanceof OrderedLine)) return lineOfTokens(text, line, indentWidth);
  const growth = growthOf(indentWidth, line.depth, line.ends === "word" ? 0 : 1);
  // No character takes more than three bytes, and no control character is on such a line.
  if (3 * (end - start) + growth <= longestLine || isSafeToWrite(text, start, end, growth)) return line;
  return { kind: "verbatim", start, end, tokens: line.tokens };
}

function lineOfTokens(text: string, { start, end, tokens: all, depths }: TokenLine, indentWidth: number): SourceLine {
  let kind: SourceLine["kind"] = "blank";
  let broken = false;
  const tokens: PlacedToken[] = [];
  let guarded = false;
  let held = false;
  let braces = 0;
  // Most lines hold nothing that could tie them down, and are not looked at word by word.
  const special = hasSpecialSign(text, start, end);
  const place = (token: Token, at: number, from: number, to: number): void => {
    const depth = depths[at]!;
    const { kind } = token;
    tokens.push({
      kind,
      start: from,
      end: to,
      depth,
      guarded,
      held,
      lineStart: start,
      lineEnd: end,
      gap: "",
      free: false,
    });
  };
  for (let at = 0; at < all.length; at++) {
    const token = all[at]!;
    if (token.kind === "blank") continue;
    if (kind === "blank") kind = "plain";
    if (token.kind === "open" || token.kind === "close") braces++;
    if (!special && (token.kind === "open" || token.kind === "close" || token.kind === "word")) {
      place(token, at, token.start, token.end);
      continue;
    }
    const written = text.slice(token.start, token.end);
    const danger = dangerOf(token.kind, written);
    broken ||= token.kind === "string" && isUnterminated(written);
    if (danger !== "none" && kind === "plain") kind = "rigid";
    const directive = token.kind === "include" ? /^(include[a-z]?)[ \t]+/.exec(written) : null;
    if (directive !== null) {
      place(token, at, token.start, token.start + directive[1]!.length);
      place(token, at, token.start + directive[0].length, token.end);
    } else if (token.kind === "comment") place(token, at, token.start, token.start + commentLength(written));
    else place(token, at, token.start, token.end);
    guarded ||= danger === "guard";
    held ||= special && written.includes("\\");
  }
  const growth = tokens.length === 0 ? 0 : growthOf(indentWidth, tokens[0]!.depth, braces);
  if (broken || !isSafeToWrite(text, start, end, growth)) kind = "verbatim";
  return { kind, start, end, tokens };
}

/** Whether a line holds one of the signs by which `dangerOf` judges words, or `include` as one. */
function hasSpecialSign(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x24 || code === 0x27 || code === 0x5c || code === 0x7e) return true;
    if (code === 0x69 && text.startsWith("include", at)) return true;
  }
  return false;
}

/**
 * Why a token ties its line down. `tie`: the daemon reads the line as a whole (a condition, a repetition, a path), so that nothing may
 * leave or join it. `guard`: moreover blanks behind it may count, because a reference may expand to a quote, scripts are split again with
 * `'` and `\` as quotes, and a `\` at the end of a line attaches itself to the word before it.
 */
function dangerOf(kind: Token["kind"], written: string): "none" | "tie" | "guard" {
  switch (kind) {
    case "word":
      // With a blank behind it, "include{" would become an include line.
      if (/[$'\\]|^include[rmwba]?$/.test(written)) return "guard";
      return written.startsWith("~") ? "tie" : "none";
    case "string":
      return /[$\\]/.test(written) || isUnterminated(written) ? "guard" : "none";
    case "comment":
      return /\\[ \t]*$/.test(written) ? "guard" : formatMark(written) === undefined ? "none" : "tie";
    case "definition":
    case "include":
    case "condition":
    case "repetition":
      return /[$\\]/.test(written) ? "guard" : "tie";
    default:
      return "none";
  }
}

function isUnterminated(string: string): boolean {
  return string.length === 1 || !string.endsWith('"');
}

/** Blanks behind a `\` stay: they keep it from being the last character of its line. */
function commentLength(comment: string): number {
  const trimmed = comment.replace(/(?<![ \t])[ \t]+$/, "");
  return trimmed.endsWith("\\") ? comment.length : trimmed.length;
}

const longestLine = 1022;

/**
 * The daemon reads at most 1022 bytes and the line end as one line and drops a line with a NUL (keepalived 2.4.3, lib/parser.c: read_line).
 * Control characters are white space to one half of its reader and letters to the other; a byte order mark is a letter.
 */
function isSafeToWrite(text: string, start: number, end: number, growth: number): boolean {
  if (start === 0 && text.charCodeAt(0) === 0xfeff) return false;
  let bytes = growth;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) bytes = 0;
    // Within a definition of several lines.
    else if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) continue;
    else if (code === 0 || (code >= 0x0b && code <= 0x0d)) return false;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    if (bytes > longestLine) return false;
  }
  return true;
}

/** `on` or `off` for the comments that switch formatting. */
export function formatMark(comment: string): string | undefined {
  return /^[#!]{1,100}[ \t]*kalint-format[ \t]+(off|on)\b/.exec(comment)?.[1];
}

/** Joins the lines that must not be touched for what stands around them into one verbatim line each. */
function withRegions(text: string, lines: SourceLine[]): SourceLine[] {
  const beginsRegion = (_: SourceLine, at: number) =>
    endOfSwitchedOff(text, lines, at) > at || endOfOpenDefinition(text, lines, at) > at;
  if (!lines.some(beginsRegion)) return lines;
  const joined: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    joined.push(lines[at]!);
    let offEnd = at - 1;
    let openEnd = at - 1;
    // A region may begin within another and reach beyond it.
    for (let inner = at; inner === at || inner <= Math.max(offEnd, openEnd); inner++) {
      if (inner > offEnd) offEnd = endOfSwitchedOff(text, lines, inner);
      if (inner > openEnd) openEnd = endOfOpenDefinition(text, lines, inner);
    }
    const end = Math.max(offEnd, openEnd);
    if (end === at) continue;
    const tokens = lines.slice(at + 1, end + 1).flatMap((line) => line.tokens);
    joined.push({ kind: "verbatim", start: lines[at + 1]!.start, end: lines[end]!.end, tokens });
    at = end;
  }
  return joined;
}

/** The last line that `# kalint-format off` on line `at` covers, or `at`. */
function endOfSwitchedOff(text: string, lines: readonly SourceLine[], at: number): number {
  if (markOf(text, lines[at]!) !== "off") return at;
  let last = at + 1;
  while (last < lines.length && markOf(text, lines[last]!) !== "on") last++;
  return last - 1;
}

function markOf(text: string, line: SourceLine): string | undefined {
  if (line instanceof OrderedLine) return undefined;
  const { tokens } = line;
  // Lines that were joined may hold several comments.
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { kind, start, end } = tokens[at]!;
    const mark = kind === "comment" ? formatMark(text.slice(start, end)) : undefined;
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/**
 * A definition whose last line ends in `\` is still open to the parent process, which skips lines of blanks or comments,
 * but closed to the others, which see those lines empty (keepalived 2.4.3, lib/parser.c: read_line). Up to a line
 * that is empty to both, or the next one with words, nothing is moved. The same holds where `\#` becomes a comment on the second reading.
 */
function endOfOpenDefinition(text: string, lines: readonly SourceLine[], at: number): number {
  const line = lines[at]!;
  if (line instanceof OrderedLine) return at;
  const definition = line.tokens.findLast(({ kind }) => kind === "definition");
  if (definition === undefined || !/\\(?:[#!]|\r(?!\n)|$)/.test(text.slice(definition.start, definition.end)))
    return at;
  let last = at;
  while (last + 1 < lines.length) {
    const next = lines[++last]!;
    if (next.end === next.start) break;
    const hasWords = next.tokens.some(({ kind }) => kind !== "comment");
    if (hasWords && !text.slice(next.start, next.end).includes("\\")) break;
  }
  return last;
}
