import { changeBetween } from "./change.js";
import { movedItem, movedProblem, movedSpan, movedToken } from "./move.js";
import { parseInSteps } from "./parse.js";
import { type Steps, toEnd } from "./steps.js";
import type { Comment, Item, Span, SyntaxProblem, SyntaxTree, Token } from "./tree.js";

/**
 * The tree of a text, made from the one of an earlier text: only root blocks that an edit touches are parsed, the others
 * are taken over, moved to their new offsets. The same value as `parse` gives.
 *
 * What makes it the same: the header of a root block in the first column begins a line, a segment for the balancing of braces
 * (`balance.ts`) and an item, whatever precedes it.
 */
export function reparse(before: SyntaxTree, text: string): SyntaxTree {
  return toEnd(reparseInSteps(before, text));
}

/** The same, with pauses. */
export function* reparseInSteps(before: SyntaxTree, text: string): Steps<SyntaxTree> {
  if (before.text === text) return before;
  const whole = () => parseInSteps(text, before.vocabulary);
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
  const { items, dangling } = joined(before.file.items, part, first?.item ?? 0, last?.item, from, delta);
  return {
    text,
    vocabulary: before.vocabulary,
    file: {
      kind: "file",
      start: 0,
      end: text.length,
      items,
      dangling: last === undefined ? dangling : movedAll(before.file.dangling, delta, movedSpan),
    },
    tokens: spliced(before.tokens, part.tokens, from, to, delta, ({ start }) => start, movedToken),
    unpaired: spliced(before.unpaired, part.unpaired, from, to, delta, ({ start }) => start, movedSpan),
    problems: spliced(before.problems, part.problems, from, to, delta, problemStart, movedProblem),
  };
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
  part: SyntaxTree,
  first: number,
  last: number | undefined,
  from: number,
  delta: number,
): { readonly items: readonly Item[]; readonly dangling: readonly Comment[] } {
  const made = movedAll(part.file.items, from, movedItem);
  const dangling = movedAll(part.file.dangling, from, movedSpan);
  const kept = items.slice(0, first);
  const [next, ...others] = last === undefined ? [] : movedAll(items.slice(last), delta, movedItem);
  if (next === undefined) return { items: [...kept, ...made], dangling };
  const following = dangling.length === 0 ? next : { ...next, leading: [...dangling, ...next.leading] };
  return { items: [...kept, ...made, following, ...others], dangling: [] };
}

/** What lies before `from`, then the new ones, then what lies behind `to`. All are in the order of their offsets. */
function spliced<Part extends Token | SyntaxProblem | Span>(
  all: readonly Part[],
  made: readonly Part[],
  from: number,
  to: number,
  delta: number,
  startOf: (one: Part) => number,
  moved: (one: Part, by: number) => Part,
): readonly Part[] {
  const behind = (offset: number): number => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(all[middle]!) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [
    ...all.slice(0, behind(from)),
    ...movedAll(made, from, moved),
    ...movedAll(all.slice(behind(to)), delta, moved),
  ];
}

function movedAll<Part>(all: readonly Part[], by: number, moved: (one: Part, by: number) => Part): readonly Part[] {
  return by === 0 ? all : all.map((one) => moved(one, by));
}

function problemStart(problem: SyntaxProblem): number {
  const at: Span = problem.kind === "unclosed-block" ? problem.open : problem.at;
  return at.start;
}
