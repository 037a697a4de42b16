/** Blocks of lines without keywords, as keepalived's lib/parser.c reads them in alloc_value_block. */
import type { LogicalLine } from "../text/lines.js";
import { reworded } from "../text/words.js";
import { lacksWord } from "./missing.js";
import { report, reportUnterminated } from "./problems.js";
import { endBlock, endOfInput, noteText, type Reading, stop, wordingIn } from "./reading.js";
import { ReadFreeLine, type ReadStatement } from "./statement.js";

export function readLinesBlock(
  reading: Reading,
  statement: ReadStatement,
  header: LogicalLine,
  parent: ReadStatement | undefined,
): void {
  const { keyword, wording } = statement;
  if (
    keyword.name === "group" &&
    parent?.children.some((other) => other !== statement && other.keyword === keyword && other.lines.length > 0)
  ) {
    statement.skipped = "duplicate-block";
    reading.skip = -1;
    return;
  }
  const afterName = keyword.arguments.length + 1;
  let needsOpen = true;
  if (wording.words[afterName]?.value === "{") needsOpen = false;
  else if (wording.words.length > afterName) {
    const surplus = statement.words[afterName]!;
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
    const line = reading.lines.at(reading.next)!;
    reading.next += 1;
    if (line.wording.unterminated !== undefined)
      reportUnterminated(reading, line, line.wording.unterminated, statement);
    const filled = wordingIn(reading, line);
    let entry = filled.words;
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
      const own = entry === filled.words ? filled : reworded(filled, entry);
      const read = new ReadFreeLine(line, reading.fill.line(keyword, own), statement);
      noteText(reading, read, keyword);
      statement.lines.push(read);
      if (lacksWord(keyword.lines, entry)) stop(reading, line);
    }
    if (closes) {
      reading.displaced.closed(open, line.index);
      endBlock(statement, line);
      statement.endLists();
      return;
    }
  }
  statement.end = endOfInput(reading);
  statement.endLists();
}
