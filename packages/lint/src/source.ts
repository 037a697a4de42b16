import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, Place, SourceFile } from "@kalint/model";
import type { Block, Item, Statement, SyntaxTree } from "@kalint/syntax";
import type { Fix } from "./types.js";

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
