/** The next logical line, and the blocks that are open behind it. */
import { namesOfFreeBlocks } from "@kalint/schema";
import { type MappedText, originOf } from "@kalint/syntax";
import { type LineReader, LogicalLine } from "./line-reader.js";
import type { Position } from "./reports.js";
import type { Wording } from "./words.js";

/** `origin`: as in `MappedText`, of the line's text. */
export function addLine(reading: LineReader, position: Position, origin: MappedText["origin"], wording: Wording): void {
  const { lines } = reading;
  const line = new LogicalLine(lines.length, position, origin, wording);
  if (wording.text === "{") reading.openBlocks += 1;
  else if (wording.text === "}") close(reading, line);
  if (!reading.switches.repeatsFreeLines) noteBlock(reading, wording.words[0]?.value);
  lines.push(line);
}

function close(reading: LineReader, line: LogicalLine): void {
  reading.openBlocks -= 1;
  if (reading.openBlocks >= 0) return;
  reading.openBlocks = 0;
  const { start, end } = originOf(line, 0, 1);
  reading.reports.problem("surplus-close", line, start, end, {
    daemon: reading.switches.countsBraces,
    detail: { counted: true },
  });
}

function noteBlock({ free }: LineReader, first: string | undefined): void {
  if (first === "{") free.push(false);
  else if (first === "}" && free.length > 1) free.pop();
  else free[free.length - 1] = namesOfFreeBlocks.has(first ?? "");
}
