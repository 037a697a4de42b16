import type { Item, SyntaxTree } from "@kalint/syntax";

/** For each token of the tree the number of blocks around it. A brace belongs to the level of its keyword. */
export function tokenDepths(tree: SyntaxTree): Uint8Array {
  const depths = new Uint8Array(tree.tokens.length);
  const changes: { readonly offset: number; readonly by: number }[] = [];
  collectChanges(tree.file.items, changes);
  let depth = 0;
  let next = 0;
  for (let at = 0; at < depths.length; at++) {
    const { start } = tree.tokens[at]!;
    while (next < changes.length && changes[next]!.offset <= start) depth += changes[next++]!.by;
    depths[at] = depth;
  }
  return depths;
}

function collectChanges(items: readonly Item[], changes: { readonly offset: number; readonly by: number }[]): void {
  for (const item of items) {
    if (item.kind !== "statement" || item.block === undefined) continue;
    const { open, close, end } = item.block;
    changes.push({ offset: open.end, by: 1 });
    collectChanges(item.block.items, changes);
    changes.push({ offset: close?.start ?? end, by: -1 });
  }
}
