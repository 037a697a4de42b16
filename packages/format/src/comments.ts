import type { Style } from "./options.js";
import { isComment, type Row } from "./rows.js";
import { columnAfter } from "./width.js";

const tabStop = 8;

/**
 * Comments on lines of their own begin where the lines of their block do. A block that somebody has commented out moves as a
 * whole, so that its inner layout stays. A sign put in front of lines that kept their indentation (`#    real_server …`)
 * stays in the first column: it is to be taken away again.
 */
export function placeCommentBlocks(text: string, rows: readonly Row[], style: Style): void {
  for (let from = 0; from < rows.length; from++) {
    if (!isComment(rows[from]!)) continue;
    let to = from + 1;
    while (to < rows.length && isComment(rows[to]!) && rows[to]!.depth === rows[from]!.depth) to++;
    const run = rows.slice(from, to);
    if (style.comments === "keep") for (const row of run) row.column = columnOf(text, row);
    else placeRun(text, run, style);
    from = to - 1;
  }
}

function placeRun(text: string, run: readonly Row[], style: Style): void {
  const levels = run.map((row) => levelChange(text, row));
  for (let from = 0; from < run.length; ) {
    let to = endOfBlock(run, levels, from);
    const isBlock = to > from + 1;
    if (!isBlock) while (to < run.length && endOfBlock(run, levels, to) === to + 1) to++;
    const part = run.slice(from, to);
    if (columnOf(text, part[0]!) === 0 && part[0]!.depth > 0 && isBeforeIndentation(text, part[0]!)) {
      for (const row of part) if (columnOf(text, row) === 0) row.column = 0;
    } else if (isBlock) moveTogether(text, part, style);
    from = to;
  }
}

/** A longer block in comments is none: the search for its end must end as well. */
const longestBlock = 500;

/** The end of the block that is opened and closed within comments from `at` on, or the next line. */
function endOfBlock(run: readonly Row[], levels: readonly number[], at: number): number {
  let depth = 0;
  for (let end = at; end < Math.min(run.length, at + longestBlock); end++) {
    if (end > at && run[end]!.blankLines > 0) return at + 1;
    depth += levels[end]!;
    if (depth <= 0) return end + 1;
  }
  return at + 1;
}

/** 1 where a comment holds a line that opens a block, -1 where it holds one that closes it. */
export function levelChange(text: string, { cells }: Row): number {
  const { start, end } = cells[0]!;
  const code = text
    .slice(start, end)
    .replace(/^[#!]+/, "")
    .replace(/[#!].*/s, "")
    .trim();
  return code.endsWith("{") ? 1 : code.startsWith("}") ? -1 : 0;
}

function moveTogether(text: string, block: readonly Row[], { indent }: Style): void {
  const first = columnOf(text, block[0]!);
  const level = block[0]!.depth * (indent === "\t" ? tabStop : indent.length);
  for (const row of block) {
    const offset = columnOf(text, row) - first;
    if (offset > 0) row.column = level + offset;
  }
}

function columnOf(text: string, { cells }: Row): number {
  const { lineStart, start } = cells[0]!;
  return columnAfter(text, lineStart, start, 0, tabStop);
}

function isBeforeIndentation(text: string, { cells }: Row): boolean {
  const { start, end } = cells[0]!;
  return /^[#!]+(?: {2,}|\t)/.test(text.slice(start, end));
}
