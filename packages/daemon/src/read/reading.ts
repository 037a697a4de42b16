/** What one process has read so far, and what all parts of its reading do. */
import type { Keyword, Process, Switches } from "@kalint/schema";
import type { LogicalLine, LogicalLines } from "../text/lines.js";
import type { Wording } from "../text/words.js";
import type { EffectiveLine, EffectiveStatement, Place, ReadingProblem } from "../types.js";
import type { Filler } from "../values/unknown.js";
import type { NameRegistry } from "./headers.js";
import { BlockEnd, placeOfText, type ReadFreeLine, type ReadStatement } from "./statement.js";
import { type Braces, type Displacements, displacements, type Unopened } from "./structure.js";
import type { KeywordTable, Tables } from "./tables.js";

export interface ProcessInput {
  readonly process: Process;
  readonly lines: LogicalLines;
  readonly tables: Tables;
  readonly switches: Switches;
  readonly braces: Braces;
  /** What other processes have said of the same lines: said once. */
  readonly reported: Map<number, ReadingProblem>;
  /** An earlier process has stopped the daemon: nothing of this one is said. */
  readonly stopped?: boolean;
  /** Gives words of unknown content a value. */
  readonly fill: Filler;
  /** Takes a line of each text and keyword (`firstLinesOf`). */
  readonly firstLines: (EffectiveStatement | EffectiveLine)[];
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

/** A block whose lines are being read. */
export interface Level {
  readonly table: KeywordTable;
  readonly statement: ReadStatement | undefined;
  /** Its `{` must come next. */
  needsOpen: boolean;
  /** The index of the line of its `{`, or -1 as long as there is none. */
  open: number;
}

/** A process that is reading its lines. */
export interface Reading extends ProcessInput {
  readonly displaced: Displacements;
  readonly roots: { readonly statement: ReadStatement; readonly index: number }[];
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
  return Object.assign({}, input, {
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
  });
}

export function stop(reading: Reading, line: LogicalLine): void {
  if (reading.stopped) return;
  reading.stopped = true;
  reading.fatal = { place: placeOf(line), line: line.line, index: line.index };
}

export function endBlock(statement: ReadStatement | undefined, line: LogicalLine): void {
  if (statement) statement.end = new BlockEnd(line, false);
}

export function endOfInput(reading: Reading): BlockEnd {
  reading.isOpen = true;
  return new BlockEnd(reading.lines.at(reading.lines.length - 1)!, true);
}

/** Notes a line whose text has not been read as this keyword just before. */
export function noteText({ firstLines }: Reading, line: ReadStatement | ReadFreeLine, keyword: Keyword): void {
  if (line.wording.readAs === keyword) return;
  line.wording.readAs = keyword;
  firstLines.push(line);
}

/** What the line says, with a value for each unknown word. */
export function wordingIn({ fill }: Reading, { wording }: LogicalLine): Wording {
  return fill.wording(wording);
}

export function placeOf(line: LogicalLine): Place {
  return placeOfText(line, line.source.path);
}
