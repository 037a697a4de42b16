import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { definitionsIn } from "../names.js";
import { usesOfDefinition } from "../navigate.js";
import { siteAt } from "../site.js";
import { removal } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/** Writes a definition's value wherever its name is used, and takes the definition away. */
export function inlineDefinition(document: Document, offset: number): readonly Refactoring[] {
  const site = siteAt(document, offset);
  if (site.kind !== "definition" && site.kind !== "definition-reference") return [];
  const name = site.kind === "definition" ? site.definition.name.text.replace(/^\$/, "") : site.name;
  const all = definitionsIn(document).filter(({ definition }) => definition.name.text.replace(/^\$/, "") === name);
  const [only] = all;
  // Of several the last one counts, of a conditional one nobody knows on which host, and lines do not fit into a line.
  if (all.length !== 1 || !only || only.file !== document.path) return [];
  const { definition } = only;
  const [value] = definition.lines;
  if (definition.lines.length !== 1 || !value || definition.condition || definition.repetitions.length > 0) return [];
  const gone = removal(document, definition);
  const uses = usesOfDefinition(document, name);
  if (!gone || uses.length === 0) return [];
  // Before its definition a name is a text like any other.
  if (uses.some(({ file, start }) => file === document.path && start < definition.start)) return [];
  const edits = uses.map((place) => ({ ...place, text: value.text }));
  return [{ title: say`Write ${value.text} for $${name}`, kind: "inline", edits: [gone, ...edits] }];
}
