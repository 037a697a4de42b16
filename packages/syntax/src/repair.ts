import { columnOf } from "./column.js";
import { Close, Condition, Open } from "./lexer.js";
import {
  isWord,
  MissingClose,
  retyped,
  StatementEnd,
  StrayClose,
  type StructureToken,
  tokenEnd,
  virtualToken,
} from "./structure.js";
import type { Span, SyntaxProblem } from "./tree.js";

/** Tokens `from`…`to` of the stream, with what pairing them plainly leaves over. */
export interface Segment {
  readonly from: number;
  to: number;
  open: number;
  stray: number;
  deepest: number;
}

interface OpenBlock {
  readonly open: StructureToken;
  readonly header?: StructureToken;
  /** Column of the line that the header begins, or -1. */
  readonly column: number;
  /** Column of the first line within, or -1 as long as there is none. */
  bodyColumn: number;
  readonly condition?: string;
}

/** Copies a segment whose braces do not pair up to `output`, and pairs them by its indentation. */
export function repairSegment(
  text: string,
  stream: readonly StructureToken[],
  segment: Segment,
  output: StructureToken[],
  problems: SyntaxProblem[],
): void {
  const blocks: OpenBlock[] = [];
  let missing = segment.open;
  let surplus = segment.stray;
  let statement: StructureToken | undefined;
  let statementColumn = -1;
  const closers = surplus > 0 ? closerColumns(text, stream, segment) : undefined;

  const leaveOpen = (): void => {
    const { open, header } = blocks.pop()!;
    missing--;
    const expected = lastEnd(output, open);
    output.push(virtualToken(MissingClose, expected));
    problems.push({
      kind: "unclosed-block",
      open: spanOf(open),
      ...(header === undefined ? {} : { header: spanOf(header) }),
      expected,
      ...((open.prefixes ?? header?.prefixes) ? { conditional: true as const } : {}),
    });
  };
  const stray = (token: StructureToken): void => {
    output.push(retyped(token, StrayClose));
    problems.push({
      kind: "stray-close",
      at: spanOf(token),
      ...(token.prefixes ? { conditional: true as const } : {}),
    });
  };

  for (let at = segment.from; at < segment.to; at++) {
    const token = stream[at]!;
    if (token.tokenType === Open) {
      const header = statement;
      const column = header === undefined ? columnOf(text, token) : statementColumn;
      const condition = conditionOf(header ?? token);
      if (header === undefined && missing > 0) leaveAlternative(blocks, condition, leaveOpen);
      blocks.push({
        open: token,
        ...(header === undefined ? {} : { header }),
        column,
        bodyColumn: -1,
        ...(condition === undefined ? {} : { condition }),
      });
      statement = undefined;
      output.push(token);
      continue;
    }
    if (token.tokenType === Close) {
      statement = undefined;
      const column = columnOf(text, token);
      if (column !== -1) closers?.set(column, closers.get(column)! - 1);
      const top = blocks[blocks.length - 1];
      if (top === undefined) {
        surplus--;
        stray(token);
        continue;
      }
      if (surplus > 0 && column > top.column && top.column !== -1 && (closers?.get(top.column) ?? 0) > 0) {
        surplus--;
        stray(token);
        continue;
      }
      if (missing > 0 && column !== -1 && column < top.column) {
        let owner = blocks.length - 1;
        while (owner >= 0 && blocks[owner]!.column !== column) owner--;
        if (owner >= 0 && blocks.length - 1 - owner <= missing) while (blocks.length - 1 > owner) leaveOpen();
      }
      blocks.pop();
      output.push(token);
      continue;
    }
    if (token.tokenType !== StatementEnd && !(statement !== undefined && isWord(token))) {
      const column = columnOf(text, token);
      if (column !== -1) {
        if (missing > 0) {
          leaveDedented(blocks, column, () => missing > 0, leaveOpen);
          if (missing > 0 && isWord(token)) leaveAlternative(blocks, conditionOf(token), leaveOpen);
        }
        const top = blocks[blocks.length - 1];
        if (top !== undefined && top.bodyColumn === -1) top.bodyColumn = column;
      }
      statementColumn = column;
    }
    if (isWord(token)) statement ??= token;
    else statement = undefined;
    output.push(token);
  }
  while (blocks.length > 0) leaveOpen();
}

/** A line no deeper than its block's header, in a block whose lines stood deeper, is behind that block. */
function leaveDedented(blocks: OpenBlock[], column: number, allowed: () => boolean, leaveOpen: () => void): void {
  for (let top = blocks[blocks.length - 1]; top !== undefined && allowed(); top = blocks[blocks.length - 1]) {
    if (top.column === -1 || top.bodyColumn <= top.column || column > top.column) return;
    leaveOpen();
  }
}

/** `@a x {` directly before `@b y {`: two headers of one block, of which a host reads one. */
function leaveAlternative(blocks: readonly OpenBlock[], condition: string | undefined, leaveOpen: () => void): void {
  const top = blocks[blocks.length - 1];
  if (condition === undefined || top?.condition === undefined || top.bodyColumn !== -1) return;
  if (top.condition !== condition) leaveOpen();
}

function conditionOf(token: StructureToken): string | undefined {
  return token.prefixes?.find(({ tokenType }) => tokenType === Condition)?.image;
}

function closerColumns(text: string, stream: readonly StructureToken[], segment: Segment): Map<number, number> {
  const columns = new Map<number, number>();
  for (let at = segment.from; at < segment.to; at++) {
    if (stream[at]!.tokenType !== Close) continue;
    const column = columnOf(text, stream[at]!);
    if (column !== -1) columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  return columns;
}

/** Where the closing brace should have stood: behind the last thing written in the block. */
function lastEnd(output: readonly StructureToken[], open: StructureToken): number {
  return output.length === 0 ? tokenEnd(open) : tokenEnd(output[output.length - 1]!);
}

function spanOf(token: StructureToken): Span {
  return { start: token.startOffset, end: tokenEnd(token) };
}
