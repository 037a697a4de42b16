import type { Place } from "@kalint/daemon";
import type { Edit } from "@kalint/lint";
import { say } from "@kalint/schema";
import type { Span } from "@kalint/syntax";
import type { Document } from "./document.js";
import { definitionsIn, filesOf, symbolAt, symbolsOfKind } from "./names.js";
import { conditionsOf, idIn, referencesTo, sharedFiles } from "./navigate.js";
import { siteAt } from "./site.js";

/** The name under the cursor, or why it cannot be changed. */
export type Renameable = { readonly span: Span; readonly name: string } | { readonly problem: string };

/** `elsewhere`: files that only other hosts read; somebody should look at what changes there. */
export type Rename =
  | { readonly edits: readonly Edit[]; readonly elsewhere: ReadonlySet<string> }
  | { readonly problem: string };

/** Whether the cursor stands on a name that the configuration itself gives. */
export function renameableAt(document: Document, offset: number): Renameable {
  if (document.template) return { problem: say`Tags of a template may contain the name too, so it is not renamed.` };
  const found = nameAt(document, offset);
  if (!found) return { problem: say`Only names that the configuration defines can be changed.` };
  const text = document.text.slice(found.span.start, found.span.end);
  if (bare(text) !== found.name) return { problem: say`${text} expands to the name: change its definition.` };
  return { span: found.span, name: found.name };
}

/** The edits that give the name under the cursor another text: in all files that the hosts read, and on the other hosts of a cluster. */
export function renameAt(document: Document, offset: number, newName: string): Rename {
  const found = nameAt(document, offset);
  const renameable = renameableAt(document, offset);
  if ("problem" in renameable || !found) return renameable as Rename;
  const problem = problemWith(document, offset, found.kind, newName);
  if (problem) return { problem };
  const own = new Set(filesOf(document).map(({ path }) => path));
  const places = referencesTo(document, offset, true);
  const edits: Edit[] = [];
  for (const place of places) {
    const written = document.host.read(place.file)?.slice(place.start, place.end) ?? "";
    if (bare(written) !== found.name) {
      return { problem: say`${written} in ${place.file} expands to the name: change its definition.` };
    }
    edits.push(editOf(place, written, newName, found.kind));
  }
  return { edits, elsewhere: new Set(edits.map(({ file }) => file).filter((file) => !own.has(file))) };
}

type NameKind = "variable" | "config-id" | "name";

function nameAt(document: Document, offset: number) {
  const site = siteAt(document, offset);
  if (site.kind === "definition") {
    return { span: site.span, name: bare(site.definition.name.text), kind: "variable" as const };
  }
  if (site.kind === "definition-reference") {
    const known = definitionsIn(document).some(({ definition }) => bare(definition.name.text) === site.name);
    return known ? { span: site.nameSpan, name: site.name, kind: "variable" as const } : undefined;
  }
  if (site.kind === "condition") {
    const name = idIn(document, site.span);
    const [here] = conditionsOf(document, name).filter(
      ({ file, start }) => file === document.path && start >= site.span.start,
    );
    return here ? { span: { start: here.start, end: here.end }, name, kind: "config-id" as const } : undefined;
  }
  const symbol = symbolAt(document, offset);
  const name = symbol?.definition?.name ?? symbol?.reference?.name;
  return symbol && name !== undefined ? { span: site.span, name, kind: "name" as const } : undefined;
}

/** A name without the marks around it: `"VI 1"`, `$NAME`, `${NAME}`. */
function bare(written: string): string {
  return (
    /^"(.*)"$|^\$\{(\w*)\}$|^\$(\w+)$/
      .exec(written)
      ?.slice(1)
      .find((part) => part !== undefined) ?? written
  );
}

function editOf(place: Place, written: string, newName: string, kind: NameKind): Edit {
  if (kind === "config-id") return { ...place, text: newName };
  if (kind === "name") return { ...place, text: /[\s#!{}]/.test(newName) ? `"${newName}"` : newName };
  const lead = /^\$?\{?/.exec(written)?.[0].length ?? 0;
  const tail = written.endsWith("}") ? 1 : 0;
  return { ...place, start: place.start + lead, end: place.end - tail, text: newName };
}

function problemWith(document: Document, offset: number, kind: NameKind, newName: string): string | undefined {
  if (kind === "variable") return variableProblem(document, newName);
  if (kind === "name") return nameProblem(document, offset, newName);
  if (!/^[\w.-]+$/.test(newName)) return say`${newName} is no config-id: letters, digits, dots, _ and - only.`;
  return conditionsOf(document, newName).length > 0 ? say`There are lines for @${newName} already.` : undefined;
}

function variableProblem(document: Document, newName: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(newName)) return say`${newName} is no name for a definition: letters, digits and _ only.`;
  const taken = definitionsIn(document, sharedFiles(document)).some(
    ({ definition }) => bare(definition.name.text) === newName,
  );
  return taken ? say`$${newName} is defined already.` : undefined;
}

function nameProblem(document: Document, offset: number, newName: string): string | undefined {
  if (newName === "" || /["$\n\r]/.test(newName)) return say`"${newName}" cannot be written as a name.`;
  const symbol = symbolAt(document, offset);
  const kind = symbol?.definition?.kind ?? symbol?.reference?.kind;
  const taken = kind !== undefined && symbolsOfKind(document, kind).some((one) => one.name === newName);
  return taken ? say`There is a ${kind} ${newName} already.` : undefined;
}
