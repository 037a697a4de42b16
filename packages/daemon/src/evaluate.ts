import { type Process, rootBlockNames, type Switches, switchesOf, vocabulary } from "@kalint/schema";
import {
  hasHole,
  isTakenOver,
  onceIn,
  originOf,
  pairsUp,
  parse,
  type Steps,
  type SyntaxTree,
  toEnd,
  withBlanks,
} from "@kalint/syntax";
import { readProcessInSteps } from "./read/process.js";
import type { ProcessReading } from "./read/reading.js";
import { matchBraces } from "./read/structure.js";
import { readingOrder, tablesOf } from "./read/tables.js";
import { noteCuts } from "./reread/cuts.js";
import { keepFirstLines } from "./statements.js";
import {
  type LineProblem,
  type LineReading,
  type LogicalLines,
  readCopyInSteps,
  readLinesInSteps,
  type Source,
} from "./text/lines.js";
import type {
  EffectiveConfiguration,
  EffectiveLine,
  EffectiveStatement,
  EvaluateOptions,
  Place,
  ReadingProblem,
  SourceFile,
} from "./types.js";
import { filler } from "./values/unknown.js";

/**
 * The configuration as one host reads it: its statements in the order of reading, and what the daemon says while it
 * reads. Never throws; a file that cannot be read is a problem of its own.
 */
export function evaluate(options: EvaluateOptions): EffectiveConfiguration {
  return toEnd(evaluateInSteps(options));
}

/** The same, with pauses: a hostile file may hold a hundred thousand lines, each wrong in its own way. */
export function* evaluateInSteps(options: EvaluateOptions): Steps<EffectiveConfiguration> {
  const switches = switchesOf(options.target);
  const tables = tablesOf(options.target, options.withoutFeatures);
  const lineOptions = {
    path: options.path,
    host: options.host,
    switches,
    configId: options.configId,
    ...(options.environment ? { environment: options.environment } : {}),
    ...(options.rendered ? { rendered: options.rendered } : {}),
    ...(options.room !== undefined && { room: options.room }),
    ...(options.from && { from: options.from }),
  };
  const own = yield* readLinesInSteps(lineOptions);
  options.onLines?.();
  const readsCopy = own.copyDiffers && switches.readsCopy;
  const copy = readsCopy ? yield* readCopyInSteps(lineOptions) : own;
  if (readsCopy) options.onLines?.();
  const ownBraces = matchBraces(own.lines);
  const copyBraces = copy === own ? ownBraces : matchBraces(copy.lines);
  const fillOf = ({ unknown }: LineReading) => filler(unknown, options.filling ?? "low", options.target);
  const ownFill = fillOf(own);
  const copyFill = copy === own ? ownFill : fillOf(copy);
  const readings: Read[] = [];
  const firstLines: (EffectiveStatement | EffectiveLine)[] = [];
  const ownReported = new Map<number, ReadingProblem>();
  const copyReported = new Map<number, ReadingProblem>();
  let stopped = false;
  for (const process of readingOrder) {
    const [lines, braces] = process === "core" ? [own.lines, ownBraces] : [copy.lines, copyBraces];
    const reported = lines === own.lines ? ownReported : copyReported;
    const fill = lines === own.lines ? ownFill : copyFill;
    const input = { process, lines, tables, switches, braces, reported, stopped, fill, firstLines };
    const reading: ProcessReading = yield* readProcessInSteps(input);
    readings.push({ process, reading });
    // A refused include ends the daemon after the parent's pass.
    stopped ||= reading.fatal !== undefined || (process === "core" && own.refused !== undefined);
  }
  const problems = yield* collectProblems(own, copy, readings, switches);
  yield;
  const effective: EffectiveConfiguration = {
    path: options.path,
    target: options.target,
    configId: options.configId,
    ...(options.withoutFeatures && { withoutFeatures: options.withoutFeatures }),
    statements: mergeRoots(readings),
    problems,
    definitions: own.definitions,
    files: own.sources.map((source) => options.sourceFile?.(source) ?? sourceFile(source)),
    unknown: own.unknown.length > 0 ? unknownPlaces(own.lines) : [],
    lines: own.lines.length,
    added: copy === own ? own.added : own.added + copy.added,
    ...((own.isCut || copy.isCut) && { isCut: true }),
    ...fatalOf(readings, own),
  };
  yield;
  keepFirstLines(effective, firstLines);
  if (!readsCopy) noteCuts(effective, own, readings);
  return effective;
}

function unknownPlaces(lines: LogicalLines): readonly Place[] {
  return [...lines].flatMap((line) =>
    hasHole(line.text)
      ? line.wording.words.flatMap((word) =>
          hasHole(word.value) ? [{ file: line.source.path, ...rangeOf(originOf(line, word.start, word.end)) }] : [],
        )
      : [],
  );
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

export interface Read {
  readonly process: Process;
  readonly reading: ProcessReading;
}

/** Which process a block counts for where several read it. */
const owners: readonly Process[] = ["core", "bfd", "vrrp", "checker"];

function mergeRoots(readings: readonly Read[]): readonly EffectiveStatement[] {
  const merged: { statement: EffectiveStatement; index: number }[] = [];
  for (const { process, reading } of readings) {
    for (const root of reading.roots) {
      const owner = owners.find((candidate) => root.statement.keyword.processes.includes(candidate));
      if (owner === process) merged.push(root);
    }
  }
  return merged.sort((left, right) => left.index - right.index).map(({ statement }) => statement);
}

/** With a pause after so many problems. */
const betweenPauses = 1000;

/** One problem for each place and kind, in the order of the lines; the first process that reports it counts. */
function* collectProblems(
  own: LineReading,
  copy: LineReading,
  readings: readonly Read[],
  switches: Switches,
): Steps<readonly ReadingProblem[]> {
  const collected: { problem: ReadingProblem; index: number }[] = [];
  const seen = new Map<string, { problem: ReadingProblem }>();
  const add = (problem: ReadingProblem, index: number): void => {
    const { file, start } = problem.place;
    const place = problem.kind === "unterminated-quote" ? "" : start;
    const key = `${file}:${place}:${problem.line}:${problem.kind}`;
    const known = seen.get(key);
    if (!known) {
      const entry = { problem, index };
      seen.set(key, entry);
      collected.push(entry);
    } else if (problem.daemon && !known.problem.daemon) known.problem = { ...known.problem, daemon: true };
  };
  const isPauseDue = onceIn(betweenPauses);
  for (const { reading } of readings) {
    for (const { problem, index } of reading.problems) {
      if (isPauseDue()) yield;
      add(problem, index);
    }
  }
  const stop = readings[0]?.reading.fatal?.index ?? Number.POSITIVE_INFINITY;
  for (const reading of copy === own ? [own] : [own, copy]) {
    for (const problem of reading.problems) {
      const unread = problem.before > stop;
      add({ ...lineProblem(problem), ...(unread ? { daemon: false } : {}) }, problem.before - 0.5);
    }
  }
  yield;
  blameUnopened(collected, readings);
  const unclosed = unclosedProblem(own, switches, stop === Number.POSITIVE_INFINITY);
  collected.sort((left, right) => left.index - right.index);
  if (!unclosed) return collected.map(({ problem }) => problem);
  // A root block inside another one stands there because that one was not closed.
  const problems = collected.map(({ problem }) =>
    problem.kind === "unknown-keyword" &&
    !problem.cause &&
    problem.block !== "" &&
    rootBlockNames.has(problem.word?.value ?? "")
      ? { ...problem, cause: unclosed }
      : problem,
  );
  return [...problems, unclosed];
}

/** What other processes say of the lines of a block without `{` follows from that. */
function blameUnopened(collected: { problem: ReadingProblem; index: number }[], readings: readonly Read[]): void {
  const causes = new Map<number, ReadingProblem>();
  for (const { reading } of readings) {
    for (const { from, to, cause } of reading.unopened) {
      for (let index = from; index <= to; index += 1) if (!causes.has(index)) causes.set(index, cause);
    }
  }
  if (causes.size === 0) return;
  for (const entry of collected) {
    const cause = causes.get(Math.ceil(entry.index));
    if (cause && cause !== entry.problem && !entry.problem.cause) entry.problem = { ...entry.problem, cause };
  }
}

function lineProblem({ before: _before, ...problem }: LineProblem): ReadingProblem {
  return { ...problem, block: "" };
}

/** Blocks that are open at the end. The daemon names no line, or the last; the place is the most likely opener. */
function unclosedProblem(reading: LineReading, switches: Switches, reachesEnd: boolean): ReadingProblem | undefined {
  const { lines } = reading;
  if (reading.openBlocks === 0 || reading.stopped || lines.length === 0) return undefined;
  const { partners } = matchBraces(lines);
  let index = lines.length - 1;
  while (index >= 0 && !(lines.wordingAt(index)!.text === "{" && partners[index] === -1)) index -= 1;
  const open = lines.at(index < 0 ? lines.length - 1 : index)!;
  const header = lines.at(Math.max(0, open.index - 1))!;
  const { start } = originOf(open, 0, 1);
  return {
    kind: "missing-close",
    place: { file: open.source.path, start, end: start + 1 },
    line: switches.placesMissingClose ? endedLines(reading.sources[0]?.text ?? "") : null,
    expansions: open.expansions,
    daemon: switches.countsBraces && reachesEnd,
    block: "",
    detail: { count: reading.openBlocks, openedOn: header.line },
  };
}

/** How many lines a text has that end in a newline: those that the daemon counts. */
function endedLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function fatalOf(readings: readonly Read[], own: LineReading): Pick<EffectiveConfiguration, "fatal"> {
  for (const { process, reading } of readings) {
    if (reading.fatal) {
      const { place, line } = reading.fatal;
      return { fatal: { kind: "missing-argument", place, line, process } };
    }
    if (process === "core" && own.refused) {
      const { place, line } = own.refused;
      return { fatal: { kind: "include", place, line, process } };
    }
  }
  return {};
}

/** A file with the tree of its text, made when somebody asks. */
export function sourceFile(
  source: Source,
  treeOf: (text: string) => SyntaxTree = (asked) => parse(asked, vocabulary),
): SourceFile {
  return new TextFile(source, treeOf);
}

/** A class, so that its getters are made once: see `createMemory`. */
class TextFile implements SourceFile {
  readonly path: string;
  readonly text: string;
  readonly #read: string;
  readonly #treeOf: (text: string) => SyntaxTree;
  #tree: SyntaxTree | undefined;
  #isPaired: boolean | undefined;

  constructor({ path, text, written = text }: Source, treeOf: (text: string) => SyntaxTree) {
    this.path = path;
    this.text = written;
    this.#read = text;
    this.#treeOf = treeOf;
  }

  get tree(): SyntaxTree {
    if (this.#tree === undefined || isTakenOver(this.#tree)) this.#tree = this.#treeOf(this.#shown());
    return this.#tree;
  }

  get isPaired(): boolean {
    this.#isPaired ??= pairsUp(this.#shown(), vocabulary.rootBlocks);
    return this.#isPaired;
  }

  #shown(): string {
    return this.#read === this.text ? this.text : withBlanks(this.text, this.#read);
  }
}
