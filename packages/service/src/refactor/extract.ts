import { directives, isKnownIn, say } from "@kalint/schema";
import type { Word } from "@kalint/syntax";
import type { Document } from "../document.js";
import { definitionsIn } from "../names.js";
import { type ArgumentSite, expectationsAt, fitting, siteAt } from "../site.js";
import { lineEndOf, linesOf, statementsIn } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/** Gives a value a name at the top of the file: here alone, or wherever the same keyword has it. */
export function extractDefinition(document: Document, offset: number): readonly Refactoring[] {
  const site = siteAt(document, offset);
  const definitions = directives.find(({ name }) => name === "$");
  if (site.kind !== "argument" || !site.word || !definitions || !isKnownIn(definitions, document.target)) return [];
  if (!isValue(document, site)) return [];
  const { word } = site;
  const name = freeName(document, site);
  const same = sameWords(document, site);
  const place = insertAt(document, Math.min(word.start, ...same.map(({ start }) => start)));
  if (place === undefined) return [];
  const definition = {
    file: document.path,
    start: place.at,
    end: place.at,
    text: `$${name}=${word.text}${place.tail}`,
  };
  const edited = (words: readonly Word[]) => [definition, ...words.map((one) => replacement(document, one, name))];
  return [
    { title: say`Extract ${word.text} to $${name}`, kind: "extract", edits: edited([word]) },
    ...(same.length > 1
      ? [
          {
            title: say`Extract all ${same.length} ${word.text} to $${name}`,
            kind: "extract" as const,
            edits: edited(same),
          },
        ]
      : []),
  ];
}

/** Names and options are no values, and what holds a reference or cannot stand behind `=` stays where it is. */
function isValue(document: Document, site: ArgumentSite): boolean {
  const { word } = site;
  if (!word || word.unterminated || /[$\\]/.test(word.text) || word.text === "") return false;
  if (site.keyword.defines !== undefined && site.before.length === 0 && !site.grammar) return false;
  const [expected] = fitting(expectationsAt(site, document.target), word.value, document.target);
  return expected?.kind === "value" && expected.argument.type !== "reference" && expected.argument.type !== "literal";
}

function sameWords(document: Document, { word, keyword, grammar }: ArgumentSite): readonly Word[] {
  if (grammar) return word ? [word] : [];
  return [...statementsIn(document)]
    .filter(({ words }) => words[0]?.value === keyword.name)
    .flatMap(({ words }) => words.slice(1).filter(({ text }) => text === word?.text));
}

function replacement({ path, text }: Document, { start, end }: Word, name: string) {
  // A bare `$NAME` ends only at a blank, a comma or a parenthesis (keepalived, lib/parser.c: replace_param).
  const isBare = end === text.length || /[\s,)]/.test(text[end] ?? "");
  return { file: path, start, end, text: isBare ? `$${name}` : `\${${name}}` };
}

function freeName(document: Document, { keyword }: ArgumentSite): string {
  const stem = keyword.name.toUpperCase().replace(/\W/g, "_");
  const taken = new Set(definitionsIn(document).map(({ definition }) => definition.name.text.replace(/^\$/, "")));
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}_${number}`;
  return name;
}

/** Behind the definitions that the file has above the use, else above its first line that is no comment. */
function insertAt(document: Document, use: number): { readonly at: number; readonly tail: string } | undefined {
  const { items } = document.tree.file;
  const end = lineEndOf(document.text);
  const [first] = items;
  if (!first) return undefined;
  const above = items.findLast((item) => item.kind === "definition" && item.end <= use);
  if (above) {
    const lines = linesOf(document, above);
    return lines && { at: lines.end, tail: end };
  }
  const lines = linesOf(document, first);
  return lines && { at: lines.start, tail: `${end}${end}` };
}
