/**
 * One process reading its lines, as keepalived's lib/parser.c does in process_stream and alloc_value_block: the order of
 * the tests below is the daemon's, because the cascades that follow from a mistake depend on it.
 */
import type { Keyword, Process, Switches } from "@kalint/schema";
import { originOf } from "@kalint/syntax";
import type { LogicalLine } from "../text/lines.js";
import { type SplitWord, splitQuoted } from "../text/words.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord, Place, ReadingProblem } from "../types.js";
import type { Filler } from "../values/unknown.js";
import { type NameRegistry, refusedHeader, registerName } from "./headers.js";
import { lacksWord } from "./missing.js";
import { displacements, matchBraces, type Unopened } from "./structure.js";
import type { KeywordTable, Tables } from "./tables.js";

export interface ProcessInput {
  readonly process: Process;
  readonly lines: readonly LogicalLine[];
  readonly tables: Tables;
  readonly switches: Switches;
  readonly partners?: Int32Array;
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
  /** Where a word is missing that the daemon cannot do without. */
  readonly fatal: { readonly place: Place; readonly line: number; readonly index: number } | undefined;
}

/** What can be wrong with a line, once each. */
const problemKinds: readonly ReadingProblem["kind"][] = [
  "unknown-keyword",
  "unexpected-open",
  "missing-open",
  "surplus-close",
  "surplus-header-words",
  "unterminated-quote",
];

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A statement while its block is being read. */
interface OpenStatement extends Mutable<EffectiveStatement> {
  children: OpenStatement[];
  lines: EffectiveLine[];
}

export function readProcess(input: ProcessInput): ProcessReading {
  const { process, lines, tables, switches } = input;
  const partners = input.partners ?? matchBraces(lines);
  const displaced = displacements(partners);
  const roots: { statement: OpenStatement; index: number }[] = [];
  const problems: { problem: ReadingProblem; index: number }[] = [];
  const names: NameRegistry = new Map();
  let fatal: ProcessReading["fatal"];
  let stopped = input.stopped === true;
  let next = 0;
  let level = 0;
  /** As the daemon's skip_sublevel: -1 waits for a `{`, above 0 counts the braces of what is skipped. */
  let skip = 0;
  let lastUnknown: { problem: ReadingProblem; index: number } | undefined;

  readBlock(tables.roots, undefined, false);
  return { roots, problems, unopened: displaced.unopened, fatal };

  /** Returns true where the block was left because it is skipped. */
  function readBlock(table: KeywordTable, parent: OpenStatement | undefined, blockNeedsOpen: boolean): boolean {
    let needsOpen = blockNeedsOpen;
    let open = -1;
    while (next < lines.length) {
      const line = lines[next]!;
      next += 1;
      const { words, unterminated } = line.split;
      if (unterminated !== undefined) reportUnterminated(line, unterminated, parent);
      const first = words[0]?.value;
      if (first === undefined) continue;
      if (skip === -1) {
        if (first === "{") {
          skip = 1;
          needsOpen = false;
          continue;
        }
        skip = 0;
      }
      if (skip > 0) {
        let last = first;
        for (const word of words) {
          last = word.value;
          if (last === "{") skip += 1;
          else if (last === "}") {
            skip -= 1;
            if (skip === 0) break;
          }
        }
        if (last === "}" && skip === 0 && level > 0) {
          endBlock(parent, line);
          return true;
        }
        continue;
      }
      if (needsOpen) {
        needsOpen = false;
        if (first === "{" && level > 0) {
          open = line.index;
          continue;
        }
        const problem = report("missing-open", line, parent, {
          place: parent?.place ?? placeOf(line),
          detail: parent ? { keyword: parent.keyword.name } : {},
        });
        displaced.missingOpen(line.index, problem);
      } else if (first === "{") {
        ignoreOpen(line, parent);
        continue;
      }
      if (first === "}" && level > 0) {
        displaced.closed(open, line.index);
        endBlock(parent, line);
        return false;
      }
      if (input.fill.has(first)) {
        passUnknown(line);
        continue;
      }
      const keyword = table.get(first);
      if (keyword) readKeyword(keyword, line, parent);
      else reportUnknown(line, parent);
    }
    if (parent) parent.end = endOfInput();
    return false;
  }

  /** Nobody knows what such a line says: it is passed over with the block that it may open. */
  function passUnknown(line: LogicalLine): void {
    let depth = line.split.words.at(-1)?.value === "{" ? 1 : 0;
    if (depth === 0 && lines[next]?.split.words[0]?.value !== "{") return;
    do {
      for (const { value } of lines[next]?.split.words ?? []) {
        if (value === "{") depth += 1;
        else if (value === "}") depth -= 1;
      }
      next += 1;
    } while (depth > 0 && next < lines.length);
  }

  function readKeyword(keyword: Keyword, line: LogicalLine, parent: OpenStatement | undefined): void {
    if (!parent) {
      displaced.synchronised(line.index);
      if (!keyword.processes.includes(process)) {
        skip = line.split.words.at(-1)!.value === "{" ? 1 : -1;
        return;
      }
    }
    const all = wordsOf(line, input.fill);
    const opened = keyword.kind === "block" && all.length > 0 && all.at(-1)!.value === "{";
    const statement: OpenStatement = {
      keyword,
      words: input.fill.statement(keyword, opened ? all.slice(0, -1) : all),
      raw: input.fill.text(line.content.text),
      place: placeOf(line),
      line: line.line,
      expansions: line.expansions,
      children: [],
      lines: [],
    };
    if (parent) statement.parent = parent;
    if (stopped) statement.unread = true;
    if (parent) parent.children.push(statement);
    else roots.push({ statement, index: line.index });
    const given = keyword.splitter ? checkQuoting(statement, line) : statement.words.length;
    if (given !== undefined) checkMissingArgument(statement, line, given);
    const refused = refusedHeader(keyword.path, statement.words, names, process);
    if (refused) {
      statement.skipped = refused;
      skip = -1;
    }
    if (keyword.kind === "lines") readLinesBlock(statement, line, parent);
    else if (keyword.kind === "block") {
      level += 1;
      const left = readBlock(tables.childrenOf(keyword), statement, !opened);
      level -= 1;
      if (!left && !statement.skipped) endStatement(statement);
    } else if (keyword.path === "bfd_instance/neighbor_ip" || keyword.path === "bfd_instance/neighbour_ip") {
      if (process === "bfd" && refusedNeighbour(statement)) {
        skip = 1;
        if (parent) parent.skipped = "bad-header";
      }
    }
  }

  /** Blocks of the same name as this one are refused from here on. */
  function endStatement(statement: OpenStatement): void {
    const { path } = statement.keyword;
    const name = statement.words[1]?.value;
    if (name === undefined) return;
    if (path === "vrrp_instance" || path === "bfd_instance") registerName(path, name, names);
    else if (path === "vrrp_sync_group" || path === "track_group") {
      const hasMembers = statement.children.some(
        ({ keyword, lines: members }) => keyword.name === "group" && members.length > 0,
      );
      if (hasMembers) registerName(path, name, names);
    }
  }

  function readLinesBlock(statement: OpenStatement, header: LogicalLine, parent: OpenStatement | undefined): void {
    const { keyword, words } = statement;
    if (
      keyword.name === "group" &&
      parent?.children.some((other) => other !== statement && other.keyword === keyword && other.lines.length > 0)
    ) {
      statement.skipped = "duplicate-block";
      skip = -1;
      return;
    }
    const surplus = words[keyword.arguments.length + 1];
    let needsOpen = true;
    if (surplus?.value === "{") needsOpen = false;
    else if (surplus) {
      report("surplus-header-words", header, parent, {
        word: surplus,
        place: surplus.place,
        daemon: switches.reportsHeaderWords,
        detail: { keyword: keyword.name },
      });
      // The daemon has no name for the block in its message, and stops for that.
      if (keyword.path === "virtual_server_group") stop(header);
    }
    let open = -1;
    while (next < lines.length) {
      const line = lines[next]!;
      next += 1;
      if (line.split.unterminated !== undefined) reportUnterminated(line, line.split.unterminated, statement);
      let entry = wordsOf(line, input.fill);
      if (entry.length === 0) continue;
      if (needsOpen) {
        needsOpen = false;
        if (entry[0]!.value === "{") {
          open = line.index;
          if (entry.length === 1) continue;
          entry = entry.slice(1);
        } else {
          // keepalived only logs this; the other processes find unknown keywords here.
          if (keyword.path === "virtual_server_group") stop(line);
          const problem = report("missing-open", line, statement, {
            daemon: false,
            place: statement.place,
            detail: { keyword: keyword.name },
          });
          displaced.missingOpen(line.index, problem);
        }
      }
      const closes = entry.at(-1)!.value === "}";
      if (closes) entry = entry.slice(0, -1);
      if (entry.length > 0) {
        const { line: number, expansions } = line;
        statement.lines.push({
          words: input.fill.line(keyword, entry),
          raw: input.fill.text(line.content.text),
          place: placeOf(line),
          line: number,
          expansions,
          parent: statement,
        });
        if (lacksWord(keyword.lines, entry)) stop(line);
      }
      if (closes) {
        displaced.closed(open, line.index);
        endBlock(statement, line);
        return;
      }
    }
    statement.end = endOfInput();
  }

  function stop(line: LogicalLine): void {
    if (stopped) return;
    stopped = true;
    fatal = { place: placeOf(line), line: line.line, index: line.index };
  }

  /** `given`: how many words the keyword's own splitter finds. */
  function checkMissingArgument(statement: OpenStatement, line: LogicalLine, given: number): void {
    const { keyword, words } = statement;
    if (stopped || (keyword.missingArgument !== "fatal" && keyword.missingArgument !== "crash")) return;
    if (keyword.knownTo && !keyword.processes.includes(process)) return;
    const [first] = keyword.arguments;
    if (!first || first.optional) return;
    // `fwmark` and `group` need a word of their own, without which the daemon crashes.
    const form =
      first.type === "variant"
        ? first.variants.find(([head]) => head?.type === "literal" && head.value === words[1]?.value)
        : undefined;
    if (given - 1 < (form ? form.filter(({ optional }) => !optional).length : 1)) stop(line);
  }

  /** Lines of scripts and regular expressions are split by another rule; a line that cannot be is ignored. */
  function checkQuoting(statement: OpenStatement, line: LogicalLine): number | undefined {
    const escapes = statement.keyword.splitter === "escaped" || !switches.scriptsKeepEscapes;
    const split = splitQuoted(line.content.text, escapes, switches);
    if (split.kind === "unterminated-quote") {
      reportUnterminated(line, split.at, statement.parent as OpenStatement | undefined);
    }
    return split.kind === "words" ? split.words.length : undefined;
  }

  function ignoreOpen(line: LogicalLine, parent: OpenStatement | undefined): void {
    const follows = lastUnknown?.index === line.index - 1 ? lastUnknown.problem : displaced.causeAt(line.index);
    const problem = report("unexpected-open", line, parent, follows ? { cause: follows } : {});
    displaced.ignoredOpen(line.index, follows ?? problem);
  }

  function reportUnknown(line: LogicalLine, parent: OpenStatement | undefined): void {
    const word = wordsOf(line, input.fill)[0]!;
    if (word.value === "}" && !word.quoted) {
      report("surplus-close", line, parent, { place: word.place });
      return;
    }
    const problem = report("unknown-keyword", line, parent, { word, place: word.place });
    lastUnknown = { problem, index: line.index };
  }

  function reportUnterminated(line: LogicalLine, at: number, parent: OpenStatement | undefined): void {
    const { start } = originOf(line.content, at, at + 1);
    const { end } = originOf(line.content, at, line.content.text.length);
    report("unterminated-quote", line, parent, { place: { file: line.source.path, start, end } });
  }

  function report(
    kind: ReadingProblem["kind"],
    line: LogicalLine,
    parent: OpenStatement | undefined,
    more: Partial<ReadingProblem>,
  ): ReadingProblem {
    const key = line.index * problemKinds.length + problemKinds.indexOf(kind);
    const known = input.reported.get(key);
    if (known) return known;
    const cause = more.cause ?? displaced.causeAt(line.index);
    const problem: ReadingProblem = {
      kind,
      place: placeOf(line),
      line: line.line,
      expansions: line.expansions,
      daemon: true,
      block: parent?.keyword.path ?? "",
      ...more,
      ...(stopped ? { daemon: false } : {}),
      ...(cause ? { cause } : {}),
    };
    problems.push({ problem, index: line.index });
    input.reported.set(key, problem);
    return problem;
  }

  function endBlock(statement: OpenStatement | undefined, line: LogicalLine): void {
    if (statement) statement.end = { place: placeOf(line), line: line.line, missing: false };
  }

  function endOfInput(): NonNullable<EffectiveStatement["end"]> {
    const last = lines.at(-1)!;
    const { end } = placeOf(last);
    return { place: { file: last.source.path, start: end, end }, line: last.line, missing: true };
  }
}

function refusedNeighbour(statement: OpenStatement): boolean {
  // Words behind the address are not looked at.
  const words: readonly EffectiveWord[] = statement.words.slice(0, 2);
  return words.length > 1 && refusedHeader("virtual_server", words, new Map(), "bfd") !== undefined;
}

/** The line's words with their places, made once for all processes. */
function wordsOf(line: LogicalLine, fill: Filler): readonly EffectiveWord[] {
  line.words ??= fill.words(line.split.words.map((word) => wordOf(line, word)));
  return line.words;
}

function wordOf(line: LogicalLine, { value, start: from, end: to, quoted }: SplitWord): EffectiveWord {
  const { start, end, expanded } = originOf(line.content, from, to);
  const word: Mutable<EffectiveWord> = { value, place: { file: line.source.path, start, end } };
  if (expanded) word.expanded = true;
  if (quoted) word.quoted = true;
  return word;
}

function placeOf(line: LogicalLine): Place {
  const { start, end } = originOf(line.content, 0, line.content.text.length);
  return { file: line.source.path, start, end };
}
