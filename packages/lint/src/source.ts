import { type EffectiveConfiguration, type EffectiveLine, type EffectiveStatement, fileOf } from "@kalint/daemon";
import type { Block, Item, Statement, SyntaxTree } from "@kalint/syntax";
import type { Fix } from "./types.js";

export interface WrittenStatement {
  readonly statement: Statement;
  /** What stands in the same block, itself included. */
  readonly siblings: readonly Item[];
}

/** The innermost statement as written that has a word starting at the offset. */
export function statementAt(tree: SyntaxTree, offset: number): WrittenStatement | undefined {
  let siblings: readonly Item[] = tree.file.items;
  for (;;) {
    const item = itemAt(siblings, offset);
    if (item?.kind !== "statement") return undefined;
    if (item.words.some((word) => word.start === offset)) return { statement: item, siblings };
    const block: Block | undefined = item.block;
    if (block === undefined || offset < block.start) return undefined;
    siblings = block.items;
  }
}

/** Items stand one after the other, so halving finds the one. */
function itemAt(items: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle]!;
    if (offset < item.start) high = middle - 1;
    else if (offset >= item.end) low = middle + 1;
    else return item;
  }
  return undefined;
}

/** Takes a line away that stands alone and as it is read; else nothing. */
export function removeLine(
  effective: EffectiveConfiguration,
  line: EffectiveStatement | EffectiveLine,
  title: string,
  safe: boolean,
): readonly Fix[] {
  const text = fileOf(effective, line.place)?.text;
  const shared = line.expansions.some(({ kind }) => kind !== "include") || line.words.some(({ expanded }) => expanded);
  if (text === undefined || shared) return [];
  const start = text.lastIndexOf("\n", line.place.start - 1) + 1;
  const end = text.indexOf("\n", line.place.end);
  const stop = end < 0 ? text.length : end + 1;
  const alone = text.slice(start, line.place.start).trim() === "" && text.slice(line.place.end, stop).trim() === "";
  return alone ? [{ title, safe, edits: [{ file: line.place.file, start, end: stop, text: "" }] }] : [];
}
