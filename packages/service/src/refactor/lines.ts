import type { Edit } from "@kalint/lint";
import { type Item, itemsOf, type Span, type Statement } from "@kalint/syntax";
import type { Document } from "../document.js";

/** The lines of an item with the comment lines directly above it; `undefined` where something else is on them. */
export function linesOf({ text }: Document, item: Item): Span | undefined {
  const first = lineStart(text, item.start);
  const next = text.indexOf("\n", item.end);
  const end = next === -1 ? text.length : next + 1;
  const after = text.slice(item.end, end).trim();
  if (text.slice(first, item.start).trim() !== "" || !(after === "" || /^[#!]/.test(after))) return undefined;
  let start = first;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*[#!]/.test(text.slice(above, start))) break;
    start = above;
  }
  return { start, end };
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

export function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}

export function removal(document: Document, item: Item): Edit | undefined {
  const lines = linesOf(document, item);
  return lines && { file: document.path, ...lines, text: "" };
}

/** Lines put behind an item's own. */
export function insertionAfter({ path, text }: Document, item: Span, lines: readonly string[]): Edit {
  const next = text.indexOf("\n", item.end);
  const at = next === -1 ? text.length : next + 1;
  const end = lineEndOf(text);
  const lead = next === -1 ? end : "";
  return { file: path, start: at, end: at, text: `${lead}${lines.map((line) => `${line}${end}`).join("")}` };
}

/** Lines put behind the last one of a block, like that one indented; `undefined` where the block is empty or on one line. */
export function appendedTo(document: Document, { block }: Statement, lines: readonly string[]): Edit | undefined {
  const last = block?.items.at(-1);
  if (!block || !last || !document.text.slice(last.end, block.close?.start ?? last.end).includes("\n"))
    return undefined;
  const indent = indentAt(document.text, last.start);
  return insertionAfter(
    document,
    last,
    lines.map((line) => `${indent}${line}`),
  );
}

/** The block of a root keyword that the offset lies in. */
export function rootBlockAt(document: Document, offset: number, name: string): Statement | undefined {
  return document.tree.file.items.find(
    (item): item is Statement =>
      item.kind === "statement" && item.words[0]?.value === name && item.start <= offset && offset <= item.end,
  );
}

/** On a block's header, or in one of these statements of it: where a change of the whole block is looked for. */
export function isOnHeaderOr(statement: Statement, offset: number, names: readonly string[]): boolean {
  if (offset <= (statement.block?.open.end ?? statement.end)) return true;
  return names.some((name) => childrenOf(statement, name).some(({ start, end }) => start <= offset && offset <= end));
}

/** The statements of one keyword directly in a block. */
export function childrenOf({ block }: Statement, name: string): readonly Statement[] {
  return (block?.items ?? []).filter(
    (item): item is Statement => item.kind === "statement" && item.words[0]?.value === name,
  );
}

/** How much deeper a block's content is than its header. */
export function innerIndent(text: string, { block, start }: Statement): string {
  const [first] = block?.items ?? [];
  const inner = first && first.start > lineStart(text, first.start) ? indentAt(text, first.start) : "";
  return inner === "" ? `${indentAt(text, start)}    ` : inner;
}

/** Every statement of a file. */
export function* statementsIn(document: Document): Iterable<Statement> {
  for (const { item } of itemsOf(document.tree)) if (item.kind === "statement") yield item;
}
