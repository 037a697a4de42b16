import { changeBetween } from "./change.js";
import { type Move, moveItem, moveProblem, moveSpan, moveSpans, shift, spansApart } from "./move.js";
import { parseInSteps } from "./parse.js";
import { type Steps, toEnd } from "./steps.js";
import type { Comment, Item, Span, SyntaxProblem, SyntaxTree } from "./tree.js";

/**
 * The tree of a text, made from the one of an earlier text: only root blocks that an edit touches are parsed, the others
 * are taken over, moved to their new offsets, which uses `before` up. The same value as `parse` gives.
 *
 * What makes it the same: the header of a root block in the first column begins a line, a segment for the balancing of braces
 * (`balance.ts`) and an item, whatever precedes it.
 */
export function reparse(before: SyntaxTree, text: string): SyntaxTree {
  return toEnd(reparseInSteps(before, text));
}

/** The same, with pauses. */
export function* reparseInSteps(before: SyntaxTree, text: string): Steps<SyntaxTree> {
  const whole = () => parseInSteps(text, before.vocabulary);
  if (isTakenOver(before)) return yield* whole();
  if (before.text === text) return before;
  const change = changeBetween(before.text, text);
  const cuts = cutsOf(before);
  const first = cuts.findLast(({ headerEnd }) => headerEnd <= change.start);
  const last = cuts.find(({ offset }) => offset > change.end);
  if (first === undefined && last === undefined) return yield* whole();
  const delta = text.length - before.text.length;
  const from = first?.offset ?? 0;
  const to = last?.offset ?? before.text.length;
  // A byte order mark is one only where the file begins.
  if (from > 0 && text.charCodeAt(from) === 0xfeff) return yield* whole();
  const part = yield* parseInSteps(text.slice(from, to + delta), before.vocabulary);
  if (last !== undefined && mayGoOn(part)) return yield* whole();
  // Somebody who could not wait may have taken it over meanwhile.
  if (isTakenOver(before)) return yield* whole();
  takenOver.add(before);
  // Where each list is cut is looked for before what is behind moves, perhaps to before the cut.
  const splicer = <Part>(all: readonly Part[], startOf: (one: Part) => number) => {
    const start = indexFrom(all, (one) => startOf(one) >= from);
    const end = last === undefined ? all.length : indexFrom(all, (one) => startOf(one) >= to);
    return (made: readonly Part[]): readonly Part[] => spliced(all, start, end, made);
  };
  const tokens = splicer(before.tokens, spanStart);
  const unpaired = splicer(before.unpaired, spanStart);
  const problems = splicer(before.problems, problemStart);
  if (from !== 0) moveBehind(part, { from: 0, item: 0 }, from);
  if (delta !== 0 && last !== undefined) moveBehind(before, { from: to, item: last.item }, delta);
  const { items, dangling } = joined(before.file.items, part, first?.item ?? 0, last?.item);
  return {
    text,
    vocabulary: before.vocabulary,
    file: {
      kind: "file",
      start: 0,
      end: text.length,
      items,
      dangling: last === undefined ? dangling : before.file.dangling,
    },
    tokens: tokens(part.tokens),
    unpaired: unpaired(part.unpaired),
    problems: problems(part.problems),
  };
}

/** So many can be put in where they belong; for more, V8's stack may be too short. */
const mostInPlace = 10_000;

/** A list of a tree that is used up, with others in the place of some: of tens of thousands most stay where they are. */
function spliced<Part>(all: readonly Part[], start: number, end: number, made: readonly Part[]): readonly Part[] {
  if (made.length > mostInPlace) return all.slice(0, start).concat(made, all.slice(end));
  (all as Part[]).splice(start, end - start, ...made);
  return all;
}

const takenOver = new WeakSet<SyntaxTree>();

/** Whether parts of a tree are those of a later one by now, and lie elsewhere. */
export function isTakenOver(tree: SyntaxTree): boolean {
  return takenOver.has(tree);
}

/** Moves what begins at an offset or behind it. */
function moveBehind(tree: SyntaxTree, { from, item }: { readonly from: number; readonly item: number }, by: number) {
  const { file, tokens, problems } = tree;
  const move: Move = { by, apart: spansApart(tree) };
  const spans = [...move.apart].filter(({ start }) => start >= from);
  for (const problem of problems) if (problemStart(problem) >= from) moveProblem(problem, by);
  for (let at = item; at < file.items.length; at += 1) moveItem(file.items[at]!, move);
  moveSpans(file.dangling, move);
  for (let at = indexFrom(tokens, ({ start }) => start >= from); at < tokens.length; at += 1) {
    moveSpan(tokens[at]!, move);
  }
  for (const span of spans) shift(span, by);
}

/** Between two root items: from here on the text is parsed alike whatever precedes. */
interface Cut {
  /** Behind the line on which the item before ends. */
  readonly offset: number;
  /** The index of the item that follows, and where its header ends, `{` included. */
  readonly item: number;
  readonly headerEnd: number;
}

function cutsOf({ text, file: { items }, vocabulary: { rootBlocks } }: SyntaxTree): readonly Cut[] {
  return items.flatMap((item, index): Cut[] => {
    const before = items[index - 1];
    if (before === undefined || item.kind !== "statement" || item.block === undefined || text[item.start - 1] !== "\n")
      return [];
    const name = item.words[0];
    if (name === undefined || name.start !== item.start || !rootBlocks.has(name.text)) return [];
    const offset = text.indexOf("\n", before.end) + 1;
    return offset > item.start ? [] : [{ offset, item: index, headerEnd: item.block.open.end }];
  });
}

/** The last line is a definition that could go on over the next one. */
function mayGoOn({ tokens }: SyntaxTree): boolean {
  const last = tokens.findLast(({ kind }) => kind !== "lineEnd" && kind !== "blank" && kind !== "comment");
  return last?.kind === "definition";
}

function joined(
  items: readonly Item[],
  { file }: SyntaxTree,
  first: number,
  last: number | undefined,
): { readonly items: readonly Item[]; readonly dangling: readonly Comment[] } {
  const kept = items.slice(0, first);
  const [next, ...others] = last === undefined ? [] : items.slice(last);
  if (next === undefined) return { items: [...kept, ...file.items], dangling: file.dangling };
  const following = file.dangling.length === 0 ? next : { ...next, leading: [...file.dangling, ...next.leading] };
  return { items: [...kept, ...file.items, following, ...others], dangling: [] };
}

/** The index of the first of all, which are in order, for which it is so. */
function indexFrom<Part>(all: readonly Part[], isSo: (one: Part) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(all[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function spanStart({ start }: Span): number {
  return start;
}

function problemStart(problem: SyntaxProblem): number {
  const at: Span = problem.kind === "unclosed-block" ? problem.open : problem.at;
  return at.start;
}
