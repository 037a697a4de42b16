import { say } from "@kalint/schema";
import { agreedValues, situationAt } from "../completion/company-values.js";
import type { Document } from "../document.js";
import { siteAt } from "../site.js";
import type { Refactoring } from "./refactorings.js";

/** What has to be the same on all hosts, as another host has it. */
export function otherHostsValue(document: Document, offset: number): readonly Refactoring[] {
  const site = siteAt(document, offset);
  if ((site.kind !== "argument" && site.kind !== "keyword") || !site.keyword || !site.statement) return [];
  const [, word, ...rest] = site.statement.words;
  if (!word || rest.length > 0 || word.value.includes("$") || ("grammar" in site && site.grammar)) return [];
  const values = new Map<string, string>();
  for (const { value, detail } of agreedValues(site.keyword.path, situationAt(document, site))) {
    if (value !== word.value && !values.has(value)) values.set(value, detail);
  }
  return [...values].map(([value, detail]) => ({
    title: say`Use ${value} ${detail}`,
    kind: "rewrite",
    settles: /^mismatched-/,
    edits: [{ file: document.path, start: word.start, end: word.end, text: /\s/.test(value) ? `"${value}"` : value }],
  }));
}
