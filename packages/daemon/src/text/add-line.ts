/** The next logical line, and the blocks that are open behind it. */
import { namesOfFreeBlocks } from "@kalint/schema";
import { type MappedText, originOf } from "@kalint/syntax";
import type { LineReader } from "./line-reader.js";
import type { Position } from "./reports.js";
import type { Wording } from "./words.js";

/** `origin`: as in `MappedText`, of the line's text. */
export function addLine(reading: LineReader, position: Position, origin: MappedText["origin"], wording: Wording): void {
  if (wording.text === "{") reading.openBlocks += 1;
  else if (wording.text === "}") close(reading, position, { text: wording.text, origin });
  if (!reading.switches.repeatsFreeLines) noteBlock(reading, wording.words[0]?.value);
  reading.lines.add(position, origin, wording);
}

function close(reading: LineReader, position: Position, brace: MappedText): void {
  reading.openBlocks -= 1;
  if (reading.openBlocks >= 0) return;
  reading.openBlocks = 0;
  const { start, end } = originOf(brace, 0, 1);
  reading.reports.problem("surplus-close", position, start, end, {
    daemon: reading.switches.countsBraces,
    detail: { counted: true },
  });
}

function noteBlock({ free }: LineReader, first: string | undefined): void {
  if (first === "{") free.push(false);
  else if (first === "}" && free.length > 1) free.pop();
  else free[free.length - 1] = namesOfFreeBlocks.has(first ?? "");
}
