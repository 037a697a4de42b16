import type { Block, Item, Statement, SyntaxTree } from "@kalint/syntax";

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
