/** What one process has read so far, and what all parts of its reading do. */
import type { Process, Switches } from "@kalint/schema";
import { originOf } from "@kalint/syntax";
import type { LogicalLine } from "../text/lines.js";
import type { SplitWord } from "../text/words.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord, Mutable, Place, ReadingProblem } from "../types.js";
import type { Filler } from "../values/unknown.js";
import type { NameRegistry } from "./headers.js";
import { type Braces, type Displacements, displacements, type Unopened } from "./structure.js";
import type { KeywordTable, Tables } from "./tables.js";

export interface ProcessInput {
  readonly process: Process;
  readonly lines: readonly LogicalLine[];
  readonly tables: Tables;
  readonly switches: Switches;
  readonly braces: Braces;
  /** What other processes have said of the same lines: said once. */
  readonly reported: Map<number, ReadingProblem>;
  /** An earlier process has stopped the daemon: nothing of this one is said. */
  readonly stopped?: boolean;
  /** Gives words of unknown content a value. */
  readonly fill: Filler;
}

export interface ProcessReading {
  /** The statements at the top that this process acts on, with the index of their line. */
  readonly roots: readonly { readonly statement: EffectiveStatement; readonly index: number }[];
  /** With the index of the line. */
  readonly problems: readonly { readonly problem: ReadingProblem; readonly index: number }[];
  readonly unopened: readonly Unopened[];
  /** The lines at the top that are read alike whatever precedes them, but for names: indexes, in order. */
  readonly cuts: readonly number[];
  /** Neither is a block open at the end, nor is anything skipped there. */
  readonly endsAtTop: boolean;
  /** Where a word is missing that the daemon cannot do without. */
  readonly fatal: { readonly place: Place; readonly line: number; readonly index: number } | undefined;
}

/** A statement while its block is being read. */
export interface OpenStatement extends Mutable<EffectiveStatement> {
  children: OpenStatement[];
  lines: EffectiveLine[];
}

/** A block whose lines are being read. */
export interface Level {
  readonly table: KeywordTable;
  readonly statement: OpenStatement | undefined;
  /** Its `{` must come next. */
  needsOpen: boolean;
  /** The index of the line of its `{`, or -1 as long as there is none. */
  open: number;
}

/** A process that is reading its lines. */
export interface Reading extends ProcessInput {
  readonly displaced: Displacements;
  readonly roots: { readonly statement: OpenStatement; readonly index: number }[];
  readonly problems: { readonly problem: ReadingProblem; readonly index: number }[];
  /** Names that other blocks of their kind may not have any more. */
  readonly names: NameRegistry;
  fatal: ProcessReading["fatal"];
  stopped: boolean;
  /** The index of the line that is read next. */
  next: number;
  /** The blocks that are being read, each within the one before; the first is the file. */
  readonly levels: Level[];
  /** As the daemon's skip_sublevel: -1 waits for a `{`, above 0 counts the braces of what is skipped. */
  skip: number;
  readonly cuts: number[];
  /** The lines have ended within a block. */
  isOpen: boolean;
  lastUnknown: { readonly problem: ReadingProblem; readonly index: number } | undefined;
}

export function startReading(input: ProcessInput): Reading {
  return {
    ...input,
    displaced: displacements(input.braces),
    roots: [],
    problems: [],
    names: new Map(),
    fatal: undefined,
    stopped: input.stopped === true,
    next: 0,
    levels: [],
    skip: 0,
    cuts: [],
    isOpen: false,
    lastUnknown: undefined,
  };
}

export function stop(reading: Reading, line: LogicalLine): void {
  if (reading.stopped) return;
  reading.stopped = true;
  reading.fatal = { place: placeOf(line), line: line.line, index: line.index };
}

export function endBlock(statement: OpenStatement | undefined, line: LogicalLine): void {
  if (statement) statement.end = { place: placeOf(line), line: line.line, missing: false };
}

export function endOfInput(reading: Reading): NonNullable<EffectiveStatement["end"]> {
  reading.isOpen = true;
  const last = reading.lines.at(-1)!;
  const { end } = placeOf(last);
  return { place: { file: last.source.path, start: end, end }, line: last.line, missing: true };
}

/** The line's words with their places, made once for all processes. */
export function wordsOf(line: LogicalLine, fill: Filler): readonly EffectiveWord[] {
  line.words ??= fill.words(readWords(line));
  return line.words;
}

function readWords(line: LogicalLine): readonly EffectiveWord[] {
  const { split, source, content } = line;
  const { origin } = content;
  if (typeof origin !== "number") return split.words.map((word) => wordOf(line, word));
  // Nearly all lines are text of the file as it is: without an object for each origin.
  const words: Mutable<EffectiveWord>[] = [];
  for (const { value, start, end, quoted } of split.words) {
    const word: Mutable<EffectiveWord> = {
      value,
      place: { file: source.path, start: origin + start, end: origin + end },
    };
    if (quoted) word.quoted = true;
    words.push(word);
  }
  return words;
}

function wordOf(line: LogicalLine, { value, start: from, end: to, quoted }: SplitWord): EffectiveWord {
  const { start, end, expanded } = originOf(line.content, from, to);
  const word: Mutable<EffectiveWord> = { value, place: { file: line.source.path, start, end } };
  if (expanded) word.expanded = true;
  if (quoted) word.quoted = true;
  return word;
}

export function placeOf(line: LogicalLine): Place {
  const { start, end } = originOf(line.content, 0, line.content.text.length);
  return { file: line.source.path, start, end };
}
