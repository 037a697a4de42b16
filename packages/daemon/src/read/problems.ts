/** What is said of the lines of a process, each thing once for all processes. */
import { originOf } from "@kalint/syntax";
import type { LogicalLine } from "../text/lines.js";
import type { ReadingProblem } from "../types.js";
import { placeOf, type Reading, wordingIn } from "./reading.js";
import { placedWords, type ReadStatement } from "./statement.js";

/** What can be wrong with a line, once each. */
const problemKinds: readonly ReadingProblem["kind"][] = [
  "unknown-keyword",
  "unexpected-open",
  "missing-open",
  "surplus-close",
  "surplus-header-words",
  "unterminated-quote",
];

export function report(
  reading: Reading,
  kind: ReadingProblem["kind"],
  line: LogicalLine,
  parent: ReadStatement | undefined,
  more: Partial<ReadingProblem>,
): ReadingProblem {
  const key = line.index * problemKinds.length + problemKinds.indexOf(kind);
  const known = reading.reported.get(key);
  if (known) return known;
  const cause = more.cause ?? reading.displaced.causeAt(line.index);
  const problem: ReadingProblem = {
    kind,
    place: placeOf(line),
    line: line.line,
    expansions: line.expansions,
    daemon: true,
    block: parent?.keyword.path ?? "",
    ...more,
    ...(reading.stopped ? { daemon: false } : {}),
    ...(cause ? { cause } : {}),
  };
  reading.problems.push({ problem, index: line.index });
  reading.reported.set(key, problem);
  return problem;
}

export function reportUnknown(reading: Reading, line: LogicalLine, parent: ReadStatement | undefined): void {
  const word = placedWords(wordingIn(reading, line).words.slice(0, 1), line, line.source.path)[0]!;
  if (word.value === "}" && !word.quoted) {
    report(reading, "surplus-close", line, parent, { place: word.place });
    return;
  }
  const problem = report(reading, "unknown-keyword", line, parent, { word, place: word.place });
  reading.lastUnknown = { problem, index: line.index };
}

export function reportUnterminated(
  reading: Reading,
  line: LogicalLine,
  at: number,
  parent: ReadStatement | undefined,
): void {
  const { start } = originOf(line, at, at + 1);
  const { end } = originOf(line, at, line.text.length);
  report(reading, "unterminated-quote", line, parent, { place: { file: line.source.path, start, end } });
}

export function ignoreOpen(reading: Reading, line: LogicalLine, parent: ReadStatement | undefined): void {
  const follows =
    reading.lastUnknown?.index === line.index - 1 ? reading.lastUnknown.problem : reading.displaced.causeAt(line.index);
  const problem = report(reading, "unexpected-open", line, parent, follows ? { cause: follows } : {});
  reading.displaced.ignoredOpen(line.index, follows ?? problem);
}
