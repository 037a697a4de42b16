import { type Keyword, keywords } from "@kalint/schema";
import type { Item, Span } from "@kalint/syntax";
import type { Document, Inclusion } from "./document.js";
import { includedFiles } from "./paths.js";

/** Includes lead to includes; a chain longer than this is a circle. */
const longestChain = 8;

/** A block at the top of a file. */
type Outermost = NonNullable<Inclusion["outermost"]>;

/** How a file is included by another one: inside these blocks, their first words, outermost first. */
interface Around {
  readonly names: readonly string[];
  readonly outermost?: Outermost;
}

/** How `path` comes to be read by one of `documents`, the outermost includer as the main file; `undefined` where none includes it. */
export function inclusionOf(path: string, documents: readonly Document[]): Inclusion | undefined {
  let main = path;
  let names: readonly string[] = [];
  let outermost: Outermost | undefined;
  for (let depth = 0; depth < longestChain; depth += 1) {
    const at = main;
    const includer = firstOf(documents, (document) => {
      const around = document.path === at ? undefined : aroundFile(document, at);
      return around && { path: document.path, around };
    });
    if (!includer || includer.path === path) break;
    main = includer.path;
    names = [...includer.around.names, ...names];
    outermost = includer.around.outermost ?? outermost;
  }
  if (main === path) return undefined;
  const block = resolve(names);
  return { main, ...(block && { block: block.path }), ...(block && outermost && { outermost }) };
}

/** A file on the way to the one that is looked for. */
type Part = Pick<Document, "path" | "text" | "tree" | "host">;

/** The blocks in which the document, or a file that it includes, includes `path`; `undefined` where none does. */
function aroundFile(document: Document, path: string): Around | undefined {
  const left = { names: 10_000 };
  const seen = new Set<string>([document.path]);
  const lookIn = (part: Part, around: Around): Around | undefined => {
    if (!/\binclude[rmwba]?[ \t]/.test(part.text)) return undefined;
    const later: { readonly file: string; readonly around: Around }[] = [];
    const visit = (items: readonly Item[], within: Around): Around | undefined =>
      firstOf(items, (item) => {
        if (item.kind === "include") {
          const files = includedFiles(part, item.path.text, left);
          if (files.includes(path)) return within;
          later.push(...files.map((file) => ({ file, around: within })));
        }
        if (item.kind !== "statement" || !item.block) return undefined;
        return visit(item.block.items, innerOf(part, item, within));
      });
    return visit(part.tree.file.items, around) ?? firstOf(later, (one) => lookInFile(one.file, one.around));
  };
  const lookInFile = (file: string, around: Around): Around | undefined => {
    if (seen.has(file) || seen.size > mostFiles) return undefined;
    seen.add(file);
    const text = document.host.read(file);
    if (text === undefined) return undefined;
    const { tree } = document.queries.source(file, text);
    return lookIn({ path: file, text, tree, host: document.host }, around);
  };
  return lookIn(document, { names: [] });
}

/** Files that one main file may lead to before nobody follows it further. */
const mostFiles = 2000;

function innerOf({ path }: Part, item: Item & { readonly kind: "statement" }, { names, outermost }: Around): Around {
  const { start, end }: Span = item;
  return { names: [...names, item.words[0]?.value ?? ""], outermost: outermost ?? { file: path, start, end } };
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
