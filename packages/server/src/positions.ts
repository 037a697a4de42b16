import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver";

/** How the client counts columns (LSP 3.17, PositionEncodingKind). */
export type Encoding = "utf-16" | "utf-8" | "utf-32";

const known: readonly string[] = ["utf-16", "utf-8", "utf-32"] satisfies Encoding[];

/** The first encoding of the client's list that is known here; UTF-16 where it gives none. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  return (offered?.find((one) => known.includes(one)) as Encoding | undefined) ?? "utf-16";
}

/** Turns UTF-16 offsets of one text into LSP positions and back. */
export interface Positions {
  readonly text: string;
  readonly encoding: Encoding;
  /** Offset of each line's first character. Lines end as LSP says: `\n`, `\r\n` or `\r`. */
  readonly starts: Uint32Array;
}

export function positionsOf(text: string, encoding: Encoding): Positions {
  if (text.includes("\r")) {
    const ends = Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length);
    return { text, encoding, starts: Uint32Array.of(0, ...ends) };
  }
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  const starts = new Uint32Array(count);
  for (let line = 1; line < count; line += 1) starts[line] = text.indexOf("\n", starts[line - 1]) + 1;
  return { text, encoding, starts };
}

export function toPosition(positions: Positions, offset: number): Position {
  const at = Math.max(0, Math.min(offset, positions.text.length));
  const line = lastAtOrBefore(positions.starts, at);
  const start = positions.starts[line] ?? 0;
  if (positions.encoding === "utf-16") return { line, character: at - start };
  return { line, character: unitsIn(positions.text.slice(start, at), positions.encoding) };
}

export function toRange(positions: Positions, span: { readonly start: number; readonly end: number }): Range {
  return { start: toPosition(positions, span.start), end: toPosition(positions, span.end) };
}

/** A column behind the line's end means the line's end, a line behind the last one the end of the text. */
export function toOffset(positions: Positions, position: Position): number {
  const { text, encoding, starts } = positions;
  const start = starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : text.length;
  const line = text.slice(start, starts[position.line + 1]).replace(/(?<![\r\n])[\r\n]+$/, "");
  return start + unitsToLength(line, position.character, encoding);
}

export function toSpan(positions: Positions, range: Range): { start: number; end: number } {
  const [a, b] = [toOffset(positions, range.start), toOffset(positions, range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** The text after an incremental change. */
export function applyChange(positions: Positions, change: TextDocumentContentChangeEvent): string {
  if (!("range" in change)) return change.text;
  const { start, end } = toSpan(positions, change.range);
  return positions.text.slice(0, start) + change.text + positions.text.slice(end);
}

function lastAtOrBefore(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unitsIn(text: string, encoding: Encoding): number {
  let units = 0;
  for (const character of text) units += widthOf(character, encoding);
  return units;
}

/** The UTF-16 length of the first `units` units of `line`; a position inside a character means its start. */
function unitsToLength(line: string, units: number, encoding: Encoding): number {
  if (encoding === "utf-16") return Math.max(0, Math.min(units, line.length));
  let length = 0;
  let left = units;
  for (const character of line) {
    left -= widthOf(character, encoding);
    if (left < 0) break;
    length += character.length;
  }
  return length;
}

function widthOf(character: string, encoding: Encoding): number {
  if (encoding === "utf-32") return 1;
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
