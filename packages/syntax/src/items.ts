import type { Item, SyntaxTree } from "./tree.js";

/** Every item of a file as it is written, each before what its block holds, with what stands beside it. */
export function* itemsOf(tree: SyntaxTree): Iterable<{ readonly item: Item; readonly siblings: readonly Item[] }> {
  yield* walk(tree.file.items);
}

function* walk(siblings: readonly Item[]): Iterable<{ readonly item: Item; readonly siblings: readonly Item[] }> {
  for (const item of siblings) {
    yield { item, siblings };
    if (item.kind === "statement" && item.block) yield* walk(item.block.items);
  }
}
