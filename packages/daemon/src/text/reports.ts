import type { Switches } from "@kalint/schema";
import { type MappedText, originOf } from "@kalint/syntax";
/** What is said of lines while they are made, and how much may be made of them. */
import type { Host } from "../host.js";
import type { DefinitionSite, Expansion, Place, ReadingProblem } from "../types.js";

export interface Source {
  readonly path: string;
  /** Of a template: the mask of a rendering. */
  readonly text: string;
  /** What stands in the file, where that is a template. */
  readonly written?: string;
}

/** Where text is read, shared by all that comes out of one physical line. */
export interface Position {
  readonly source: Source;
  /** The daemon's number, from 1. */
  readonly line: number;
  readonly expansions: readonly Expansion[];
}

export interface LineProblem {
  readonly kind: ReadingProblem["kind"];
  readonly place: Place;
  readonly line: number | null;
  readonly expansions: readonly Expansion[];
  readonly daemon: boolean;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
  /** Index of the logical line that is read next. */
  readonly before: number;
}

/** Where in the main file a reading begins, and what is known of the lines before. */
export interface ReadingStart {
  readonly offset: number;
  /** How many lines precede. */
  readonly lines: number;
  /** The definitions that are in force, each of one line. */
  readonly definitions: readonly DefinitionSite[];
}

export interface LineOptions {
  readonly path: string;
  readonly host: Host;
  readonly switches: Switches;
  readonly configId: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** Gives the mask of a file that is a template. */
  readonly rendered?: (path: string, text: string) => string | undefined;
  /** The copy for the other processes is made. */
  readonly writesCopy?: boolean;
  /** Only the main file's lines from here on are read. */
  readonly from?: ReadingStart;
  /** How many lines repetitions, definitions and repeated includes may add to those of the files. */
  readonly room?: number;
}

/** Enough for any configuration; a hostile file stops here with a problem. Lines that stand in a file count once for free. */
export const largestReading = 50_000;

/** So many characters count like a line. */
const charactersALine = 300;

export interface Reports {
  readonly problems: readonly LineProblem[];
  /** A limit was reached: nothing more is read. */
  isStopped(): boolean;
  /** Some of what is there was not read. */
  isCut(): boolean;
  /** There is no room for anything that is added. */
  isFull(): boolean;
  /** What was added so far, in lines. */
  added(): number;
  problem(kind: LineProblem["kind"], position: Position, start: number, end: number, more?: Partial<LineProblem>): void;
  /** Returns true, and ends the reading with a problem, where one line more is too much. */
  exceedsLimit(position: Position, content: MappedText): boolean;
  /** The same for `cost` lines of `length` characters. */
  countExpansion(
    at: Place,
    position: Pick<Position, "expansions"> & { readonly line: number | null },
    length: number,
    cost: number,
  ): boolean;
  /** Says that there is more than is read. */
  cut(at: Place, position: Pick<Position, "expansions"> & { readonly line: number | null }): void;
}

/** `nextIndex`: the index of the logical line that is made next. */
export function lineReports({ room = largestReading }: LineOptions, nextIndex: () => number): Reports {
  const problems: LineProblem[] = [];
  let lines = 0;
  let characters = 0;
  let stopped = false;
  let isCut = false;
  const added = () => lines + Math.floor(characters / charactersALine);
  return {
    problems,
    isStopped: () => stopped,
    isCut: () => isCut,
    isFull: () => added() >= room,
    added,
    cut,
    problem(kind, position, start, end, more = {}) {
      const { line, expansions } = position;
      problems.push({
        kind,
        place: placeIn(position, start, end),
        line,
        expansions,
        daemon: true,
        before: nextIndex(),
        ...more,
      });
    },
    exceedsLimit(position, content) {
      const { start, end } = originOf(content, 0, content.text.length);
      // Each line carries its chain of expansions, which must not grow for ever.
      const cost = Math.max(1, position.expansions.length);
      return countExpansion(placeIn(position, start, end), position, content.text.length, cost);
    },
    countExpansion,
  };

  function countExpansion(
    place: Place,
    { line, expansions }: { line: number | null; expansions: readonly Expansion[] },
    length: number,
    cost: number,
  ): boolean {
    lines += cost;
    characters += length;
    if (added() <= room) return false;
    cut(place, { line, expansions });
    stopped = true;
    return true;
  }

  function cut(
    place: Place,
    { line, expansions }: { readonly line: number | null; readonly expansions: readonly Expansion[] },
  ): void {
    // Of a file that is too much the first line says it.
    if (isCut) return;
    isCut = true;
    problems.push({ kind: "expansion-limit", place, line, expansions, daemon: false, before: nextIndex() });
  }
}

export function placeIn(position: Position, start: number, end: number): Place {
  return { file: position.source.path, start, end };
}
