/** The lines that the daemon's processes read. */
import type { MappedText } from "@kalint/syntax";
import type { Expansion } from "../types.js";
import type { Position, Source } from "./reports.js";
import type { Wording } from "./words.js";

export class LogicalLine implements Position, MappedText {
  readonly index: number;
  readonly source: Source;
  readonly line: number;
  readonly expansions: readonly Expansion[];
  readonly origin: MappedText["origin"];
  /** Splitter A's words. */
  readonly wording: Wording;

  constructor(index: number, { source, line, expansions }: Position, origin: MappedText["origin"], wording: Wording) {
    this.index = index;
    this.source = source;
    this.line = line;
    this.expansions = expansions;
    this.origin = origin;
    this.wording = wording;
  }

  get text(): string {
    return this.wording.text;
  }
}

/** Lines that come of one file by one way. */
type Run = Pick<Position, "source" | "expansions"> & { readonly from: number };

/**
 * The lines in order. There may be a million of them, of which a reader has one at a time: what they are is kept in columns,
 * and an object made of it for whoever asks, so that none has to outlive the reading.
 */
export class LogicalLines {
  private readonly wordings: Wording[] = [];
  private numbers = new Int32Array(64);
  /** -1 where something was substituted. */
  private origins = new Int32Array(64);
  private readonly segments = new Map<number, MappedText["origin"]>();
  private readonly runs: Run[] = [];
  /** The run that was asked for last: readers go from one line to the next. */
  private current = 0;

  get length(): number {
    return this.wordings.length;
  }

  /** `origin`: as in `MappedText`, of the line's text. */
  add({ source, line, expansions }: Position, origin: MappedText["origin"], wording: Wording): void {
    const index = this.wordings.length;
    if (index === this.numbers.length) {
      this.numbers = grown(this.numbers);
      this.origins = grown(this.origins);
    }
    this.wordings.push(wording);
    this.numbers[index] = line;
    this.origins[index] = typeof origin === "number" ? origin : -1;
    if (typeof origin !== "number") this.segments.set(index, origin);
    const last = this.runs.at(-1);
    if (last?.source !== source || last.expansions !== expansions) this.runs.push({ source, expansions, from: index });
  }

  wordingAt(index: number): Wording | undefined {
    return this.wordings[index];
  }

  /** `undefined` behind the last one. */
  at(index: number): LogicalLine | undefined {
    const wording = this.wordings[index];
    if (wording === undefined) return undefined;
    const { source, expansions } = this.runOf(index);
    const origin = this.origins[index]!;
    return new LogicalLine(
      index,
      { source, line: this.numbers[index]!, expansions },
      origin < 0 ? this.segments.get(index)! : origin,
      wording,
    );
  }

  *[Symbol.iterator](): Iterator<LogicalLine> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index)!;
  }

  private runOf(index: number): Run {
    const { runs } = this;
    if (runs[this.current]!.from > index) this.current = 0;
    let [low, high] = [this.current, runs.length - 1];
    const next = runs[low + 1];
    if (next === undefined || next.from > index) return runs[low]!;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.from <= index) low = middle;
      else high = middle - 1;
    }
    this.current = low;
    return runs[low]!;
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
