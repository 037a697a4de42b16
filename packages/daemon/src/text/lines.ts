/**
 * From files to the logical lines that keepalived's processes read: comments gone, conditions decided, definitions
 * replaced, repetitions and includes followed, every brace on a line of its own (lib/parser.c: read_line).
 *
 * The parent reads the files and writes a copy; the other processes read the copy. `readLines` gives the parent's
 * lines; `readCopy` those of the others, needed only where `copyDiffers`.
 */

import { hasHole, holeOf, type MappedText, originOf, sliceMapped, substituted } from "@kalint/syntax";
import type { DefinitionSite, EffectiveWord, Expansion, Place } from "../types.js";
import { removeComment, trimBlanks } from "./comments.js";
import {
  builtinDefinitions,
  type Definition,
  type Definitions,
  type Replaced,
  readDefinition,
  replaceReferences,
} from "./definitions.js";
import { type CopyEntry, type FileReader, fileReader } from "./files.js";
import { readIncludeLine } from "./include.js";
import { type Repetition, readRepetition } from "./repetitions.js";
import { type LineOptions, type LineProblem, lineReports, type Position, placeIn, type Source } from "./reports.js";
import { type SplitLine, splitWords } from "./words.js";

export type { LineProblem, Source } from "./reports.js";

export interface LogicalLine extends Position {
  readonly index: number;
  readonly content: MappedText;
  /** Splitter A's words. */
  readonly split: SplitLine;
  /** Those words with their places, made when the first process asks. */
  words: readonly EffectiveWord[] | undefined;
}

export interface LineReading {
  readonly lines: readonly LogicalLine[];
  readonly problems: readonly LineProblem[];
  /** `$NAME=…` lines in the order of reading. */
  readonly definitions: readonly DefinitionSite[];
  /** Every file that was opened, the main file first. */
  readonly sources: readonly Source[];
  /** Blocks that are still open at the end. */
  readonly openBlocks: number;
  /** An include failed that was asked to be an error: only the parent reads, then the daemon stops. */
  readonly refused: FileReader["refused"];
  /** A limit was reached: the end was not read. */
  readonly stopped: boolean;
  /** A limit was reached: some of what is there was not read. */
  readonly isCut: boolean;
  /** What repetitions, definitions and repeated includes have added, in lines. */
  readonly added: number;
  readonly copyDiffers: boolean;
  readonly copy: readonly CopyEntry[];
  /** What stands in the text for the values that nobody knows, by their number: `${_ENV NAME}`. */
  readonly unknown: readonly string[];
}

export function readLines(options: LineOptions): LineReading {
  return read(options, undefined);
}

export function readCopy(options: LineOptions, { copy, unknown }: LineReading): LineReading {
  return read(options, copy, unknown);
}

/** A line of a file (or of the copy), what follows a brace on one, or a line that an expansion made. */
type LineOrigin = "file" | "brace" | "expansion";

interface RunningRepetition extends Position {
  readonly repetition: Repetition;
  readonly text: MappedText;
  readonly place: Place;
  index: number;
}

interface RunningDefinition extends Position {
  readonly text: string;
  readonly place: Place;
  readonly depth: number;
}

function read(
  options: LineOptions,
  copy: readonly CopyEntry[] | undefined,
  known: readonly string[] = [],
): LineReading {
  const { switches } = options;
  const lines: LogicalLine[] = [];
  const repetitions: RunningRepetition[] = [];
  const definitionStack: RunningDefinition[] = [];
  const defined: DefinitionSite[] = [];
  let running: RunningDefinition | undefined;
  let depth = 0;
  let pending: Definition | undefined;
  let residue: (Position & { readonly content: MappedText }) | undefined;
  let openBlocks = 0;
  const unknown = [...known];
  const reports = lineReports(options, () => lines.length);
  const files = fileReader(
    options,
    reports,
    { isOpen: () => pending !== undefined, emptyLine: endPending },
    copy,
    holeFor,
  );
  const definitions: Definitions = builtinDefinitions(switches, {
    directory: () => files.directory || ".",
    configId: options.configId,
    environment: options.environment,
    unknown: holeFor,
  });

  while (!reports.stopped) {
    const next = nextContent();
    if (!next) break;
    if (pending) appendToPending(next.content.text);
    else take(next);
  }
  const { problems, stopped, isCut, added } = reports;
  const { sources, refused, copyDiffers } = files;
  return {
    lines,
    problems,
    definitions: defined,
    sources,
    openBlocks,
    refused,
    stopped,
    isCut,
    added,
    copyDiffers,
    copy: files.copy,
    unknown,
  };

  function holeFor(reference: string): string {
    if (!unknown.includes(reference)) unknown.push(reference);
    return holeOf(unknown.indexOf(reference));
  }

  /** The next text to be looked at, from whichever source is due. */
  function nextContent(): (Position & { readonly content: MappedText; readonly from: LineOrigin }) | undefined {
    if (residue) {
      const { content, source, line, expansions } = residue;
      residue = undefined;
      // Text that a substitution made may bring forth more of itself, piece by piece.
      const from = typeof content.origin === "number" ? "brace" : "expansion";
      return { content, source, line, expansions, from };
    }
    if (repetitions.length > depth) return nextRepetition(repetitions.at(-1)!);
    if (running) return nextOfDefinition(running);
    return files.next();
  }

  function nextRepetition(current: RunningRepetition): Position & { content: MappedText; from: LineOrigin } {
    const values = current.repetition.values(current.index)!;
    for (const [at, name] of current.repetition.names.entries()) {
      const known = definitions.get(name);
      definitions.set(name, { name, value: values[at]!, multiline: known?.multiline ?? false, place: current.place });
    }
    const step: Expansion = {
      kind: "repetition",
      name: current.repetition.names.map((name, at) => `${name}=${values[at]}`).join(" "),
      place: current.place,
    };
    current.index += 1;
    if (!current.repetition.values(current.index)) repetitions.pop();
    const { source, line } = current;
    return { content: current.text, source, line, expansions: [...current.expansions, step], from: "expansion" };
  }

  function nextOfDefinition(current: RunningDefinition): Position & { content: MappedText; from: LineOrigin } {
    const lineEnd = current.text.indexOf("\n");
    const text = lineEnd < 0 ? current.text : current.text.slice(0, lineEnd);
    if (lineEnd >= 0) running = { ...current, text: current.text.slice(lineEnd + 1) };
    else {
      running = definitionStack.pop();
      depth = running?.depth ?? 0;
    }
    const { source, line, expansions } = current;
    return {
      content: substituted(text, current.place.start, current.place.end),
      source,
      line,
      expansions,
      from: "expansion",
    };
  }

  function appendToPending(text: string): void {
    const definition = pending!;
    if (text.endsWith("\\")) {
      const kept = text.slice(0, -1).replace(/(?<![ \t])[ \t]+$/, "");
      if (kept !== "") definition.value += `${kept}\n`;
      return;
    }
    endPending();
    definition.value += text;
  }

  function endPending(): void {
    if (pending && pending.value === "") pending.multiline = false;
    pending = undefined;
  }

  /** Conditions, definitions, repetitions, references and includes of one line; what is left is split at its braces. */
  function take(given: Position & { readonly content: MappedText; readonly from: LineOrigin }): void {
    if (given.from === "expansion" && reports.exceedsLimit(given, given.content)) return;
    let { content } = given;
    let position: Position = given;
    for (;;) {
      if (content.text === "") return;
      if (switches.conditions && content.text.startsWith("@")) {
        const rest = afterCondition(content);
        if (!rest) {
          noteForeign(content, position);
          return;
        }
        content = rest;
      }
      if (switches.definitions && content.text.startsWith("$") && define(content, position)) return;
      if (isRepetition(content.text)) {
        repeat(content, position);
        return;
      }
      if (content.text.startsWith("~") || !switches.definitions || !content.text.includes("$")) break;
      if (files.hasUnread) noteUnread(content.text);
      const replaced = replaceReferences(content, definitions, switches);
      position = noteReplaced(replaced, position);
      content = replaced.line;
      if (!replaced.changed) break;
      if (!switches.uncommentsSubstitutions) {
        if (content.text.startsWith("@") || content.text.includes("$")) continue;
        break;
      }
      const { line, unterminated } = removeComment(content, switches.backslashOutlivesComment);
      if (unterminated !== undefined) {
        const { start, end } = originOf(content, unterminated, content.text.length);
        reports.problem("unterminated-quote", position, start, end);
      }
      content = line;
      if (!switches.substitutesRepeatedly || !(content.text.startsWith("@") || content.text.includes("$"))) break;
    }
    if (isUnknownInclude(content.text)) return;
    if (content.text === "" || files.include(content, position, given.from === "file")) return;
    split(content, position);
  }

  function afterCondition(content: MappedText): MappedText | undefined {
    const negated = switches.negatedConditions && content.text.startsWith("^", 1);
    const start = negated ? 2 : 1;
    const match = /[ \t]+/g;
    match.lastIndex = start;
    const blank = match.exec(content.text);
    if (!blank) return undefined;
    const same = content.text.slice(start, blank.index) === options.configId;
    return same === negated ? undefined : sliceMapped(content, blank.index + blank[0].length);
  }

  /** What only another host defines has a value that this one does not know. */
  function noteForeign(content: MappedText, position: Position): void {
    const blank = content.text.search(/[ \t{}]\$/);
    const found = blank < 0 ? undefined : readDefinition(content.text.slice(blank + 1));
    if (found === undefined || definitions.has(found.name)) return;
    const { start, end } = originOf(content, 0, content.text.length);
    const value = holeFor(`$${found.name}`);
    definitions.set(found.name, {
      name: found.name,
      value,
      multiline: false,
      place: placeIn(position, start, end),
      foreign: true,
    });
  }

  /** A name that is not defined here may be defined in a file that was not read. */
  function noteUnread(text: string): void {
    for (const [, name] of text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)) {
      if (!name || definitions.has(name)) continue;
      definitions.set(name, { name, value: holeFor(`$${name}`), multiline: false, place: undefined, foreign: true });
    }
  }

  function define(content: MappedText, position: Position): boolean {
    const found = readDefinition(content.text);
    if (!found) return false;
    const { start, end } = originOf(content, 0, content.text.length);
    const definition: Definition = {
      name: found.name,
      value: found.value,
      multiline: found.multiline,
      place: placeIn(position, start, end),
    };
    definitions.set(found.name, definition);
    defined.push({ name: found.name, place: definition.place!, value: found.value, multiline: found.multiline });
    if (found.multiline) pending = definition;
    return true;
  }

  /** Nobody knows which file is meant. */
  function isUnknownInclude(text: string): boolean {
    return (
      unknown.length > 0 &&
      switches.includes &&
      hasHole(text) &&
      readIncludeLine(text, switches.checkedIncludes) !== undefined
    );
  }

  function isRepetition(text: string): boolean {
    if (text.startsWith("~SEQ")) return switches.sequences && (switches.lists || text[4] !== "x");
    return switches.lists && text.startsWith("~LST");
  }

  function repeat(content: MappedText, position: Position): void {
    const repetition = readRepetition(content.text, definitions, switches);
    if ("problem" in repetition) {
      // How often a line is repeated may be unknown.
      if (unknown.length > 0 && hasHole(content.text)) return;
      const { start, end } = originOf(content, 0, content.text.length);
      reports.problem("bad-repetition", position, start, end, { detail: { reason: repetition.problem } });
      return;
    }
    const { start, end } = originOf(content, 0, repetition.textStart);
    const text = sliceMapped(content, repetition.textStart);
    repetitions.push({ ...position, repetition, text, place: placeIn(position, start, end), index: 0 });
  }

  function noteReplaced(replaced: Replaced, position: Position): Position {
    for (const { message, start, end } of replaced.problems) {
      reports.problem("bad-definition", position, start, end, { detail: { reason: message } });
    }
    if (replaced.endless) {
      const { definition, start, end } = replaced.endless;
      reports.problem("expansion-limit", position, start, end, {
        daemon: false,
        detail: { definition: definition.name },
      });
      definition.endless = true;
    }
    const steps = replaced.substitutions.map(
      ({ definition, start, end }): Expansion => ({
        kind: "definition",
        name: definition.name,
        place: placeIn(position, start, end),
        ...(definition.place ? { defined: definition.place } : {}),
      }),
    );
    const result: Position = {
      source: position.source,
      line: position.line,
      expansions: [...position.expansions, ...steps],
    };
    if (!replaced.changed) return result;
    const within = replaced.rests.find(({ substitution: { definition } }) =>
      position.expansions.some(({ kind, name }) => kind === "definition" && name === definition.name),
    );
    if (within) {
      // The lines of a definition lead back to it: keepalived would never come to an end.
      const { definition, start, end } = within.substitution;
      reports.problem("expansion-limit", position, start, end, {
        daemon: false,
        detail: { definition: definition.name },
      });
      definition.endless = true;
      return result;
    }
    for (const { text, substitution } of replaced.rests) {
      if (running) definitionStack.push(running);
      depth = repetitions.length;
      running = { ...result, text, place: placeIn(position, substitution.start, substitution.end), depth };
    }
    return result;
  }

  /** Every brace outside `"…"` becomes a line of its own; what follows it is read next. */
  function split(content: MappedText, position: Position): void {
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
        residue = { source, line, expansions, content: trimBlanks(sliceMapped(content, after)) };
      }
      end = after;
    }
    const kept = trimBlanks(sliceMapped(content, 0, end));
    if (kept.text === "{") openBlocks += 1;
    else if (kept.text === "}") {
      openBlocks -= 1;
      if (openBlocks < 0) {
        openBlocks = 0;
        const origin = originOf(kept, 0, 1);
        reports.problem("surplus-close", position, origin.start, origin.end, {
          daemon: switches.countsBraces,
          detail: { counted: true },
        });
      }
    }
    const split = splitWords(kept.text);
    if (split.words[0]?.value === "include_check") files.setIncludeChecks(split);
    const { source, line, expansions } = position;
    lines.push({ index: lines.length, source, line, expansions, content: kept, split, words: undefined });
  }
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
