import type { Place } from "@kalint/daemon";
import type { Document } from "./document.js";
import { scriptTargets } from "./links.js";
import { definitionsIn, filesOf, nameOf, symbolAt } from "./names.js";
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
    return definitionsIn(document)
      .filter(({ definition }) => definedName(definition.name.text) === name)
      .map(({ file, definition }) => ({ file, start: definition.name.start, end: definition.name.end }));
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

/** Every place that names the thing under the cursor, its definition first if it is asked for. */
export function referencesTo(document: Document, offset: number, includeDefinition: boolean): readonly Place[] {
  const site = siteAt(document, offset);
  if (site.kind === "definition-reference" || site.kind === "definition") {
    const name = site.kind === "definition" ? definedName(site.definition.name.text) : site.name;
    return [...(includeDefinition ? definitionAt(document, offset) : []), ...usesOfDefinition(document, name)];
  }
  const found = symbolAt(document, offset);
  if (!found) return [];
  const kind = found.definition?.kind ?? found.reference?.kind;
  const name = found.definition?.name ?? found.reference?.name;
  const places = document.hosts.flatMap((host) => [
    ...(includeDefinition ? host.symbols.filter((one) => one.kind === kind && one.name === name).map(nameOf) : []),
    ...host.references.filter((one) => one.kind === kind && one.name === name).map((one) => one.place),
  ]);
  return [...new Map(places.map((place) => [`${place.file}:${place.start}`, place])).values()];
}

function usesOfDefinition(document: Document, name: string): Place[] {
  // A bare `$NAME` is replaced only before a blank, a comma, a parenthesis or the line's end (keepalived, lib/parser.c: replace_param).
  const use = new RegExp(`\\$(?:\\{${name}\\}|${name}(?=[ \\t,)]|$))`, "gm");
  return filesOf(document).flatMap(({ path, text }) =>
    Array.from(text.matchAll(use), (match) => ({ file: path, start: match.index, end: match.index + match[0].length })),
  );
}

function definedName(text: string): string {
  return text.replace(/^\$/, "");
}
