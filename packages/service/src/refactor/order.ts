import { say } from "@kalint/schema";
import type { Item } from "@kalint/syntax";
import type { Document } from "../document.js";
import { definitionsIn } from "../names.js";
import { siteAt } from "../site.js";
import { lineEndOf, lineStart, linesOf } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/** Puts what a line needs above the block that holds the line: keepalived reads from the top. */
export function moveAbove(document: Document, offset: number): readonly Refactoring[] {
  const found = definedBelow(document, offset);
  const { items } = document.tree.file;
  const use = items.find((item) => item.start <= offset && offset <= item.end);
  const definition = found && items.find((item) => item.start <= found.start && found.start < item.end);
  if (!found || !use || !definition || use === definition) return [];
  const from = linesOf(document, definition);
  const to = linesOf(document, use);
  if (!from || !to || from.start < to.end) return [];
  const end = lineEndOf(document.text);
  const moved = document.text.slice(from.start, from.end);
  const blank = isBlock(definition) ? end : "";
  const whole = moved.endsWith("\n") ? moved : `${moved}${end}`;
  return [
    {
      title: say`Move ${found.name} above its use`,
      kind: "move",
      settles: /^un(defined|expanded)-/,
      edits: [
        { file: document.path, start: to.start, end: to.start, text: `${whole}${blank}` },
        { file: document.path, ...withBlankAbove(document.text, from), text: "" },
      ],
    },
  ];
}

function isBlock(item: Item): boolean {
  return item.kind === "statement" && item.block !== undefined;
}

/** The name at an offset where it must be defined above and is defined below. */
function definedBelow(
  document: Document,
  offset: number,
): { readonly name: string; readonly start: number } | undefined {
  const site = siteAt(document, offset);
  if (site.kind === "definition-reference") {
    const all = definitionsIn(document).filter(
      ({ definition }) => definition.name.text.replace(/^\$/, "") === site.name,
    );
    const [first] = all;
    const isBelow = first && all.every(({ file, definition }) => file === document.path && definition.start > offset);
    return isBelow ? { name: `$${site.name}`, start: first.definition.start } : undefined;
  }
  for (const host of document.hosts) {
    const use = host.references.find(
      ({ before, place }) => before && place.file === document.path && place.start <= offset && offset <= place.end,
    );
    if (!use) continue;
    const all = host.symbols.filter(({ kind, name }) => kind === use.kind && name === use.name);
    const [first] = all;
    if (first && all.every(({ place }) => place.file === document.path && place.start > offset)) {
      return { name: first.name, start: first.statement.place.start };
    }
  }
  return undefined;
}

/** One blank line above goes too, so that no two stay behind. */
function withBlankAbove(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const above = lineStart(text, start - 1);
  return { start: start > 0 && text.slice(above, start).trim() === "" ? above : start, end };
}
