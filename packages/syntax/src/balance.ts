import { columnOf } from "./column.js";
import { repairSegment, type Segment } from "./repair.js";
import type { Steps } from "./steps.js";
import { firstOffset, isWord, retyped, type StructureToken } from "./structure.js";
import type { Span, SyntaxProblem } from "./tree.js";
import type { Vocabulary } from "./vocabulary.js";

/** Deeper blocks are read flat: the parser's stack would end near 800 levels, and the daemon's own table has six. */
export const deepestLevel = 64;

interface BalancedTokens {
  readonly tokens: readonly StructureToken[];
  readonly problems: readonly SyntaxProblem[];
  readonly unpaired: readonly Span[];
}

/**
 * Gives every `{` its `}`: inserts the missing ones without text and sets stray ones apart, so that the grammar takes any list.
 * A file whose braces pair up is left as it is. Elsewhere the words that only open root blocks cut it into segments, and within a
 * segment that does not pair up the indentation and the keywords say which block was left open, or which `}` is too many.
 */
export function* balance(text: string, stream: StructureToken[], vocabulary: Vocabulary): Steps<BalancedTokens> {
  const problems: SyntaxProblem[] = [];
  const segments = segmentsOf(text, stream, vocabulary.rootBlocks);
  let tokens: StructureToken[] = stream;
  const unpaired = segments.filter(({ open, stray }) => open > 0 || stray > 0);
  if (unpaired.length > 0) {
    tokens = [];
    for (const segment of segments) {
      if (segment.open === 0 && segment.stray === 0) {
        for (let at = segment.from; at < segment.to; at++) tokens.push(stream[at]!);
      } else yield* repairSegment(text, stream, segment, vocabulary, tokens, problems);
    }
  }
  yield;
  if (segments.some(({ deepest }) => deepest > deepestLevel)) tokens = cutDeepBlocks(tokens, problems);
  return {
    tokens,
    problems,
    unpaired: unpaired.map(({ from, to }) => ({ start: firstOffset(stream[from]!), end: stream[to - 1]!.end })),
  };
}

/** A root block's header begins a segment where no block is open, or where it stands no deeper than the header before it. */
function segmentsOf(text: string, stream: readonly StructureToken[], rootBlocks: ReadonlySet<string>): Segment[] {
  let segment: Segment = { from: 0, to: 0, open: 0, stray: 0, deepest: 0 };
  const segments = [segment];
  let rootColumn = 0;
  for (let at = 0; at < stream.length; at++) {
    const token = stream[at]!;
    if (token.kind === "open") {
      segment.open++;
      if (segment.open > segment.deepest) segment.deepest = segment.open;
    } else if (token.kind === "close") {
      if (segment.open > 0) segment.open--;
      else segment.stray++;
    } else if (
      isWord(token) &&
      !isWord(stream[at - 1]) &&
      rootBlocks.has(text.slice(token.start, token.end)) &&
      isHeader(stream, at)
    ) {
      const column = columnOf(text, token);
      if (column !== -1 && (segment.open === 0 || column <= rootColumn)) {
        rootColumn = column;
        segment.to = at;
        segment = { from: at, to: at, open: 0, stray: 0, deepest: 0 };
        segments.push(segment);
      }
    }
  }
  segment.to = stream.length;
  return segments;
}

/** Whether a `{` follows the statement whose first word stands at `at`. */
function isHeader(stream: readonly StructureToken[], at: number): boolean {
  if (!isWord(stream[at])) return false;
  let next = at + 1;
  while (isWord(stream[next])) next++;
  return stream[next]?.kind === "open";
}

/** One problem for each block that goes too deep, and none for what is within it. */
function cutDeepBlocks(tokens: readonly StructureToken[], problems: SyntaxProblem[]): StructureToken[] {
  let depth = 0;
  const kept: StructureToken[] = [];
  const cut = new Set<number>();
  const tooDeep: SyntaxProblem[] = [];
  for (const token of tokens) {
    if (token.kind === "open") {
      depth++;
      if (depth <= deepestLevel) {
        kept.push(token);
        continue;
      }
      if (depth === deepestLevel + 1) {
        tooDeep.push({ kind: "too-deep", at: { start: token.start, end: token.end } });
      }
      cut.add(token.start);
      kept.push(retyped(token, "deepOpen"));
    } else if (token.kind === "close") {
      kept.push(depth > deepestLevel ? retyped(token, "strayClose") : token);
      depth--;
    } else if (token.kind === "missingClose") {
      if (depth <= deepestLevel) kept.push(token);
      depth--;
    } else kept.push(token);
  }
  const others = problems.filter((problem) => problem.kind !== "unclosed-block" || !cut.has(problem.open.start));
  problems.splice(0, problems.length);
  for (const problem of others) problems.push(problem);
  for (const problem of tooDeep) problems.push(problem);
  return kept;
}
