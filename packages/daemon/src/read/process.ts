/**
 * One process reading its lines, as keepalived's lib/parser.c does in process_stream: the order of the tests below is the
 * daemon's, because the cascades that follow from a mistake depend on it.
 */
import type { Keyword } from "@kalint/schema";
import { onceIn, type Steps } from "@kalint/syntax";
import type { LogicalLine } from "../text/lines.js";
import { reworded, splitQuoted } from "../text/words.js";
import { refusedHeader, registerName } from "./headers.js";
import { readLinesBlock } from "./lines-block.js";
import { ignoreOpen, report, reportUnknown, reportUnterminated } from "./problems.js";
import {
  endBlock,
  endOfInput,
  type Level,
  noteText,
  type ProcessInput,
  type ProcessReading,
  placeOf,
  type Reading,
  startReading,
  stop,
  wordingIn,
} from "./reading.js";
import { ReadStatement } from "./statement.js";

/** With a pause after so many lines: a long file takes its time. */
const betweenPauses = 1000;

export function* readProcessInSteps(input: ProcessInput): Steps<ProcessReading> {
  const reading = startReading(input);
  const { levels, lines } = reading;
  levels.push({ table: input.tables.roots, statement: undefined, needsOpen: false, open: -1 });
  const isPauseDue = onceIn(betweenPauses);
  while (reading.next < lines.length) {
    if (isPauseDue()) yield;
    const line = lines.at(reading.next)!;
    reading.next += 1;
    readLine(reading, levels.at(-1)!, line);
  }
  for (let { statement } = levels.at(-1)!; statement; { statement } = levels.at(-1)!) {
    statement.end = endOfInput(reading);
    leave(reading, statement);
  }
  const { roots, problems, displaced, fatal, cuts } = reading;
  const endsAtTop = !reading.isOpen && reading.skip <= 0 && !displaced.isWaiting();
  return { roots, problems, unopened: displaced.unopened, fatal, cuts, endsAtTop };
}

function readLine(reading: Reading, level: Level, line: LogicalLine): void {
  const { statement: parent } = level;
  const { words, unterminated } = line.wording;
  if (unterminated !== undefined) reportUnterminated(reading, line, unterminated, parent);
  const first = words[0]?.value;
  if (first === undefined) return;
  if (reading.skip === -1) {
    if (first === "{") {
      reading.skip = 1;
      level.needsOpen = false;
      toPartner(reading, line);
      return;
    }
    reading.skip = 0;
  }
  if (reading.skip > 0) {
    skip(reading, line, parent);
    return;
  }
  if (level.needsOpen) {
    level.needsOpen = false;
    if (first === "{" && parent) {
      level.open = line.index;
      return;
    }
    const problem = report(reading, "missing-open", line, parent, {
      place: parent?.place ?? placeOf(line),
      detail: parent ? { keyword: parent.keyword.name } : {},
    });
    reading.displaced.missingOpen(line.index, problem);
  } else if (first === "{") {
    ignoreOpen(reading, line, parent);
    return;
  }
  if (first === "}" && parent) {
    reading.displaced.closed(level.open, line.index);
    endBlock(parent, line);
    leave(reading, parent);
    return;
  }
  if (reading.fill.has(first)) {
    passUnknown(reading, line);
    return;
  }
  const keyword = level.table.get(first);
  if (keyword) readKeyword(reading, keyword, line, parent);
  else reportUnknown(reading, line, parent);
}

/** Lines that are skipped up to the end of their block need not be looked at, unless one has more to it than its braces. */
function toPartner(reading: Reading, { index }: LogicalLine): void {
  const partner = reading.braces.partners[index]!;
  if (reading.braces.areAll && partner > index) reading.next = partner;
}

/** The end of what is skipped ends the block around it too. */
function skip(reading: Reading, line: LogicalLine, parent: ReadStatement | undefined): void {
  let last = "";
  for (const { value } of line.wording.words) {
    last = value;
    if (last === "{") reading.skip += 1;
    else if (last === "}") {
      reading.skip -= 1;
      if (reading.skip === 0) break;
    }
  }
  if (last !== "}" || reading.skip !== 0 || !parent) return;
  endBlock(parent, line);
  reading.levels.pop();
}

function leave(reading: Reading, statement: ReadStatement): void {
  reading.levels.pop();
  statement.endLists();
  if (!statement.skipped) endStatement(reading, statement);
}

/** Nobody knows what such a line says: it is passed over with the block that it may open. */
function passUnknown(reading: Reading, line: LogicalLine): void {
  let depth = line.wording.words.at(-1)?.value === "{" ? 1 : 0;
  if (depth === 0 && reading.lines.wordingAt(reading.next)?.words[0]?.value !== "{") return;
  do {
    for (const { value } of reading.lines.wordingAt(reading.next)?.words ?? []) {
      if (value === "{") depth += 1;
      else if (value === "}") depth -= 1;
    }
    reading.next += 1;
  } while (depth > 0 && reading.next < reading.lines.length);
}

function readKeyword(reading: Reading, keyword: Keyword, line: LogicalLine, parent: ReadStatement | undefined): void {
  if (!parent) {
    if (reading.displaced.synchronised(line.index)) reading.cuts.push(line.index);
    if (!keyword.processes.includes(reading.process)) {
      reading.skip = line.wording.words.at(-1)!.value === "{" ? 1 : -1;
      return;
    }
  }
  const all = wordingIn(reading, line);
  const opened = keyword.kind === "block" && all.words.length > 0 && all.words.at(-1)!.value === "{";
  const own = opened ? reworded(all, all.words.slice(0, -1)) : all;
  const statement = new ReadStatement(keyword, line, reading.fill.statement(keyword, own), parent);
  noteText(reading, statement, keyword);
  if (reading.stopped) statement.unread = true;
  if (parent) parent.children.push(statement);
  else reading.roots.push({ statement, index: line.index });
  const given = keyword.splitter ? checkQuoting(reading, statement, line) : statement.wording.words.length;
  if (given !== undefined) checkMissingArgument(reading, statement, line, given);
  const refused =
    keyword.kind === "block" && refusedHeader(keyword.path, statement.wording.words, reading.names, reading.process);
  if (refused) {
    statement.skipped = refused;
    reading.skip = -1;
  }
  if (keyword.kind === "lines") readLinesBlock(reading, statement, line, parent);
  else if (keyword.kind === "block") {
    reading.levels.push({ table: reading.tables.childrenOf(keyword), statement, needsOpen: !opened, open: -1 });
  } else if (keyword.path === "bfd_instance/neighbor_ip" || keyword.path === "bfd_instance/neighbour_ip") {
    if (reading.process === "bfd" && refusedNeighbour(statement)) {
      reading.skip = 1;
      if (parent) parent.skipped = "bad-header";
    }
  }
}

/** Blocks of the same name as this one are refused from here on. */
function endStatement(reading: Reading, statement: ReadStatement): void {
  const { path } = statement.keyword;
  const name = statement.wording.words[1]?.value;
  if (name === undefined) return;
  if (path === "vrrp_instance" || path === "bfd_instance") registerName(path, name, reading.names);
  else if (path === "vrrp_sync_group" || path === "track_group") {
    const hasMembers = statement.children.some(
      ({ keyword, lines: members }) => keyword.name === "group" && members.length > 0,
    );
    if (hasMembers) registerName(path, name, reading.names);
  }
}

/** `given`: how many words the keyword's own splitter finds. */
function checkMissingArgument(reading: Reading, statement: ReadStatement, line: LogicalLine, given: number): void {
  const { keyword, wording } = statement;
  if (reading.stopped || (keyword.missingArgument !== "fatal" && keyword.missingArgument !== "crash")) return;
  if (keyword.knownTo && !keyword.processes.includes(reading.process)) return;
  const [first] = keyword.arguments;
  if (!first || first.optional) return;
  // `fwmark` and `group` need a word of their own, without which the daemon crashes.
  const form =
    first.type === "variant"
      ? first.variants.find(([head]) => head?.type === "literal" && head.value === wording.words[1]?.value)
      : undefined;
  if (given - 1 < (form ? form.filter(({ optional }) => !optional).length : 1)) stop(reading, line);
}

/** Lines of scripts and regular expressions are split by another rule; a line that cannot be is ignored. */
function checkQuoting(reading: Reading, statement: ReadStatement, line: LogicalLine): number | undefined {
  const escapes = statement.keyword.splitter === "escaped" || !reading.switches.scriptsKeepEscapes;
  const split = splitQuoted(line.text, escapes, reading.switches);
  if (split.kind === "unterminated-quote") {
    reportUnterminated(reading, line, split.at, statement.parent);
  }
  return split.kind === "words" ? split.words.length : undefined;
}

function refusedNeighbour(statement: ReadStatement): boolean {
  // Words behind the address are not looked at.
  const words = statement.wording.words.slice(0, 2);
  return words.length > 1 && refusedHeader("virtual_server", words, new Map(), "bfd") !== undefined;
}
