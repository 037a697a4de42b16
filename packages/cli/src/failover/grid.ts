/** A title, rows of four columns, and notes: the form of every table of `kalint failover`. */
import { say } from "@kalint/schema";
import type { Colours } from "../render/colours.js";
import { displayWidth, padCells } from "../render/width.js";
import { wrap } from "../render/wrap.js";

export type Row = readonly [event: string, holder: string, after: string, why: string];

interface Grid {
  readonly title: string;
  readonly headings: Row;
  readonly rows: readonly Row[];
  /** The colour of each row. */
  readonly paints: readonly ((text: string) => string)[];
  readonly limits: readonly string[];
}

const gap = "   ";

/** Between the parts of a title. */
export const titleGap = "          ";

/** A narrower column is harder to read than a line of its own. */
const narrowest = 32;
const ownLine = "    ";

/** No line is wider than `width` cells, but for names that are: reasons are wrapped, or have lines of their own. */
export function grid({ title, headings, rows, paints, limits }: Grid, colours: Colours, width: number): string {
  const widths = [0, 1, 2].map((column) => Math.max(...[headings, ...rows].map((row) => displayWidth(row[column]!))));
  const indent = widths.reduce((sum, cells) => sum + cells + gap.length, 0);
  const fits = width - indent >= narrowest;
  const line = ([event, holder, after, why]: Row): string => {
    const cells = [event, holder, after].map((cell, column) => padCells(cell, widths[column]!)).join(gap);
    if (why === "") return cells.trimEnd();
    if (fits) return `${cells}${gap}${wrap(why, width - indent).join(`\n${" ".repeat(indent)}`)}`;
    return [cells.trimEnd(), ...wrap(why, width - ownLine.length).map((text) => ownLine + text)].join("\n");
  };
  const lines = rows.map((row, index) => paints[index]!(line(row)));
  const notes = limits.map((sentence) => colours.dim(wrap(say`note   ${sentence}`, width).join(`\n${" ".repeat(7)}`)));
  const heading = colours.bold(line(fits ? headings : [headings[0], headings[1], headings[2], ""]));
  return `${titleLines(title, width)}\n\n${[heading, ...lines, ...(notes.length === 0 ? [] : ["", ...notes])].join("\n")}\n`;
}

/** The parts of a title beside each other, or below each other where there is no room. */
function titleLines(title: string, width: number): string {
  return displayWidth(title) <= width ? title : title.split(titleGap).join("\n");
}
