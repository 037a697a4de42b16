/**
 * From files to the logical lines that keepalived's processes read: comments gone, conditions decided, definitions
 * replaced, repetitions and includes followed, every brace on a line of its own (lib/parser.c: read_line).
 *
 * The parent reads the files and writes a copy; the other processes read the copy. `readLinesInSteps` gives the parent's
 * lines; `readCopyInSteps` those of the others, needed only where `copyDiffers`.
 */

import { hasHole, type MappedText, originOf, type Steps, sliceMapped } from "@kalint/syntax";
import type { DefinitionSite } from "../types.js";
import { addLine } from "./add-line.js";
import { removeComment, trimBlanks } from "./comments.js";
import { define, noteForeign, noteUnread } from "./definition-lines.js";
import { replaceReferences } from "./definitions.js";
import { isRepetition, nextOfDefinition, nextRepetition, noteReplaced, repeat } from "./expansions.js";
import { nextOfFiles } from "./files.js";
import { readIncludeLine } from "./include.js";
import { includeLine, setIncludeChecks } from "./include-lines.js";
import { knownWording } from "./known-texts.js";
import { type Content, type LineReader, startLines } from "./line-reader.js";
import type { LogicalLines } from "./logical-lines.js";
import type { CopyEntry, Files } from "./open-files.js";
import { appendToPending } from "./pending.js";
import { readPlainLines } from "./plain-lines.js";
import type { LineOptions, LineProblem, Position, Source } from "./reports.js";

export type { LogicalLine, LogicalLines } from "./logical-lines.js";
export type { LineProblem, Source } from "./reports.js";

export interface LineReading {
  readonly lines: LogicalLines;
  readonly problems: readonly LineProblem[];
  /** `$NAME=…` lines in the order of reading. */
  readonly definitions: readonly DefinitionSite[];
  /** Every file that was opened, the main file first. */
  readonly sources: readonly Source[];
  /** Blocks that are still open at the end. */
  readonly openBlocks: number;
  /** An include failed that was asked to be an error: only the parent reads, then the daemon stops. */
  readonly refused: Files["refused"];
  /** A limit was reached: the end was not read. */
  readonly stopped: boolean;
  /** A limit was reached: some of what is there was not read. */
  readonly isCut: boolean;
  /** What repetitions, definitions and repeated includes have added, in lines. */
  readonly added: number;
  readonly copyDiffers: boolean;
  /** Made where it was asked for. */
  readonly copy: readonly CopyEntry[];
  /** What stands in the text for the values that nobody knows, by their number: `${_ENV NAME}`. */
  readonly unknown: readonly string[];
}

export function readLinesInSteps(options: LineOptions): Steps<LineReading> {
  return read(options, undefined);
}

/** Few files need it: only then the parent's lines are written down, by reading them again. */
export function* readCopyInSteps(options: LineOptions): Steps<LineReading> {
  const { copy, unknown } = yield* read({ ...options, writesCopy: true }, undefined);
  return yield* read(options, copy, unknown);
}

/** With a pause after so many texts: of a long file reading takes its time. */
const betweenPauses = 1000;

function* read(
  options: LineOptions,
  copy: readonly CopyEntry[] | undefined,
  known: readonly string[] = [],
): Steps<LineReading> {
  const reading = startLines(options, copy, known);
  const { lines, reports, files, pending, defined, unknown } = reading;
  let [done, paused] = [0, 0];
  while (!reports.isStopped()) {
    done += readPlainLines(reading, betweenPauses);
    const next = nextContent(reading);
    if (!next) break;
    // What an include asks of the disk counts like lines.
    done += 1;
    if (done + reports.added() - paused > betweenPauses) {
      paused = done + reports.added();
      yield;
    }
    if (pending.definition) appendToPending(pending, next.content.text);
    else take(reading, next);
  }
  const { refused, copyDiffers } = files;
  return {
    lines,
    problems: reports.problems,
    definitions: defined,
    sources: [...files.known.values()],
    openBlocks: reading.openBlocks,
    refused,
    stopped: reports.isStopped(),
    isCut: reports.isCut(),
    added: reports.added(),
    copyDiffers,
    copy: files.written ?? [],
    unknown,
  };
}

/** The next text to be looked at, from whichever source is due. */
function nextContent(reading: LineReader): Content | undefined {
  if (reading.residue) {
    const { content, source, line, expansions } = reading.residue;
    reading.residue = undefined;
    // Text that a substitution made may bring forth more of itself, piece by piece.
    const from = typeof content.origin === "number" ? "brace" : "expansion";
    return { content, source, line, expansions, from };
  }
  if (reading.repetitions.length > reading.depth) return nextRepetition(reading, reading.repetitions.at(-1)!);
  if (reading.running) return nextOfDefinition(reading, reading.running);
  return nextOfFiles(reading.files);
}

/** Conditions, definitions, repetitions, references and includes of one line; what is left is split at its braces. */
function take(reading: LineReader, given: Content): void {
  if (given.from === "expansion" && reading.reports.exceedsLimit(given, given.content)) return;
  let { content } = given;
  let position: Position = given;
  for (;;) {
    if (content.text === "") return;
    if (reading.switches.conditions && content.text.startsWith("@")) {
      const rest = afterCondition(reading, content);
      if (!rest) {
        noteForeign(reading, content, position);
        return;
      }
      content = rest;
    }
    if (reading.switches.definitions && content.text.startsWith("$") && define(reading, content, position)) return;
    if (isRepetition(reading, content.text)) {
      if (!reading.switches.repeatsFreeLines) {
        if (reading.free.at(-2)) break;
        content = upToBrace(reading, content, position);
      }
      repeat(reading, content, position);
      return;
    }
    if (content.text.startsWith("~") || !reading.switches.definitions || !content.text.includes("$")) break;
    if (reading.files.hasUnread) noteUnread(reading, content.text);
    const replaced = replaceReferences(content, reading.definitions, reading.switches);
    position = noteReplaced(reading, replaced, position);
    content = replaced.line;
    if (!replaced.changed) break;
    if (!reading.switches.uncommentsSubstitutions) {
      if (content.text.startsWith("@") || content.text.includes("$")) continue;
      break;
    }
    const { line, unterminated } = removeComment(content, reading.switches.backslashOutlivesComment);
    if (unterminated !== undefined) {
      const { start, end } = originOf(content, unterminated, content.text.length);
      reading.reports.problem("unterminated-quote", position, start, end);
    }
    content = line;
    if (!reading.switches.substitutesRepeatedly || !(content.text.startsWith("@") || content.text.includes("$"))) break;
  }
  if (isUnknownInclude(reading, content.text)) {
    const { start, end } = originOf(content, 0, content.text.length);
    reading.reports.problem("include-unknown", position, start, end, { daemon: false, detail: { unread: true } });
    return;
  }
  if (content.text === "" || includeLine(reading.files, content, position, given.from === "file")) return;
  split(reading, content, position);
}

function afterCondition(reading: LineReader, content: MappedText): MappedText | undefined {
  const negated = reading.switches.negatedConditions && content.text.startsWith("^", 1);
  const start = negated ? 2 : 1;
  const match = /[ \t]+/g;
  match.lastIndex = start;
  const blank = match.exec(content.text);
  if (!blank) return undefined;
  const same = content.text.slice(start, blank.index) === reading.options.configId;
  return same === negated ? undefined : sliceMapped(content, blank.index + blank[0].length);
}

/** Nobody knows which file is meant. */
function isUnknownInclude(reading: LineReader, text: string): boolean {
  return (
    reading.unknown.length > 0 &&
    reading.switches.includes &&
    hasHole(text) &&
    readIncludeLine(text, reading.switches.checkedIncludes) !== undefined
  );
}

/** What is before the first brace, or the brace; what follows is read next. */
function upToBrace(reading: LineReader, content: MappedText, position: Position): MappedText {
  const { text } = content;
  const brace = firstBrace(text);
  let end = text.length;
  if (brace >= 0) {
    let after = brace;
    if (brace === 0) {
      after = 1;
      while (text[after] === " " || text[after] === "\t") after += 1;
    }
    if (after < text.length) {
      const { source, line, expansions } = position;
      reading.residue = { source, line, expansions, content: trimBlanks(sliceMapped(content, after)) };
    }
    end = after;
  }
  return trimBlanks(sliceMapped(content, 0, end));
}

/** Every brace outside `"…"` becomes a line of its own. */
function split(reading: LineReader, content: MappedText, position: Position): void {
  const { text, origin } = upToBrace(reading, content, position);
  const wording = knownWording(reading.files.texts, text);
  if (wording.words[0]?.value === "include_check") setIncludeChecks(reading, wording);
  addLine(reading, position, origin, wording);
}

function firstBrace(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x7d) return at;
    if (code === 0x22) {
      at = text.indexOf('"', at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}
