/** What has been read of the files so far, and what is to be read before their next line. */
import type { Switches } from "@kalint/schema";
import type { MappedText } from "@kalint/syntax";
import type { DefinitionSite, Place } from "../types.js";
import { builtinDefinitions, type Definitions } from "./definitions.js";
import { LogicalLines } from "./logical-lines.js";
import { type CopyEntry, directoryOfFiles, type Files, openFiles } from "./open-files.js";
import type { Pending } from "./pending.js";
import type { Repetition } from "./repetitions.js";
import { type LineOptions, lineReports, type Position, type Reports } from "./reports.js";
import { holeFor } from "./unknown.js";

/** A line of a file (or of the copy), what follows a brace on one, or a line that an expansion made. */
type LineOrigin = "file" | "brace" | "expansion";

export interface RunningRepetition extends Position {
  readonly repetition: Repetition;
  readonly text: MappedText;
  readonly place: Place;
  index: number;
}

export interface RunningDefinition extends Position {
  readonly text: string;
  readonly place: Place;
  readonly depth: number;
}

/** How many blocks are open behind the lines before `at`, and the first word of the line that opens the outermost one. */
export interface OpenBlocks {
  at: number;
  depth: number;
  root: string | undefined;
}

/** A text that is to be looked at. */
export interface Content extends Position {
  readonly content: MappedText;
  readonly from: LineOrigin;
}

export interface LineReader {
  readonly options: LineOptions;
  readonly switches: Switches;
  readonly lines: LogicalLines;
  readonly reports: Reports;
  readonly files: Files;
  readonly definitions: Definitions;
  /** `$NAME=…` lines in the order of reading. */
  readonly defined: DefinitionSite[];
  readonly pending: Pending;
  /** What stands in the text for the values that nobody knows, by their number. */
  readonly unknown: string[];
  readonly repetitions: RunningRepetition[];
  running: RunningDefinition | undefined;
  readonly definitionStack: RunningDefinition[];
  /** How many repetitions wait for the running definition to end. */
  depth: number;
  /** What follows a brace on its line. */
  residue: (Position & { readonly content: MappedText }) | undefined;
  openBlocks: number;
  /** Of each open block, whether its lines are free ones; the last is what the next `{` opens. */
  readonly free: boolean[];
  /** Kept up only where somebody asks: see `setIncludeChecks`. */
  readonly blocks: OpenBlocks;
}

export function startLines(
  options: LineOptions,
  copy: readonly CopyEntry[] | undefined,
  known: readonly string[],
): LineReader {
  const { switches } = options;
  const lines = new LogicalLines();
  const unknown = [...known];
  const pending: Pending = { definition: undefined };
  const reports = lineReports(options, () => lines.length);
  const files = openFiles(options, reports, pending, copy, unknown);
  const definitions = builtinDefinitions(switches, {
    directory: () => directoryOfFiles(files) || ".",
    configId: options.configId,
    environment: options.environment,
    unknown: (reference) => holeFor(unknown, reference),
  });
  for (const { name, value, multiline, place } of options.from?.definitions ?? [])
    definitions.set(name, { name, value, multiline, place });
  return {
    options,
    switches,
    lines,
    reports,
    files,
    definitions,
    defined: [],
    pending,
    unknown,
    repetitions: [],
    running: undefined,
    definitionStack: [],
    depth: 0,
    residue: undefined,
    openBlocks: 0,
    free: [false],
    blocks: { at: 0, depth: 0, root: undefined },
  };
}
