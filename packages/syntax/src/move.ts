/**
 * Parts of a tree are moved, in place, to where they are in a text where what precedes them is longer or shorter: most of a tree
 * is behind an edit, and making it again takes longer than everything else.
 */
import type { Draft } from "./nodes.js";
import type { Block, Brace, Item, Prefixed, Span, SyntaxProblem, SyntaxTree } from "./tree.js";

/** `apart`: spans that more than one part of the tree may hold. They are moved by themselves, once each. */
export interface Move {
  readonly by: number;
  readonly apart: ReadonlySet<Span>;
}

/** The spans of problems and of stretches, which may be those of words and braces. */
export function spansApart({ problems, unpaired }: SyntaxTree): ReadonlySet<Span> {
  const spans = new Set<Span>(unpaired);
  for (const problem of problems) {
    if (problem.kind !== "unclosed-block") spans.add(problem.at);
    else {
      spans.add(problem.open);
      if (problem.header) spans.add(problem.header);
    }
  }
  return spans;
}

export function moveSpan(span: Span, { by, apart }: Move): void {
  if (apart.size === 0 || !apart.has(span)) shift(span, by);
}

export function shift(span: Draft<Span>, by: number): void {
  span.start += by;
  span.end += by;
}

/** Where the `}` of a block should have stood is a number of its own. */
export function moveProblem(problem: SyntaxProblem, by: number): void {
  if (problem.kind === "unclosed-block") (problem as Draft<typeof problem>).expected += by;
}

export function moveItem(item: Item, move: Move): void {
  moveSpan(item, move);
  moveSpans(item.leading, move);
  if (item.trailing) moveSpan(item.trailing, move);
  if (item.kind === "strayClose") {
    moveBrace(item.brace, move);
    return;
  }
  movePrefixes(item, move);
  if (item.kind === "statement") {
    moveSpans(item.words, move);
    if (item.block) moveBlock(item.block, move);
  } else if (item.kind === "definition") {
    moveSpan(item.name, move);
    moveSpans(item.lines, move);
  } else {
    moveSpan(item.directive, move);
    moveSpan(item.path, move);
  }
}

export function moveSpans(parts: readonly Span[], move: Move): void {
  for (const part of parts) moveSpan(part, move);
}

function moveBlock(block: Block, move: Move): void {
  const { open, before, openComment, items, dangling, close } = block;
  moveSpan(block, move);
  moveBrace(open, move);
  moveSpans(before, move);
  if (openComment) moveSpan(openComment, move);
  for (const item of items) moveItem(item, move);
  moveSpans(dangling, move);
  if (close) moveBrace(close, move);
}

function moveBrace(brace: Brace, move: Move): void {
  moveSpan(brace, move);
  if (brace.prefixes) movePrefixes(brace.prefixes, move);
}

function movePrefixes({ condition, repetitions, furtherConditions }: Prefixed, move: Move): void {
  if (condition) moveSpan(condition, move);
  moveSpans(repetitions, move);
  if (furtherConditions) moveSpans(furtherConditions, move);
}
