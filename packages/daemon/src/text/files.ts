/** The lines of the files that are read, or of the copy that the parent makes of them for the other processes. */
import { type MappedText, mapped, originOf, sliceMapped } from "@kalint/syntax";
import { removeComment } from "./comments.js";
import { readIncludeLine } from "./include.js";
import { closeFrame, type Files, type Frame } from "./open-files.js";
import { endPending } from "./pending.js";
import { nextOfFile } from "./physical-lines.js";
import type { Position } from "./reports.js";

interface FileLine extends Position {
  readonly content: MappedText;
  readonly from: "file";
}

const emptyLine = mapped("", 0);

/** The next line of a file or of the copy that is not empty without its comment. */
export function nextOfFiles(files: Files): FileLine | undefined {
  for (;;) {
    const frame = files.frames.at(-1);
    if (!frame) return undefined;
    const raw = nextRaw(files, frame);
    if (!raw) continue;
    const { source, line: number, expansions } = frame;
    if (frame.again && files.reports.exceedsLimit({ source, line: number, expansions }, raw)) return undefined;
    let end = raw.text.length;
    while (end > 0 && raw.text.charCodeAt(end - 1) === 0x0d) end -= 1;
    if (end === 0) {
      endPending(files.pending);
      files.written?.push(emptyLine);
      continue;
    }
    const line = sliceMapped(raw, 0, end);
    const { line: content, unterminated } = removeComment(line, files.options.switches.backslashOutlivesComment);
    if (unterminated !== undefined) {
      const { start } = originOf(line, unterminated, unterminated + 1);
      const position = { source, line: number, expansions };
      files.reports.problem("unterminated-quote", position, start, originOf(line, end - 1, end).end, {
        daemon: files.options.switches.reportsOddQuotes,
      });
    }
    if (!files.copy) writeCopy(files, content);
    if (content.text !== "") return { source, line: number, expansions, content, from: "file" };
  }
}

function nextRaw(files: Files, frame: Frame): MappedText | undefined {
  if (frame.at < 0) return nextOfCopy(files, frame);
  if (frame.at < frame.source.text.length) return nextOfFile(files, frame);
  closeFrame(files);
  return undefined;
}

function nextOfCopy(files: Files, frame: Frame): MappedText | undefined {
  const entry = files.copy![files.copyAt];
  files.copyAt += 1;
  if (entry && !("kind" in entry)) {
    frame.line += 1;
    return entry;
  }
  if (!entry || entry.kind === "leave") {
    files.frames.pop();
    return undefined;
  }
  if (entry.kind === "unread") {
    files.hasUnread = true;
    return undefined;
  }
  files.frames.push({
    ...entry.frame,
    at: -1,
    end: -1,
    line: 0,
    following: [],
    includeChecks: files.checks,
    includePlace: undefined,
    again: false,
  });
  return undefined;
}

function writeCopy(files: Files, content: MappedText): void {
  const isInclude =
    files.options.switches.includes &&
    readIncludeLine(content.text, files.options.switches.checkedIncludes) !== undefined;
  files.written?.push(isInclude ? emptyLine : content);
  if (files.pending.definition && (content.text === "" || isInclude)) files.copyDiffers = true;
  if (
    /[\\#!]/.test(content.text) &&
    removeComment(content, files.options.switches.backslashOutlivesComment).line.text !== content.text
  )
    files.copyDiffers = true;
}
