import { type Keyword, keywords } from "@kalint/schema";
import type { Item } from "@kalint/syntax";
import type { Document, Inclusion } from "./document.js";
import { includedFiles } from "./paths.js";

/** Includes lead to includes; a chain longer than this is a circle. */
const longestChain = 8;

/** How `path` comes to be read by one of `documents`, the outermost includer as the main file; `undefined` where none includes it. */
export function inclusionOf(path: string, documents: readonly Document[]): Inclusion | undefined {
  let main = path;
  let around: readonly string[] = [];
  for (let depth = 0; depth < longestChain; depth += 1) {
    const at = main;
    const includer = firstOf(documents, (document) => {
      const names = document.path === at ? undefined : blocksAround(document, at);
      return names && { path: document.path, names };
    });
    if (!includer || includer.path === path) break;
    main = includer.path;
    around = [...includer.names, ...around];
  }
  if (main === path) return undefined;
  const block = resolve(around);
  return { main, ...(block && { block: block.path }) };
}

/** The first words of the blocks in which the document includes `path`, outermost first; `undefined` where it does not. */
function blocksAround(document: Document, path: string): readonly string[] | undefined {
  if (!/\binclude[rmwba]?[ \t]/.test(document.text)) return undefined;
  const left = { names: 10_000 };
  const visit = (items: readonly Item[], names: readonly string[]): readonly string[] | undefined =>
    firstOf(items, (item) => {
      if (item.kind === "include") {
        return includedFiles(document, item.path.text, left).includes(path) ? names : undefined;
      }
      if (item.kind !== "statement" || !item.block) return undefined;
      return visit(item.block.items, [...names, item.words[0]?.value ?? ""]);
    });
  return visit(document.tree.file.items, []);
}

/** Unknown blocks are read with the table of the block around them, as everywhere. */
function resolve(names: readonly string[]): Keyword | undefined {
  return names.reduce<Keyword | undefined>(
    (block, name) => (block ? (block.children ?? []) : keywords).find((one) => one.name === name) ?? block,
    undefined,
  );
}

function firstOf<T, R>(values: readonly T[], look: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = look(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
