import type { LineTable } from "@kalint/syntax";
import type { Range } from "../report/types.js";
import type { Colours } from "./colours.js";
import { displayLine, displayWidth } from "./width.js";
import { wrap } from "./wrap.js";

interface FrameOptions {
  readonly width: number;
  readonly colours: Colours;
  /** Colours the carets and the message. */
  readonly paint: (text: string) => string;
}

/** Cells for line numbers; longer numbers push the frame to the right. */
const numberWidth = 5;
/** A message narrower than this under its carets goes on lines of its own. */
const narrowestMessage = 32;

/**
 * The line of a place with the line before it, carets under the place, and the message behind the carets.
 * A place over several lines is underlined up to the end of its first line.
 */
export function codeFrame(table: LineTable, range: Range, message: string, options: FrameOptions): string[] {
  const { colours, paint, width } = options;
  const gutterWidth = Math.max(numberWidth, String(range.start.line).length + 1);
  const gutter = (number: string) => `${colours.dim(`${number.padStart(gutterWidth)} │`)} `;
  const room = Math.max(20, width - gutterWidth - 3);

  const source = clip(lineText(table, range.start.line), range.start.column - 1);
  const shown = displayLine(source.text);
  const startCell = shown.columnOf(range.start.column - 1 - source.removed);
  const oneLine = range.end.line === range.start.line;
  const endCell = oneLine ? shown.columnOf(range.end.column - 1 - source.removed) : displayWidth(shown.text);
  const cut = window(shown.text, startCell, Math.max(endCell, startCell + 1), room);
  const start = startCell - cut.from + cut.mark;
  const carets = Math.max(1, Math.min(endCell - startCell, room - start));

  const lines: string[] = [];
  const before = range.start.line > 1 ? displayLine(clip(lineText(table, range.start.line - 1), 0).text).text : "";
  if (before.trim() !== "") lines.push(gutter(String(range.start.line - 1)) + window(before, 0, 1, room).text);
  lines.push(gutter(String(range.start.line)) + cut.text);

  const behind = room - start - carets - 1;
  const fitting = displayWidth(message) <= behind;
  if (fitting || behind >= narrowestMessage) {
    const [first = "", ...rest] = wrap(message, behind);
    lines.push(`${gutter("")}${" ".repeat(start)}${paint(`${"^".repeat(carets)} ${first}`)}`);
    for (const line of rest) lines.push(`${gutter("")}${" ".repeat(start + carets + 1)}${paint(line)}`);
  } else {
    lines.push(`${gutter("")}${" ".repeat(start)}${paint("^".repeat(carets))}`);
    for (const line of wrap(message, room)) lines.push(`${gutter("")}${paint(line)}`);
  }
  return lines.map((line) => line.trimEnd());
}

function lineText(table: LineTable, line: number): string {
  const start = table.starts[line - 1];
  if (start === undefined) return "";
  const next = table.starts[line];
  const text = table.text.slice(start, next === undefined ? undefined : next - 1);
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

/** Far more than fits on a terminal: a line may be megabytes long, and measuring it all would take seconds. */
const longestLine = 4000;

/** The part of a line around a column, and by how many UTF-16 units columns move. */
function clip(line: string, column: number): { readonly text: string; readonly removed: number } {
  if (line.length <= longestLine) return { text: line, removed: 0 };
  const from = Math.max(0, column - longestLine / 4);
  const text = line.slice(from, from + longestLine);
  return from === 0 ? { text, removed: 0 } : { text: `…${text}`, removed: from - 1 };
}

/** The part of a shown line around a span of cells that fits into `room` cells, with `…` where something is cut off. */
function window(text: string, start: number, end: number, room: number) {
  if (displayWidth(text) <= room) return { text, from: 0, mark: 0 };
  const from = end + 8 <= room ? 0 : Math.max(0, start - Math.floor(room / 3));
  const mark = from > 0 ? 1 : 0;
  let cell = 0;
  let out = from > 0 ? "…" : "";
  let first: number | undefined;
  for (const character of text) {
    const size = displayWidth(character);
    if (cell >= from) {
      first ??= cell;
      if (cell + size > from + room - mark - 1) return { text: `${out}…`, from: first, mark };
      out += character;
    }
    cell += size;
  }
  return { text: out, from: first ?? from, mark };
}
