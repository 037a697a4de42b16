import type { HostConfiguration, SymbolDefinition, SymbolReference } from "@kalint/daemon";
import type { SymbolKind } from "@kalint/schema";
import type { Definition, Item } from "@kalint/syntax";
import type { Document } from "./document.js";

/** A `$NAME=value` line with the file that holds it. */
interface PlacedDefinition {
  readonly file: string;
  readonly definition: Definition;
}

/** Everything of one kind that the document's hosts define, each name once. */
export function symbolsOfKind(document: Document, kind: SymbolKind): readonly SymbolDefinition[] {
  const symbols = document.hosts.flatMap((host) =>
    host.symbols.filter((symbol) => symbol.kind === kind && isNamed(symbol)),
  );
  return uniqueBy(symbols, (symbol) => symbol.name);
}

/** A tag gives names that nobody knows. */
function isNamed({ statement }: SymbolDefinition): boolean {
  return statement.words.every((word) => word.unknown === undefined);
}

/** The symbol whose defining name, or a reference to it, stands at `offset` of the document. */
export function symbolAt(
  document: Document,
  offset: number,
): { readonly definition: SymbolDefinition | undefined; readonly reference: SymbolReference | undefined } | undefined {
  const here = (place: { file: string; start: number; end: number }) =>
    place.file === document.path && place.start <= offset && offset <= place.end;
  for (const host of document.hosts) {
    const reference = host.references.find((one) => here(one.place));
    if (reference) return { definition: reference.definition, reference };
    const definition = host.symbols.find((one) => here(nameOf(one)));
    if (definition) return { definition, reference: undefined };
  }
  return undefined;
}

/** The name of a symbol where it is defined. */
export function nameOf(symbol: SymbolDefinition) {
  return symbol.statement.words.slice(1).find((word) => word.value === symbol.name)?.place ?? symbol.place;
}

/** All `$NAME=value` lines that the document and the files it includes hold, in the order of the files. */
export function definitionsIn(document: Document, files = filesOf(document)): readonly PlacedDefinition[] {
  return files.flatMap(({ path, items }) =>
    [...definitionsOf(items)].map((definition) => ({ file: path, definition })),
  );
}

export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly items: readonly Item[];
}

/** The document's tree, then those of all files that a host reads which reads this one. */
export function filesOf(document: Document): readonly ReadFile[] {
  const reading = document.clusters
    .flatMap(({ hosts }) => hosts)
    .filter(({ effective }) => effective.files.some(({ path }) => path === document.path));
  return filesAmong(document, reading);
}

/** The document's tree, then those of all files that its hosts and these read. */
export function filesAmong(document: Document, hosts: readonly HostConfiguration[]): readonly ReadFile[] {
  const sources = uniqueBy(
    [...document.hosts, ...hosts].flatMap((host) => host.effective.files),
    (file) => file.path,
  );
  const others = sources.filter((file) => file.path !== document.path);
  return [document, ...others].map((file) => ({
    path: file.path,
    text: file.text,
    items: file.tree.file.items,
  }));
}

function* definitionsOf(items: readonly Item[]): Iterable<Definition> {
  for (const item of items) {
    if (item.kind === "definition") yield item;
    if (item.kind === "statement" && item.block) yield* definitionsOf(item.block.items);
  }
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}
