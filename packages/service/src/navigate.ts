import type { HostConfiguration, Place } from "@kalint/daemon";
import type { Condition, Item, Span } from "@kalint/syntax";
import { companyOf } from "./company.js";
import type { Document } from "./document.js";
import { scriptTargets } from "./links.js";
import { definitionsIn, filesAmong, filesOf, nameOf, type ReadFile, symbolAt } from "./names.js";
import { includedFiles } from "./paths.js";
import { siteAt } from "./site.js";

/** Where the thing under the cursor comes from: a definition, an included file, the block that has the name. */
export function definitionAt(document: Document, offset: number): readonly Place[] {
  const site = siteAt(document, offset);
  if (site.kind === "include") {
    return includedFiles(document, site.include.path.text).map((file) => ({ file, start: 0, end: 0 }));
  }
  if (site.kind === "definition-reference" || site.kind === "definition") {
    const name = site.kind === "definition" ? definedName(site.definition.name.text) : site.name;
    return definitionsOf(document, name, filesOf(document));
  }
  if (site.kind === "argument" && site.statement) {
    const scripts = scriptTargets(document, site.statement).filter(
      ({ span }) => span.start <= offset && offset <= span.end,
    );
    if (scripts.length > 0) return scripts.map(({ path }) => ({ file: path, start: 0, end: 0 }));
  }
  const definition = symbolAt(document, offset)?.definition;
  return definition ? [nameOf(definition)] : [];
}

function definitionsOf(document: Document, name: string, files: readonly ReadFile[]): readonly Place[] {
  return definitionsIn(document, files)
    .filter(({ definition }) => definedName(definition.name.text) === name)
    .map(({ file, definition }) => ({ file, start: definition.name.start, end: definition.name.end }));
}

/**
 * Every place that names the thing under the cursor, its definition first if it is asked for: in all files that the hosts
 * read, and on the other hosts of the cluster.
 */
export function referencesTo(document: Document, offset: number, includeDefinition: boolean): readonly Place[] {
  const site = siteAt(document, offset);
  if (site.kind === "definition-reference" || site.kind === "definition") {
    const name = site.kind === "definition" ? definedName(site.definition.name.text) : site.name;
    const files = sharedFiles(document);
    return [
      ...(includeDefinition ? definitionsOf(document, name, files) : []),
      ...usesOfDefinition(document, name, files),
    ];
  }
  if (site.kind === "condition") return conditionsOf(document, idIn(document, site.span));
  const found = symbolAt(document, offset);
  if (!found) return [];
  const kind = found.definition?.kind ?? found.reference?.kind;
  const name = found.definition?.name ?? found.reference?.name;
  const places = hostsSharing(document).flatMap((host) => [
    ...(includeDefinition ? host.symbols.filter((one) => one.kind === kind && one.name === name).map(nameOf) : []),
    ...host.references.filter((one) => one.kind === kind && one.name === name).map((one) => one.place),
  ]);
  return unique(places);
}

/** The ids behind `@` and `@^` that are the same, wherever the hosts that read the document, and the others of the cluster, have them. */
export function conditionsOf(document: Document, id: string): readonly Place[] {
  return sharedFiles(document).flatMap(({ path, items }) =>
    [...conditionsIn(items)]
      .filter((one) => one.id === id)
      .map(({ start, end, negated }) => ({
        file: path,
        start: start + (negated ? 2 : 1),
        end: Math.min(end, start + (negated ? 2 : 1) + id.length),
      })),
  );
}

export function idIn({ text }: Document, { start, end }: Span): string {
  return /^@\^?(\S*)/.exec(text.slice(start, end))?.[1] ?? "";
}

function* conditionsIn(items: readonly Item[]): Iterable<Condition> {
  for (const item of items) {
    if (item.kind === "strayClose") continue;
    if (item.condition) yield item.condition;
    yield* item.furtherConditions ?? [];
    if (item.kind !== "statement" || !item.block) continue;
    yield* conditionsIn(item.block.items);
    if (item.block.close?.prefixes?.condition) yield item.block.close.prefixes.condition;
  }
}

/** The document's own hosts first, then the others that read it or share a cluster with one that does. */
function hostsSharing(document: Document): readonly HostConfiguration[] {
  const { own, others, clusters } = companyOf(document);
  const known = new Set(clusters.flatMap(({ hosts }) => hosts));
  return [...document.hosts, ...own, ...others.filter((host) => known.has(host))];
}

/** The files of all hosts that share names with the document, its own first. */
export function sharedFiles(document: Document): readonly ReadFile[] {
  return uniqueFiles([...filesOf(document), ...filesAmong(document, hostsSharing(document))]);
}

function uniqueFiles(files: readonly ReadFile[]): readonly ReadFile[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.file}:${place.start}`, place])).values()];
}

export function usesOfDefinition(document: Document, name: string, files = filesOf(document)): Place[] {
  // A bare `$NAME` is replaced only before a blank, a comma, a parenthesis or the line's end (keepalived, lib/parser.c: replace_param).
  const use = new RegExp(`\\$(?:\\{${name}\\}|${name}(?=[ \\t,)]|$))`, "gm");
  return files.flatMap(({ path, text }) =>
    Array.from(text.matchAll(use), (match) => ({ file: path, start: match.index, end: match.index + match[0].length })),
  );
}

function definedName(text: string): string {
  return text.replace(/^\$/, "");
}
