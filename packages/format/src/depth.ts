import type { File, Item, Outline, Token } from "@kalint/syntax";
import type { ScannedLine } from "./scanned-lines.js";

/** What a layout is made from: a text whose braces pair up for certain, in lines, or a tree. */
export type LayoutSource = SoundSource | TreeSource;

interface SoundSource extends Pick<Outline, "text" | "vocabulary" | "problems" | "unpaired"> {
  readonly lines: readonly ScannedLine[];
  readonly file?: undefined;
}

/** Where the text has no problems the tree's items are not needed, as braces alone say how deep each word is. */
export interface TreeSource extends Outline {
  readonly file?: File;
  readonly lines?: undefined;
}

/** For each token of the tree the number of blocks around it. A brace belongs to the level of its keyword. */
export function tokenDepths({ tokens, problems, file }: TreeSource): Uint8Array {
  return problems.length === 0 || file === undefined ? depthsByBraces(tokens) : depthsByItems(tokens, file);
}

function depthsByBraces(tokens: readonly Token[]): Uint8Array {
  const depths = new Uint8Array(tokens.length);
  let depth = 0;
  for (let at = 0; at < depths.length; at++) {
    const { kind } = tokens[at]!;
    if (kind === "close") depth--;
    depths[at] = depth;
    if (kind === "open") depth++;
  }
  return depths;
}

function depthsByItems(tokens: readonly Token[], file: File): Uint8Array {
  const depths = new Uint8Array(tokens.length);
  const changes: { readonly offset: number; readonly by: number }[] = [];
  collectChanges(file.items, changes);
  let depth = 0;
  let next = 0;
  for (let at = 0; at < depths.length; at++) {
    const { start } = tokens[at]!;
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
