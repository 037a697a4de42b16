/** The lines of a file as fgets gives them. */
import { type MappedText, mapped, unmasked } from "@kalint/syntax";
import { byteLength, lineBuffer } from "./definitions.js";
import type { Files, Frame } from "./open-files.js";
import type { Position } from "./reports.js";
import { holeFor } from "./unknown.js";

const emptyLine = mapped("", 0);

/** What fgets gives of the file, without the line end (read_line; its buffer holds 1023 bytes). */
export function nextOfFile(files: Files, frame: Frame): MappedText | undefined {
  const { text, written } = frame.source;
  const start = frame.at;
  const end = endOfLine(frame);
  if (written !== undefined) return lineOfTemplate(files, frame, start, end, written);
  if (isLong(start, end) && byteLength(text.slice(start, Math.min(end, start + lineBuffer))) > room) {
    return piece(files, frame, start, end);
  }
  const raw = text.slice(start, end);
  const nul = raw.indexOf("\0");
  if (nul < 0) {
    passLine(files, frame, end);
    return mapped(raw, start);
  }
  frame.at = end + 1;
  const position: Position = { source: frame.source, line: frame.line, expansions: frame.expansions };
  if (files.options.switches.truncatesAtNul) {
    files.copyDiffers = true;
    files.reports.problem("embedded-nul", position, start + nul, start + nul + 1, { daemon: false });
    return mapped(raw.slice(0, nul), start);
  }
  files.reports.problem("embedded-nul", position, start + nul, start + nul + 1);
  frame.line += 1;
  return emptyLine;
}

/** Where the next line ends. One that is longer than the buffer is come back to piece by piece: its end is looked for once. */
export function endOfLine(frame: Frame): number {
  if (frame.end < frame.at) {
    const newline = frame.source.text.indexOf("\n", frame.at);
    frame.end = newline < 0 ? frame.source.text.length : newline;
  }
  return frame.end;
}

const room = lineBuffer - 2;

/** It may be more bytes than the buffer holds. */
export function isLong(start: number, end: number): boolean {
  return end - start > room / 3;
}

/** Goes on to the line after the one that ends here. */
export function passLine(files: Files, frame: Frame, end: number): void {
  frame.at = end + 1;
  // A last line without its end is counted only in the copy, where each line has one.
  if (end < frame.source.text.length || frame.line === 0 || files.options.switches.readsCopy) frame.line += 1;
}

/** How long a line of a rendering is nobody knows, and what a tag holds may be several lines of the file. */
function lineOfTemplate(files: Files, frame: Frame, start: number, end: number, written: string): MappedText {
  frame.at = end + 1;
  frame.line += written.slice(start, end + 1).split("\n").length - 1 || 1;
  return unmasked(frame.source.text.slice(start, end), start, (from, to) =>
    holeFor(files.unknown, written.slice(from, to)),
  );
}

/** The first buffer full of a line that does not fit. */
function piece(files: Files, frame: Frame, start: number, end: number): MappedText {
  const { text } = frame.source;
  let bytes = 0;
  let at = start;
  while (at < end) {
    const width = text.codePointAt(at)! > 0xffff ? 2 : 1;
    bytes += byteLength(text.slice(at, at + width));
    if (bytes > lineBuffer - 1) break;
    at += width;
  }
  frame.at = at;
  const position: Position = { source: frame.source, line: frame.line, expansions: frame.expansions };
  if (files.options.switches.cutsLongLines) {
    files.copyDiffers = true;
    files.reports.problem("line-too-long", position, start, end, {
      daemon: false,
      detail: { maximum: lineBuffer - 2 },
    });
    return mapped(text.slice(start, at), start);
  }
  files.reports.problem("line-too-long", position, start, end, { detail: { maximum: lineBuffer - 2 } });
  frame.line += 1;
  return emptyLine;
}
