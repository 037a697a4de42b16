/** Blocks of lines without keywords, as keepalived's lib/parser.c reads them in alloc_value_block. */
import type { LogicalLine } from "../text/lines.js";
import { lacksWord } from "./missing.js";
import { report, reportUnterminated } from "./problems.js";
import { endBlock, endOfInput, type OpenStatement, placeOf, type Reading, stop, wordsOf } from "./reading.js";

export function readLinesBlock(
  reading: Reading,
  statement: OpenStatement,
  header: LogicalLine,
  parent: OpenStatement | undefined,
): void {
  const { keyword, words } = statement;
  if (
    keyword.name === "group" &&
    parent?.children.some((other) => other !== statement && other.keyword === keyword && other.lines.length > 0)
  ) {
    statement.skipped = "duplicate-block";
    reading.skip = -1;
    return;
  }
  const surplus = words[keyword.arguments.length + 1];
  let needsOpen = true;
  if (surplus?.value === "{") needsOpen = false;
  else if (surplus) {
    report(reading, "surplus-header-words", header, parent, {
      word: surplus,
      place: surplus.place,
      daemon: reading.switches.reportsHeaderWords,
      detail: { keyword: keyword.name },
    });
    // The daemon has no name for the block in its message, and stops for that.
    if (keyword.path === "virtual_server_group") stop(reading, header);
  }
  let open = -1;
  while (reading.next < reading.lines.length) {
    const line = reading.lines[reading.next]!;
    reading.next += 1;
    if (line.split.unterminated !== undefined) reportUnterminated(reading, line, line.split.unterminated, statement);
    let entry = wordsOf(line, reading.fill);
    if (entry.length === 0) continue;
    if (needsOpen) {
      needsOpen = false;
      if (entry[0]!.value === "{") {
        open = line.index;
        if (entry.length === 1) continue;
        entry = entry.slice(1);
      } else {
        // keepalived only logs this; the other processes find unknown keywords here.
        if (keyword.path === "virtual_server_group") stop(reading, line);
        const problem = report(reading, "missing-open", line, statement, {
          daemon: false,
          place: statement.place,
          detail: { keyword: keyword.name },
        });
        reading.displaced.missingOpen(line.index, problem);
      }
    }
    const closes = entry.at(-1)!.value === "}";
    if (closes) entry = entry.slice(0, -1);
    if (entry.length > 0) {
      const { line: number, expansions } = line;
      statement.lines.push({
        words: reading.fill.line(keyword, entry),
        raw: reading.fill.text(line.content.text),
        place: placeOf(line),
        line: number,
        expansions,
        parent: statement,
      });
      if (lacksWord(keyword.lines, entry)) stop(reading, line);
    }
    if (closes) {
      reading.displaced.closed(open, line.index);
      endBlock(statement, line);
      return;
    }
  }
  statement.end = endOfInput(reading);
}
