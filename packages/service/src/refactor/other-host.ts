import { say } from "@kalint/schema";
import { agreedValues, situationAt } from "../completion/company-values.js";
import { quoted } from "../completion/written.js";
import type { Document } from "../document.js";
import { siteAt } from "../site.js";
import type { Refactoring } from "./refactorings.js";

/** What has to be the same on all hosts, as another host has it. */
export function otherHostsValue(document: Document, offset: number): readonly Refactoring[] {
  const site = siteAt(document, offset);
  if ((site.kind !== "argument" && site.kind !== "keyword") || !site.keyword || !site.statement) return [];
  const [, word, ...rest] = site.statement.words;
  if (!word || site.statement.block || ("grammar" in site && site.grammar)) return [];
  const words = [word, ...rest];
  if (words.some(({ value }) => value.includes("$"))) return [];
  const now = words.map(({ value }) => quoted(value)).join(" ");
  const values = new Map<string, string>();
  for (const { value, line, detail } of agreedValues(site.keyword.path, situationAt(document, site))) {
    if (rest.length > 0 && line === undefined) continue;
    const there = line ?? quoted(value);
    if (there !== now && !values.has(there)) values.set(there, detail);
  }
  const { start } = word;
  const { end } = words.at(-1)!;
  return [...values].map(([value, detail]) => ({
    title: say`Use ${value} ${detail}`,
    kind: "rewrite",
    settles: /^mismatched-/,
    edits: [{ file: document.path, start, end, text: value }],
  }));
}
