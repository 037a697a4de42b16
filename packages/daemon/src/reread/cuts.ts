/** Where the reading of a file can be taken up again, for when an edit makes a part of it another one. */
import { createMemory } from "../memo.js";
import type { ProcessReading } from "../read/reading.js";
import type { LineReading, LogicalLines } from "../text/lines.js";
import type { EffectiveConfiguration } from "../types.js";

/** A line with a keyword of the top level, in the first column. All processes read from it on alike whatever precedes. */
export interface Cut {
  readonly offset: number;
  /** Where the line's words end. */
  readonly end: number;
  /** Among the lines that are read. */
  readonly index: number;
  /** In the file, from 1. */
  readonly line: number;
}

const cuts = createMemory<EffectiveConfiguration, readonly Cut[]>();

/** The cuts of a reading; `undefined` where more than names and definitions connects its blocks. */
export function cutsOf(effective: EffectiveConfiguration): readonly Cut[] | undefined {
  return cuts.get(effective);
}

export function keepCuts(effective: EffectiveConfiguration, all: readonly Cut[]): void {
  cuts.set(effective, all);
}

/** Keeps the cuts of what was read of one file alone, where nothing is repeated, unknown or left open. */
export function noteCuts(
  effective: EffectiveConfiguration,
  own: LineReading,
  readings: readonly { readonly reading: ProcessReading }[],
): void {
  const [source, ...others] = own.sources;
  const isPlain =
    source !== undefined &&
    others.length === 0 &&
    source.written === undefined &&
    own.unknown.length === 0 &&
    own.openBlocks === 0 &&
    own.added === 0 &&
    !own.copyDiffers &&
    !effective.isCut &&
    effective.fatal === undefined &&
    !own.definitions.some(({ multiline }) => multiline) &&
    readings.every(({ reading }) => reading.endsAtTop) &&
    !/~|include|\0/.test(source.text) &&
    !effective.problems.some(({ kind }) => kind === "line-too-long");
  if (!isPlain) return;
  const [first, ...rest] = readings.map(({ reading }) => new Set(reading.cuts));
  const open = openBefore(own.lines);
  cuts.set(
    effective,
    [...(first ?? [])].flatMap((index): Cut[] => {
      const line = own.lines.at(index)!;
      const { origin, text } = line;
      if (typeof origin !== "number" || open[index] !== 0 || rest.some((each) => !each.has(index))) return [];
      if (origin > 0 && source.text[origin - 1] !== "\n") return [];
      return [{ offset: origin, end: origin + text.length, index, line: line.line }];
    }),
  );
}

/** For each line how many blocks are open before it, by count alone. */
function openBefore(lines: LogicalLines): Int32Array {
  const before = new Int32Array(lines.length);
  let open = 0;
  for (let index = 0; index < lines.length; index += 1) {
    before[index] = open;
    const { text } = lines.wordingAt(index)!;
    if (text === "{") open += 1;
    else if (text === "}") open = Math.max(0, open - 1);
  }
  return before;
}
