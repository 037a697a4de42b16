/**
 * From files to the logical lines that keepalived's processes read: comments gone, conditions decided, definitions
 * replaced, repetitions and includes followed, every brace on a line of its own (lib/parser.c: read_line).
 *
 * The parent reads the files and writes a copy; the other processes read the copy. `readLines` gives the parent's
 * lines; `readCopy` those of the others, needed only where `copyDiffers`.
 */
import type { Host } from "../host.js";
import type { DefinitionSite, EffectiveWord, Expansion, Place, ReadingProblem } from "../types.js";
import { removeComment, trimBlanks } from "./comments.js";
import {
  type BuiltinSources,
  builtinDefinitions,
  byteLength,
  type Definition,
  type Definitions,
  lineBuffer,
  type Replaced,
  readDefinition,
  replaceReferences,
} from "./definitions.js";
import type { Dialect } from "./dialect.js";
import { includeChecks, openInclude, readIncludeLine } from "./include.js";
import { type MappedText, mapped, originOf, sliceMapped, substituted } from "./mapped.js";
import { directoryOf } from "./paths.js";
import { type Repetition, readRepetition } from "./repetitions.js";
import { type SplitLine, splitWords } from "./words.js";

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Where text is read, shared by all that comes out of one physical line. */
interface Position {
  readonly source: Source;
  /** The daemon's number, from 1. */
  readonly line: number;
  readonly expansions: readonly Expansion[];
}

export interface LogicalLine extends Position {
  readonly index: number;
  readonly content: MappedText;
  /** Splitter A's words. */
  readonly split: SplitLine;
  /** Those words with their places, made when the first process asks. */
  words: readonly EffectiveWord[] | undefined;
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

type CopyEntry =
  | { readonly kind: "enter"; readonly frame: Pick<Frame, "source" | "directory" | "expansions"> }
  | { readonly kind: "leave" }
  | { readonly kind: "line"; readonly content: MappedText };

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
  readonly refused: { readonly place: Place; readonly line: number } | undefined;
  /** A limit was reached: the end was not read. */
  readonly stopped: boolean;
  readonly copyDiffers: boolean;
  readonly copy: readonly CopyEntry[];
}

export interface LineOptions {
  readonly path: string;
  readonly host: Host;
  readonly dialect: Dialect;
  readonly configId: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** For what repetitions, definitions and repeated includes add to the lines of the files. */
  readonly limits?: { readonly lines: number; readonly characters: number };
}

/** Enough for any configuration; a hostile file stops here with a problem. Lines that stand in a file count once for free. */
const defaultLimits = { lines: 200_000, characters: 64 * 1024 * 1024 };

export function readLines(options: LineOptions): LineReading {
  return read(options, undefined);
}

export function readCopy(options: LineOptions, copy: readonly CopyEntry[]): LineReading {
  return read(options, copy);
}

/** Opening a file again costs as much as this many lines, even where it is empty. */
const reopeningCost = 20;

/** A line of a file (or of the copy), what follows a brace on one, or a line that an expansion made. */
type LineOrigin = "file" | "brace" | "expansion";

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

const emptyLine = mapped("", 0);

function read(options: LineOptions, copy: readonly CopyEntry[] | undefined): LineReading {
  const { host, dialect } = options;
  const limits = options.limits ?? defaultLimits;
  const lines: LogicalLine[] = [];
  const problems: LineProblem[] = [];
  const known = new Map<string, Source>();
  const written: CopyEntry[] = [];
  const frames: Frame[] = [];
  const openPaths = new Set<string>();
  const repetitions: RunningRepetition[] = [];
  const definitionStack: RunningDefinition[] = [];
  let running: RunningDefinition | undefined;
  let depth = 0;
  let pending: Definition | undefined;
  let residue: (Position & { readonly content: MappedText }) | undefined;
  let copyAt = 0;
  let copyDiffers = false;
  let checks = 0;
  let refused: LineReading["refused"];
  let openBlocks = 0;
  let lineCount = 0;
  let characters = 0;
  let stopped = false;
  const builtins: BuiltinSources = {
    directory: () => frames.at(-1)?.directory || ".",
    configId: options.configId,
    environment: options.environment ?? {},
  };
  const defined: DefinitionSite[] = [];
  const definitions: Definitions = builtinDefinitions(dialect, builtins);

  start();
  while (!stopped) {
    const next = nextContent();
    if (!next) break;
    if (pending) appendToPending(next.content.text);
    else take(next);
  }
  return {
    lines,
    problems,
    definitions: defined,
    sources: [...known.values()],
    openBlocks,
    refused,
    stopped,
    copyDiffers,
    copy: written,
  };

  function start(): void {
    const text = host.read(options.path);
    if (text === undefined) {
      known.set(options.path, { path: options.path, text: "" });
      const place = { file: options.path, start: 0, end: 0 };
      problems.push({
        kind: "include-not-readable",
        place,
        line: null,
        expansions: [],
        daemon: true,
        before: 0,
        detail: { path: options.path, reason: "unreadable" },
      });
      return;
    }
    const source = { path: options.path, text };
    openFrame(
      { source, directory: directoryOf(options.path), expansions: [], following: [], includePlace: undefined },
      copy !== undefined,
    );
    if (copy) copyAt = 1;
  }

  function openFrame(
    frame: Pick<Frame, "source" | "directory" | "expansions" | "following" | "includePlace">,
    fromCopy: boolean,
  ): void {
    openPaths.add(frame.source.path);
    const again = known.has(frame.source.path);
    known.set(frame.source.path, frame.source);
    frames.push({ ...frame, at: fromCopy ? -1 : 0, end: -1, line: 0, includeChecks: checks, again });
    if (again && frame.includePlace) countExpansion(frame.includePlace, frame.expansions, 0, null, reopeningCost);
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
    const source = known.get(file.path) ?? { path: file.path, text: file.text };
    const step: Expansion = { kind: "include", name: file.path, place };
    openFrame(
      { source, directory: directoryOf(file.path), expansions: [...expansions, step], following, includePlace: place },
      false,
    );
  }

  function place(position: Position, start: number, end: number): Place {
    return { file: position.source.path, start, end };
  }

  function problem(
    kind: LineProblem["kind"],
    position: Position,
    start: number,
    end: number,
    more: Partial<LineProblem> = {},
  ): void {
    problems.push({
      kind,
      place: place(position, start, end),
      line: position.line,
      expansions: position.expansions,
      daemon: true,
      before: lines.length,
      ...more,
    });
  }

  function exceedsLimit(position: Position, content: MappedText): boolean {
    const { start, end } = originOf(content, 0, content.text.length);
    // Each line carries its chain of expansions, which a definition that holds itself makes longer and longer.
    const cost = Math.max(1, position.expansions.length);
    return countExpansion(place(position, start, end), position.expansions, content.text.length, position.line, cost);
  }

  /** Returns true, and ends the reading with a problem, where the limit is reached. */
  function countExpansion(
    at: Place,
    expansions: readonly Expansion[],
    length: number,
    line: number | null = null,
    cost = 1,
  ): boolean {
    lineCount += cost;
    characters += length;
    if (lineCount <= limits.lines && characters <= limits.characters) return false;
    const detail = { lines: limits.lines, characters: limits.characters };
    problems.push({
      kind: "expansion-limit",
      place: at,
      line,
      expansions,
      daemon: false,
      detail,
      before: lines.length,
    });
    stopped = true;
    return true;
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
    return nextPhysical();
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

  /** The next line of a file or of the copy that is not empty without its comment. */
  function nextPhysical(): (Position & { readonly content: MappedText; readonly from: LineOrigin }) | undefined {
    for (;;) {
      const frame = frames.at(-1);
      if (!frame) return undefined;
      const raw = frame.at < 0 ? nextOfCopy(frame) : nextOfFile(frame);
      if (!raw) continue;
      const position: Position = { source: frame.source, line: frame.line, expansions: frame.expansions };
      if (frame.again && exceedsLimit(position, raw)) return undefined;
      let end = raw.text.length;
      while (end > 0 && raw.text.charCodeAt(end - 1) === 0x0d) end -= 1;
      if (end === 0) {
        endPending();
        if (!copy) written.push({ kind: "line", content: emptyLine });
        continue;
      }
      const line = sliceMapped(raw, 0, end);
      const { line: content, unterminated } = removeComment(line, dialect.backslashOutlivesComment);
      if (unterminated !== undefined) {
        const { start } = originOf(line, unterminated, unterminated + 1);
        problem("unterminated-quote", position, start, originOf(line, end - 1, end).end, {
          daemon: dialect.reportsOddQuotes,
        });
      }
      if (!copy) writeCopy(content);
      if (content.text !== "") return { content, ...position, from: "file" };
    }
  }

  function writeCopy(content: MappedText): void {
    const isInclude = dialect.includes && readIncludeLine(content.text, dialect.checkedIncludes) !== undefined;
    written.push({ kind: "line", content: isInclude ? emptyLine : content });
    if (pending && (content.text === "" || isInclude)) copyDiffers = true;
    if (
      /[\\#!]/.test(content.text) &&
      removeComment(content, dialect.backslashOutlivesComment).line.text !== content.text
    )
      copyDiffers = true;
  }

  function nextOfCopy(frame: Frame): MappedText | undefined {
    const entry = copy![copyAt];
    copyAt += 1;
    if (!entry || entry.kind === "leave") {
      frames.pop();
      return undefined;
    }
    if (entry.kind === "line") {
      frame.line += 1;
      return entry.content;
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
    if (dialect.truncatesAtNul) {
      copyDiffers = true;
      problem("embedded-nul", position, start + nul, start + nul + 1, { daemon: false });
      return mapped(raw.slice(0, nul), start);
    }
    problem("embedded-nul", position, start + nul, start + nul + 1);
    frame.line += 1;
    return emptyLine;
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
    if (dialect.cutsLongLines) {
      copyDiffers = true;
      problem("line-too-long", position, start, end, { daemon: false, detail: { maximum: lineBuffer - 2 } });
      return mapped(text.slice(start, at), start);
    }
    problem("line-too-long", position, start, end, { detail: { maximum: lineBuffer - 2 } });
    frame.line += 1;
    return emptyLine;
  }

  function appendToPending(text: string): void {
    const definition = pending!;
    if (text.endsWith("\\")) {
      const kept = text.slice(0, -1).replace(/[ \t]+$/, "");
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
    if (given.from === "expansion" && exceedsLimit(given, given.content)) return;
    let { content } = given;
    let position: Position = given;
    for (;;) {
      if (content.text === "") return;
      if (dialect.conditions && content.text.startsWith("@")) {
        const rest = afterCondition(content);
        if (!rest) return;
        content = rest;
      }
      if (dialect.definitions && content.text.startsWith("$") && define(content, position)) return;
      if (isRepetition(content.text)) {
        repeat(content, position);
        return;
      }
      if (content.text.startsWith("~") || !dialect.definitions || !content.text.includes("$")) break;
      const replaced = replaceReferences(content, definitions, dialect);
      position = noteReplaced(replaced, position);
      content = replaced.line;
      if (!replaced.changed) break;
      if (!dialect.uncommentsSubstitutions) {
        if (content.text.startsWith("@") || content.text.includes("$")) continue;
        break;
      }
      const { line, unterminated } = removeComment(content, dialect.backslashOutlivesComment);
      if (unterminated !== undefined) {
        const { start, end } = originOf(content, unterminated, content.text.length);
        problem("unterminated-quote", position, start, end);
      }
      content = line;
      if (!dialect.substitutesRepeatedly || !(content.text.startsWith("@") || content.text.includes("$"))) break;
    }
    if (content.text === "" || include(content, position, given.from)) return;
    split(content, position);
  }

  function afterCondition(content: MappedText): MappedText | undefined {
    const negated = dialect.negatedConditions && content.text.startsWith("^", 1);
    const start = negated ? 2 : 1;
    const match = /[ \t]+/g;
    match.lastIndex = start;
    const blank = match.exec(content.text);
    if (!blank) return undefined;
    const same = content.text.slice(start, blank.index) === options.configId;
    return same === negated ? undefined : sliceMapped(content, blank.index + blank[0].length);
  }

  function define(content: MappedText, position: Position): boolean {
    const found = readDefinition(content.text);
    if (!found) return false;
    const { start, end } = originOf(content, 0, content.text.length);
    const definition: Definition = {
      name: found.name,
      value: found.value,
      multiline: found.multiline,
      place: place(position, start, end),
    };
    definitions.set(found.name, definition);
    defined.push({ name: found.name, place: definition.place!, value: found.value, multiline: found.multiline });
    if (found.multiline) pending = definition;
    return true;
  }

  function isRepetition(text: string): boolean {
    if (text.startsWith("~SEQ")) return dialect.sequences && (dialect.lists || text[4] !== "x");
    return dialect.lists && text.startsWith("~LST");
  }

  function repeat(content: MappedText, position: Position): void {
    const repetition = readRepetition(content.text, definitions, dialect);
    if ("problem" in repetition) {
      const { start, end } = originOf(content, 0, content.text.length);
      problem("bad-repetition", position, start, end, { detail: { reason: repetition.problem } });
      return;
    }
    const { start, end } = originOf(content, 0, repetition.textStart);
    const text = sliceMapped(content, repetition.textStart);
    repetitions.push({ ...position, repetition, text, place: place(position, start, end), index: 0 });
  }

  function noteReplaced(replaced: Replaced, position: Position): Position {
    for (const { message, start, end } of replaced.problems) {
      problem("bad-definition", position, start, end, { detail: { reason: message } });
    }
    if (replaced.endless) {
      const { definition, start, end } = replaced.endless;
      problem("expansion-limit", position, start, end, { daemon: false, detail: { definition: definition.name } });
      definition.endless = true;
    }
    const steps = replaced.substitutions.map(
      ({ definition, start, end }): Expansion => ({
        kind: "definition",
        name: definition.name,
        place: place(position, start, end),
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
      problem("expansion-limit", position, start, end, { daemon: false, detail: { definition: definition.name } });
      definition.endless = true;
      return result;
    }
    for (const { text, substitution } of replaced.rests) {
      if (running) definitionStack.push(running);
      depth = repetitions.length;
      running = { ...result, text, place: place(position, substitution.start, substitution.end), depth };
    }
    return result;
  }

  function include(content: MappedText, position: Position, from: LineOrigin): boolean {
    if (!dialect.includes) return false;
    const found = readIncludeLine(content.text, dialect.checkedIncludes);
    if (!found) return false;
    // The copy holds an empty line only for a line that starts with the include; the others are carried out again from it.
    if (
      from !== "file" ||
      typeof content.origin !== "number" ||
      content.origin !== startOfLine(position, content.origin)
    )
      copyDiffers = true;
    const pattern = content.text.slice(found.pathStart);
    const { start, end } = originOf(content, found.pathStart, content.text.length);
    const wanted = found.checks | checks;
    const result = openInclude(pattern, wanted, frames.at(-1)?.directory ?? "", openPaths, host);
    for (const { kind, path, refused: refuses, reported, reason } of result.problems) {
      problem(kind, position, start, end, {
        daemon: reported && dialect.checkedIncludes,
        detail: { path, refused: refuses, ...(reason ? { reason } : {}) },
      });
      if (refuses) refused ??= { place: place(position, start, end), line: position.line };
    }
    const [first, ...following] = result.files;
    if (first) openIncluded(first, following, position.expansions, place(position, start, end));
    return true;
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
      if (after < text.length) residue = { ...position, content: trimBlanks(sliceMapped(content, after)) };
      end = after;
    }
    const kept = trimBlanks(sliceMapped(content, 0, end));
    if (kept.text === "{") openBlocks += 1;
    else if (kept.text === "}") {
      openBlocks -= 1;
      if (openBlocks < 0) {
        openBlocks = 0;
        const origin = originOf(kept, 0, 1);
        problem("surplus-close", position, origin.start, origin.end, {
          daemon: dialect.countsBraces,
          detail: { counted: true },
        });
      }
    }
    const split = splitWords(kept.text);
    if (split.words[0]?.value === "include_check") checks = checksAfter(split);
    const { source, line, expansions } = position;
    lines.push({ index: lines.length, source, line, expansions, content: kept, split, words: undefined });
  }

  function checksAfter(line: SplitLine): number {
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
}

const includeCheckWords: ReadonlyMap<string, number> = new Map([
  ["read", includeChecks.read],
  ["match", includeChecks.match],
  ["wildcard_match", includeChecks.wildcard],
  ["brace_match", includeChecks.brace],
]);

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
