import type { Item, SyntaxTree } from "./tree.js";

/** Every item of a file as it is written, each before what its block holds, with what stands beside it. */
export function* itemsOf(tree: SyntaxTree): Iterable<{ readonly item: Item; readonly siblings: readonly Item[] }> {
  // A generator within a generator would pass each item through all levels above it.
  const open = [{ siblings: tree.file.items, next: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const { siblings } = level;
    const item = siblings[level.next];
    if (item === undefined) {
      open.pop();
      continue;
    }
    level.next += 1;
    yield { item, siblings };
    if (item.kind === "statement" && item.block) open.push({ siblings: item.block.items, next: 0 });
  }
}
