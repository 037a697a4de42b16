import type { EffectiveConfiguration, Place, SourceFile } from "@kalint/model";
import type { Block, Item, Statement, SyntaxTree } from "@kalint/syntax";

/** The file that a place lies in, among those that were read. */
export function fileOf(effective: EffectiveConfiguration, place: Place): SourceFile | undefined {
  return effective.files.find((file) => file.path === place.file);
}

export interface WrittenStatement {
  readonly statement: Statement;
  /** What stands in the same block, itself included. */
  readonly siblings: readonly Item[];
}

/** The innermost statement as written that has a word starting at the offset. */
export function statementAt(tree: SyntaxTree, offset: number): WrittenStatement | undefined {
  let siblings: readonly Item[] = tree.file.items;
  for (;;) {
    const item = siblings.find((each) => each.start <= offset && offset < each.end);
    if (item?.kind !== "statement") return undefined;
    if (item.words.some((word) => word.start === offset)) return { statement: item, siblings };
    const block: Block | undefined = item.block;
    if (block === undefined || offset < block.start) return undefined;
    siblings = block.items;
  }
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
