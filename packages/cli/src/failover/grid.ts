/** A title, rows of four columns, and notes: the form of every table of `kalint failover`. */
import type { Colours } from "../render/colours.js";
import { displayWidth } from "../render/width.js";
import { wrap } from "../render/wrap.js";

export type Row = readonly [event: string, holder: string, after: string, why: string];

export interface Grid {
  readonly title: string;
  readonly headings: Row;
  readonly rows: readonly Row[];
  /** The colour of each row. */
  readonly paints: readonly ((text: string) => string)[];
  readonly limits: readonly string[];
}

const gap = "   ";

/** Reasons are wrapped to `width` cells where one is given, and stay on one line otherwise. */
export function grid({ title, headings, rows, paints, limits }: Grid, colours: Colours, width?: number): string {
  const widths = [0, 1, 2].map((column) => Math.max(...[headings, ...rows].map((row) => displayWidth(row[column]!))));
  const indent = widths.reduce((sum, cells) => sum + cells + gap.length, 0);
  const line = ([event, holder, after, why]: Row): string => {
    const cells = [event, holder, after].map((cell, column) => cell + " ".repeat(widths[column]! - displayWidth(cell)));
    // A column narrower than this is harder to read than a long line.
    const reasons = width === undefined || width - indent < 24 ? [why] : wrap(why, width - indent);
    return [...cells, reasons.join(`\n${" ".repeat(indent)}`)].join(gap).trimEnd();
  };
  const lines = rows.map((row, index) => paints[index]!(line(row)));
  const notes = limits.map((sentence) => colours.dim(`note   ${sentence}`));
  return `${title}\n\n${[colours.bold(line(headings)), ...lines, ...(notes.length === 0 ? [] : ["", ...notes])].join("\n")}\n`;
}
