/**
 * Pairs the braces of a segment in which they do not pair up: of all ways to leave blocks open and to set `}` apart, the one
 * that the indentation and the keywords contradict least. The ways are tried token by token, a few of the best at a time, so
 * that the time is linear in the text.
 */
import { columnOf } from "./column.js";
import { onceIn, type Steps } from "./steps.js";
import { isWord, retyped, type StructureToken, virtualToken } from "./structure.js";
import type { Span, SyntaxProblem } from "./tree.js";
import type { Vocabulary } from "./vocabulary.js";

/** Tokens `from`…`to` of the stream, with what pairing them plainly leaves over. */
export interface Segment {
  readonly from: number;
  to: number;
  open: number;
  stray: number;
  deepest: number;
}

/** What speaks against a way to pair braces. */
const costs = {
  /** A block is left open, or a `}` closes nothing: more of them than need be take strong evidence. */
  repair: 5,
  /** A keyword in a block that cannot hold it. */
  misplaced: 4,
  /** A word that is no keyword, in a block of keywords: perhaps misspelled. */
  unknown: 1.5,
  /** A line in another column than the first of its block. */
  column: 1,
  /** A line no deeper than the header of its block, where other lines of the block are deeper. */
  dedented: 1.5,
  /** The block that is left open would hold nothing. */
  empty: 1,
  /** Early in the segment: of places that are as good, the last one is named. */
  early: 0.2,
  /** A `}` in another column than the header of its block. */
  closeColumn: 1.5,
} as const;

/** How many ways are followed at the same time, and how many blocks one of them may leave open at one place. */
interface Effort {
  readonly ways: number;
  readonly blocks: number;
}

/** No root block that a person wrote has as many tokens; what a machine made only has to come to an end. */
const mostTokens = 20_000;
const usual: Effort = { ways: 10, blocks: 4 };
const little: Effort = { ways: 1, blocks: 0 };

interface OpenBlock {
  readonly open: StructureToken;
  readonly header?: StructureToken;
  /** The first word of the header, or empty. */
  readonly name: string;
  /** Column of the line that the header begins, or -1. */
  readonly column: number;
  /** Column of the first line within, or -1 as long as there is none. */
  readonly bodyColumn: number;
  readonly condition?: string;
  readonly around: OpenBlock | undefined;
  /** Of the offsets of the braces that are open. */
  readonly hash: number;
}

/** One way to read the segment up to here. */
interface Way {
  readonly top: OpenBlock | undefined;
  readonly cost: number;
  readonly last: Repair | undefined;
}

/** In front of token `at`, or with it. */
interface Repair {
  readonly kind: "missing" | "stray";
  readonly at: number;
  readonly block?: OpenBlock;
  readonly before: Repair | undefined;
}

/** Where a block may be left open or a `}` set apart, and what that costs. */
interface Place {
  readonly at: number;
  readonly cost: number;
}

interface Columns {
  /** Of the first line outside all blocks, or -1. */
  rootColumn: number;
  /** Whether any line is indented. */
  readonly indented: boolean;
}

/** With a pause after so many tokens, or repairs. */
const betweenPauses = 1000;

/** Copies a segment whose braces do not pair up to `output`, and pairs them. */
export function* repairSegment(
  text: string,
  stream: readonly StructureToken[],
  segment: Segment,
  vocabulary: Vocabulary,
  output: StructureToken[],
  problems: SyntaxProblem[],
): Steps<void> {
  // Last one first.
  const repairs: Repair[] = [];
  const { last } = yield* bestWay(text, stream, segment, vocabulary);
  for (let each = last; each !== undefined; each = each.before) repairs.push(each);
  const isPauseDue = onceIn(betweenPauses);
  for (let at = segment.from; at <= segment.to; at++) {
    const token = at < segment.to ? stream[at]! : undefined;
    let stray = false;
    // Of a hostile text a hundred thousand blocks are left open at its end.
    while (repairs.at(-1)?.at === at) {
      if (isPauseDue()) yield;
      const { kind, block } = repairs.pop()!;
      if (kind === "missing") leaveOpen(block!, output, problems);
      else stray = true;
    }
    if (token === undefined) continue;
    output.push(stray ? retyped(token, "strayClose") : token);
    if (!stray) continue;
    problems.push({
      kind: "stray-close",
      at: spanOf(token),
      ...(token.prefixes ? { conditional: true as const } : {}),
    });
  }
}

function leaveOpen({ open, header }: OpenBlock, output: StructureToken[], problems: SyntaxProblem[]): void {
  // Where the closing brace should have been: behind the last thing written in the block.
  const expected = (output[output.length - 1] ?? open).end;
  output.push(virtualToken("missingClose", expected));
  problems.push({
    kind: "unclosed-block",
    open: spanOf(open),
    ...(header === undefined ? {} : { header: spanOf(header) }),
    expected,
    ...((open.prefixes ?? header?.prefixes) ? { conditional: true as const } : {}),
  });
}

function* bestWay(
  text: string,
  stream: readonly StructureToken[],
  segment: Segment,
  vocabulary: Vocabulary,
): Steps<Way> {
  let ways: Way[] = [{ top: undefined, cost: 0, last: undefined }];
  let header: StructureToken | undefined;
  let headerColumn = -1;
  const effort = segment.to - segment.from > mostTokens ? little : usual;
  const columns: Columns = { rootColumn: -1, indented: isIndented(text, stream, segment) };
  const repairAt = (at: number): Place => ({
    at,
    cost: costs.repair + (costs.early * (segment.to - at)) / (segment.to - segment.from),
  });
  const isPauseDue = onceIn(betweenPauses);
  for (let at = segment.from; at < segment.to; at++) {
    if (isPauseDue()) yield;
    const token = stream[at]!;
    if (token.kind === "statementEnd" || (header !== undefined && isWord(token))) {
      if (token.kind === "statementEnd") header = undefined;
      continue;
    }
    if (token.kind === "open") {
      const column = header === undefined ? columnOf(text, token) : headerColumn;
      const condition = conditionOf(text, header ?? token);
      if (header === undefined) ways = withBlocksLeft(ways, effort, repairAt(at), condition);
      const opened = {
        open: token,
        name: header === undefined ? "" : text.slice(header.start, header.end),
        column,
        bodyColumn: -1,
        ...(header && { header }),
        ...(condition && { condition }),
      };
      for (let way = 0; way < ways.length; way++) ways[way] = openedIn(ways[way]!, opened, vocabulary);
      header = undefined;
      continue;
    }
    const column = columnOf(text, token);
    if (token.kind === "close") {
      header = undefined;
      ways = best(
        withBlocksLeft(ways, effort, repairAt(at)).flatMap((way) => closedIn(way, column, repairAt(at))),
        effort.ways,
      );
      continue;
    }
    ways = withBlocksLeft(ways, effort, repairAt(at), conditionOf(text, token));
    // What stands behind `@id` is often indented there.
    const lineColumn = token.prefixes === undefined ? column : -1;
    if (columns.rootColumn === -1 && ways.some(({ top }) => top === undefined)) columns.rootColumn = lineColumn;
    const word = isWord(token) ? text.slice(token.start, token.end) : undefined;
    for (let way = 0; way < ways.length; way++) {
      ways[way] = continuedIn(ways[way]!, word, lineColumn, columns, vocabulary);
    }
    ways = best(ways, effort.ways);
    header = isWord(token) ? token : undefined;
    headerColumn = column;
  }
  return best(
    ways.map((way) => withAllLeft(way, repairAt(segment.to))),
    1,
  )[0]!;
}

/** The ways, and those that leave blocks open in front of token `at`. */
function withBlocksLeft(ways: readonly Way[], { ways: most, blocks }: Effort, place: Place, condition?: string): Way[] {
  if (blocks === 0) return [...ways];
  const all: Way[] = [];
  for (const way of ways) {
    let next = way;
    all.push(next);
    for (let left = 0; next.top !== undefined && left < blocks; left++) {
      next = leftIn(next, place, condition);
      all.push(next);
    }
  }
  return best(all, most);
}

function withAllLeft(way: Way, place: Place): Way {
  let next = way;
  while (next.top !== undefined) next = leftIn(next, place);
  return next;
}

/** `@a x {` directly before `@b y {` are two headers of one block, of which a host reads one. */
function leftIn({ top, cost, last }: Way, place: Place, condition?: string): Way {
  const block = top!;
  const alternative =
    condition !== undefined &&
    block.condition !== undefined &&
    block.bodyColumn === -1 &&
    block.condition !== condition;
  return {
    top: block.around,
    cost: cost + (alternative ? 0 : place.cost + (block.bodyColumn === -1 ? costs.empty : 0)),
    last: { kind: "missing", at: place.at, block, before: last },
  };
}

function openedIn({ top, cost, last }: Way, block: Omit<OpenBlock, "around" | "hash">, { parents }: Vocabulary): Way {
  const around = nameOf(top);
  // No block begins among the lines of a block that holds no keywords.
  const misplaced = top !== undefined && parents.has(around) && !isKeywordBlock(around, parents);
  return {
    top: { ...block, around: top, hash: (Math.imul(top?.hash ?? 7, 31) + block.open.start) | 0 },
    cost: cost + (misplaced ? costs.misplaced : 0),
    last,
  };
}

/** The `}` closes the block that is open, or nothing. */
function closedIn({ top, cost, last }: Way, column: number, place: Place): Way[] {
  const stray: Way = { top, cost: cost + place.cost, last: { kind: "stray", at: place.at, before: last } };
  if (top === undefined) return [stray];
  // A block whose lines are not indented has its `}` where they are.
  const flat = top.bodyColumn !== -1 && top.bodyColumn <= top.column && column === top.bodyColumn;
  const outOfColumn = column !== -1 && top.column !== -1 && column !== top.column && !flat;
  return [{ top: top.around, cost: cost + (outOfColumn ? costs.closeColumn : 0), last }, stray];
}

function continuedIn(
  { top, cost, last }: Way,
  word: string | undefined,
  column: number,
  { rootColumn, indented }: Columns,
  vocabulary: Vocabulary,
): Way {
  let against = word === undefined ? 0 : misplacedIn(nameOf(top), word, vocabulary);
  if (column === -1) return { top, cost: cost + against, last };
  if (top === undefined) {
    if (rootColumn !== -1 && column !== rootColumn) against += costs.column;
    return { top, cost: cost + against, last };
  }
  if (top.bodyColumn === -1) {
    if (indented && column <= top.column) against += costs.column;
    return { top: { ...top, bodyColumn: column }, cost: cost + against, last };
  }
  if (column !== top.bodyColumn) against += costs.column;
  if (column <= top.column && top.bodyColumn > top.column) against += costs.dedented;
  return { top, cost: cost + against, last };
}

function misplacedIn(block: string, word: string, { parents }: Vocabulary): number {
  if (parents.size === 0) return 0;
  const possible = parents.get(word);
  if (possible === undefined) return isKeywordBlock(block, parents) ? costs.unknown : 0;
  if (possible.has(block)) return 0;
  return block === "" || parents.has(block) ? costs.misplaced : 0;
}

function isKeywordBlock(block: string, parents: Vocabulary["parents"]): boolean {
  return block === "" || (keywordBlocks.get(parents) ?? noteKeywordBlocks(parents)).has(block);
}

const keywordBlocks = new WeakMap<Vocabulary["parents"], ReadonlySet<string>>();

function noteKeywordBlocks(parents: Vocabulary["parents"]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const blocks of parents.values()) for (const block of blocks) names.add(block);
  keywordBlocks.set(parents, names);
  return names;
}

function nameOf(block: OpenBlock | undefined): string {
  return block?.name ?? "";
}

/** The cheapest ways; of those with the same blocks open the cheapest, and the one that came first among equals. */
function best(ways: readonly Way[], most: number): Way[] {
  if (ways.length === 1) return [...ways];
  const kept: Way[] = [];
  for (const way of [...ways].sort((a, b) => a.cost - b.cost)) {
    if (kept.length === most) break;
    if (!kept.some(({ top }) => top?.hash === way.top?.hash)) kept.push(way);
  }
  return kept;
}

function isIndented(text: string, stream: readonly StructureToken[], { from, to }: Segment): boolean {
  for (let at = from; at < to; at++) {
    const token = stream[at]!;
    if (token.kind !== "statementEnd" && columnOf(text, token) > 0) return true;
  }
  return false;
}

function conditionOf(text: string, token: StructureToken): string | undefined {
  const prefix = token.prefixes?.find(({ kind }) => kind === "condition");
  return prefix && text.slice(prefix.start, prefix.end);
}

function spanOf(token: StructureToken): Span {
  return { start: token.start, end: token.end };
}
