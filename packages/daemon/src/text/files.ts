/**
 * The physical lines of the files that are read, or of the copy that the parent makes of them for the other processes,
 * and the includes that lead from one file to the next.
 */

import { type MappedText, mapped, originOf, sliceMapped, unmasked } from "@kalint/syntax";
import type { Expansion, Place } from "../types.js";
import { removeComment } from "./comments.js";
import { byteLength, lineBuffer } from "./definitions.js";
import { type IncludeResult, includeChecks, openInclude, readIncludeLine } from "./include.js";
import { directoryOf } from "./paths.js";
import { type LineOptions, type Position, placeIn, type Reports, type Source } from "./reports.js";
import type { SplitLine } from "./words.js";

export type CopyEntry =
  | { readonly kind: "enter"; readonly frame: Pick<Frame, "source" | "directory" | "expansions"> }
  | { readonly kind: "leave" }
  /** Here an include was not followed. */
  | { readonly kind: "unread" }
  /** A line. */
  | MappedText;

/** Opening a file again costs as much as this many lines, even where it is empty. */
const reopeningCost = 20;

/** What looking for files costs, in lines: at so many names of a folder, and at so many files. */
function costOf({ names, files }: IncludeResult): number {
  return Math.ceil(names / 50) + Math.floor(files.length / 2);
}

/** A file that is being read. */
interface Frame {
  readonly source: Source;
  readonly directory: string;
  readonly expansions: readonly Expansion[];
  /** Offset of the next physical line; -1 where the lines come from the copy. */
  at: number;
  /** Where the line at `at` ends, once that has been looked for. */
  end: number;
  line: number;
  /** Further matches of the same include line. */
  readonly following: readonly { readonly path: string; readonly text: string }[];
  readonly includeChecks: number;
  readonly includePlace: Place | undefined;
  /** The file was read before: its lines count as an expansion. */
  readonly again: boolean;
}

/** What the reader of files must know of a definition that goes on over several lines. */
interface PendingDefinition {
  isOpen(): boolean;
  emptyLine(): void;
}

export interface FileLine extends Position {
  readonly content: MappedText;
  readonly from: "file";
}

export interface FileReader {
  /** Every file that was opened, the main file first. */
  readonly sources: readonly Source[];
  readonly copy: readonly CopyEntry[];
  /** What the parent reads and what the others read of its copy is not the same. */
  readonly copyDiffers: boolean;
  /** An include failed that was asked to be an error. */
  readonly refused: { readonly place: Place; readonly line: number } | undefined;
  /** An include line before this place was not followed, because it leads outside what may be read. */
  readonly hasUnread: boolean;
  /** The folder of the file that is being read; empty for the current one. */
  readonly directory: string;
  /** The next line of a file or of the copy that is not empty without its comment. */
  next(): FileLine | undefined;
  /** Carries an include line out. `physical`: the line stands so in the file. Returns false for any other line. */
  include(content: MappedText, position: Position, physical: boolean): boolean;
  /** Follows an `include_check` line. */
  setIncludeChecks(line: SplitLine): void;
}

const emptyLine = mapped("", 0);

/** Reads the files from `options.path` on, or with `copy` what the parent has read of them. */
export function fileReader(
  options: LineOptions,
  reports: Reports,
  definitions: PendingDefinition,
  copy: readonly CopyEntry[] | undefined,
  holeFor: (reference: string) => string,
): FileReader {
  const { host, switches } = options;
  const known = new Map<string, Source>();
  const written: CopyEntry[] = [];
  const frames: Frame[] = [];
  const openPaths = new Set<string>();
  let copyAt = 0;
  let copyDiffers = false;
  let checks = 0;
  let hasUnread = false;
  let refused: FileReader["refused"];

  start();
  return {
    get sources() {
      return [...known.values()];
    },
    copy: written,
    get copyDiffers() {
      return copyDiffers;
    },
    get refused() {
      return refused;
    },
    get hasUnread() {
      return hasUnread;
    },
    get directory() {
      return frames.at(-1)?.directory ?? "";
    },
    next,
    include,
    setIncludeChecks(line) {
      checks = checksAfter(line, checks);
    },
  };

  function start(): void {
    const text = host.read(options.path);
    const source = sourceOf(options.path, text ?? "");
    if (text === undefined) {
      known.set(options.path, source);
      const detail = { path: options.path, reason: "unreadable" };
      reports.problem("include-not-readable", { source, line: 0, expansions: [] }, 0, 0, { line: null, detail });
      return;
    }
    openFrame(
      { source, directory: directoryOf(options.path), expansions: [], following: [], includePlace: undefined },
      copy !== undefined,
    );
    if (copy) copyAt = 1;
  }

  function sourceOf(path: string, text: string): Source {
    const masked = options.rendered?.(path, text);
    return masked === undefined ? { path, text } : { path, text: masked, written: text };
  }

  function openFrame(
    frame: Pick<Frame, "source" | "directory" | "expansions" | "following" | "includePlace">,
    fromCopy: boolean,
  ): void {
    openPaths.add(frame.source.path);
    const again = known.has(frame.source.path);
    known.set(frame.source.path, frame.source);
    frames.push({ ...frame, at: fromCopy ? -1 : 0, end: -1, line: 0, includeChecks: checks, again });
    if (again && frame.includePlace)
      reports.countExpansion(frame.includePlace, { line: null, expansions: frame.expansions }, 0, reopeningCost);
    if (!copy) written.push({ kind: "enter", frame });
  }

  function closeFrame(): void {
    const frame = frames.pop()!;
    openPaths.delete(frame.source.path);
    checks = frame.includeChecks;
    if (!copy) written.push({ kind: "leave" });
    const [next, ...following] = frame.following;
    if (next) openIncluded(next, following, frame.expansions.slice(0, -1), frame.includePlace!);
  }

  function openIncluded(
    file: Source,
    following: readonly Source[],
    expansions: readonly Expansion[],
    place: Place,
  ): void {
    const source = known.get(file.path) ?? sourceOf(file.path, file.text);
    const step: Expansion = { kind: "include", name: file.path, place };
    openFrame(
      { source, directory: directoryOf(file.path), expansions: [...expansions, step], following, includePlace: place },
      false,
    );
  }

  /** The next line of a file or of the copy that is not empty without its comment. */
  function next(): FileLine | undefined {
    for (;;) {
      const frame = frames.at(-1);
      if (!frame) return undefined;
      const raw = frame.at < 0 ? nextOfCopy(frame) : nextOfFile(frame);
      if (!raw) continue;
      const { source, line: number, expansions } = frame;
      if (frame.again && reports.exceedsLimit({ source, line: number, expansions }, raw)) return undefined;
      let end = raw.text.length;
      while (end > 0 && raw.text.charCodeAt(end - 1) === 0x0d) end -= 1;
      if (end === 0) {
        definitions.emptyLine();
        if (!copy) written.push(emptyLine);
        continue;
      }
      const line = sliceMapped(raw, 0, end);
      const { line: content, unterminated } = removeComment(line, switches.backslashOutlivesComment);
      if (unterminated !== undefined) {
        const { start } = originOf(line, unterminated, unterminated + 1);
        const position = { source, line: number, expansions };
        reports.problem("unterminated-quote", position, start, originOf(line, end - 1, end).end, {
          daemon: switches.reportsOddQuotes,
        });
      }
      if (!copy) writeCopy(content);
      if (content.text !== "") return { source, line: number, expansions, content, from: "file" };
    }
  }

  function writeCopy(content: MappedText): void {
    const isInclude = switches.includes && readIncludeLine(content.text, switches.checkedIncludes) !== undefined;
    written.push(isInclude ? emptyLine : content);
    if (definitions.isOpen() && (content.text === "" || isInclude)) copyDiffers = true;
    if (
      /[\\#!]/.test(content.text) &&
      removeComment(content, switches.backslashOutlivesComment).line.text !== content.text
    )
      copyDiffers = true;
  }

  function nextOfCopy(frame: Frame): MappedText | undefined {
    const entry = copy![copyAt];
    copyAt += 1;
    if (entry && !("kind" in entry)) {
      frame.line += 1;
      return entry;
    }
    if (!entry || entry.kind === "leave") {
      frames.pop();
      return undefined;
    }
    if (entry.kind === "unread") {
      hasUnread = true;
      return undefined;
    }
    frames.push({
      ...entry.frame,
      at: -1,
      end: -1,
      line: 0,
      following: [],
      includeChecks: checks,
      includePlace: undefined,
      again: false,
    });
    return undefined;
  }

  /** What fgets gives of the file, without the line end (read_line; its buffer holds 1023 bytes). */
  function nextOfFile(frame: Frame): MappedText | undefined {
    const { text } = frame.source;
    if (frame.at >= text.length) {
      closeFrame();
      return undefined;
    }
    const start = frame.at;
    // A line longer than the buffer is come back to piece by piece: its end is looked for once.
    if (frame.end < start) {
      const newline = text.indexOf("\n", start);
      frame.end = newline < 0 ? text.length : newline;
    }
    const { end } = frame;
    const { written } = frame.source;
    if (written !== undefined) return lineOfTemplate(frame, start, end, written);
    const room = lineBuffer - 2;
    if (end - start > room / 3 && byteLength(text.slice(start, Math.min(end, start + lineBuffer))) > room) {
      return piece(frame, start, end);
    }
    frame.at = end + 1;
    const raw = text.slice(start, end);
    const nul = raw.indexOf("\0");
    if (nul < 0) {
      frame.line += 1;
      return mapped(raw, start);
    }
    const position: Position = { source: frame.source, line: frame.line, expansions: frame.expansions };
    if (switches.truncatesAtNul) {
      copyDiffers = true;
      reports.problem("embedded-nul", position, start + nul, start + nul + 1, { daemon: false });
      return mapped(raw.slice(0, nul), start);
    }
    reports.problem("embedded-nul", position, start + nul, start + nul + 1);
    frame.line += 1;
    return emptyLine;
  }

  /** How long a line of a rendering is nobody knows, and what a tag holds may be several lines of the file. */
  function lineOfTemplate(frame: Frame, start: number, end: number, written: string): MappedText {
    frame.at = end + 1;
    frame.line += written.slice(start, end + 1).split("\n").length - 1 || 1;
    return unmasked(frame.source.text.slice(start, end), start, (from, to) => holeFor(written.slice(from, to)));
  }

  /** The first buffer full of a line that does not fit. */
  function piece(frame: Frame, start: number, end: number): MappedText {
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
    if (switches.cutsLongLines) {
      copyDiffers = true;
      reports.problem("line-too-long", position, start, end, { daemon: false, detail: { maximum: lineBuffer - 2 } });
      return mapped(text.slice(start, at), start);
    }
    reports.problem("line-too-long", position, start, end, { detail: { maximum: lineBuffer - 2 } });
    frame.line += 1;
    return emptyLine;
  }

  function include(content: MappedText, position: Position, physical: boolean): boolean {
    if (!switches.includes) return false;
    const found = readIncludeLine(content.text, switches.checkedIncludes);
    if (!found) return false;
    // The copy holds an empty line only for a line that starts with the include; the others are carried out again from it.
    if (!physical || typeof content.origin !== "number" || content.origin !== startOfLine(position, content.origin))
      copyDiffers = true;
    const pattern = content.text.slice(found.pathStart);
    const { start, end } = originOf(content, found.pathStart, content.text.length);
    const wanted = found.checks | checks;
    const include = placeIn(position, start, end);
    if (reports.isFull && /[*?[{\\]/.test(pattern)) {
      reports.cut(include, position);
      return true;
    }
    const result = openInclude(pattern, wanted, frames.at(-1)?.directory ?? "", openPaths, host);
    for (const { kind, path, refused: refuses, reported, reason } of result.problems) {
      reports.problem(kind, position, start, end, {
        daemon: reported && switches.checkedIncludes,
        detail: { path, refused: refuses, ...(reason ? { reason } : {}), ...(result.unread && { unread: true }) },
      });
      if (refuses) refused ??= { place: placeIn(position, start, end), line: position.line };
    }
    if (result.unread) {
      hasUnread = true;
      if (!copy) written.push({ kind: "unread" });
    }
    if (result.cut) reports.cut(include, position);
    if (reports.countExpansion(include, position, 0, costOf(result))) return true;
    const [first, ...following] = result.files;
    if (first) openIncluded(first, following, position.expansions, include);
    return true;
  }
}

/** What is checked after an `include_check` line (lib/parser.c: include_check_set). */
function checksAfter(line: SplitLine, checks: number): number {
  if (line.words.length === 1)
    return includeChecks.read | includeChecks.match | includeChecks.wildcard | includeChecks.brace;
  let result = checks;
  for (const [at, { value }] of line.words.slice(1).entries()) {
    const sign = /^[+-]/.exec(value)?.[0] ?? "";
    const flag = includeCheckWords.get(value.slice(sign.length)) ?? 0;
    if (sign === "" && at === 0) result = 0;
    if (flag === 0) continue;
    if (sign === "") result = at === 0 ? includeChecks.read | flag : result;
    else result = sign === "+" ? result | flag : result & ~flag;
  }
  return result;
}

function startOfLine(position: Position, offset: number): number {
  const { text } = position.source;
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at -= 1;
  return at === 0 || text[at - 1] === "\n" ? offset : -1;
}

const includeCheckWords: ReadonlyMap<string, number> = new Map([
  ["read", includeChecks.read],
  ["match", includeChecks.match],
  ["wildcard_match", includeChecks.wildcard],
  ["brace_match", includeChecks.brace],
]);
