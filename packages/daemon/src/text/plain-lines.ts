/**
 * Lines of a file that are nothing but words, a brace and a comment. Most lines are, and there is nothing to be looked at
 * in them: they are read on the spot, without the objects that all other lines pass through the reading in.
 */
import { addLine } from "./add-line.js";
import { plainLineOf } from "./known-texts.js";
import type { LineReader } from "./line-reader.js";
import type { Frame } from "./open-files.js";
import { endOfLine, isLong, passLine } from "./physical-lines.js";

/** Reads on to the first line that is more than that, or through so many lines. Returns how many. */
export function readPlainLines(reading: LineReader, most: number): number {
  const { files } = reading;
  const frame = files.frames.at(-1);
  if (frame === undefined || !isPlain(reading, frame)) return 0;
  const { source } = frame;
  let count = 0;
  for (; count < most && frame.at < source.text.length; count += 1) {
    const start = frame.at;
    const end = endOfLine(frame);
    if (isLong(start, end)) break;
    const plain = plainLineOf(files.texts, source.text.slice(start, end));
    if (plain === "other") break;
    passLine(files, frame, end);
    if (plain === "empty") continue;
    addLine(reading, frame, start + plain.start, plain.wording);
    if (plain.brace) addLine(reading, frame, start + plain.braceStart, plain.brace);
  }
  return count;
}

/** The next line is one of a file, as it is written there, and nothing else is due. */
function isPlain(reading: LineReader, frame: Frame): boolean {
  return (
    reading.files.written === undefined &&
    frame.at >= 0 &&
    !frame.again &&
    frame.source.written === undefined &&
    reading.residue === undefined &&
    reading.running === undefined &&
    reading.repetitions.length <= reading.depth &&
    reading.pending.definition === undefined
  );
}
