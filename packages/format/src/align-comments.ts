import { pad } from "./columns.js";
import { columnsOfComments, type LaidComment } from "./comment-columns.js";
import type { Style } from "./options.js";
import type { Row } from "./rows.js";
import { asLaidOut, type TrailingComment, trailingComments } from "./trailing-comments.js";

/** Each look at least joins two runs, or it is the last: texts that take more than a few are made for it. */
const mostLooks = 20;

/**
 * Puts trailing comments into the columns that their author made, and comments below them with them. Columns move with what is
 * in front of them, and where they moved to they may meet: what is laid out is looked at again until nothing moves, so that a
 * second run finds what the last look found.
 */
export function alignComments(text: string, rows: readonly Row[], style: Style): { readonly settled: boolean } {
  if (style.align === "none") return { settled: true };
  const comments = trailingComments(text, rows, style);
  if (comments.length === 0) return { settled: true };
  let laid = columnsOfComments(comments, style);
  let settled = false;
  for (let look = 0; look < mostLooks && !settled; look++) {
    const again = columnsOfComments(
      comments.map((comment, at) => asLaidOut(comment, laid[at]!, style)),
      style,
    );
    settled = again.every(({ column }, at) => column === laid[at]!.column);
    laid = again;
  }
  for (const [at, comment] of comments.entries()) place(comment, laid[at]!);
  return { settled };
}

function place({ row, end, below }: TrailingComment, { column, goesOn }: LaidComment): void {
  pad(row, row.cells.length - 1, column - end);
  for (const [at, comment] of below.entries()) if (goesOn[at]) comment.row.column = column;
}
