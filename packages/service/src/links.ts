import type { Item, Span } from "@kalint/syntax";
import type { Document } from "./document.js";
import { includedFiles } from "./paths.js";

/** An include's path with the one file that it reads. */
export interface DocumentLink {
  readonly span: Span;
  readonly path: string;
}

/** The includes that read exactly one file; others have more targets than a link can have, or none. */
export function documentLinks(document: Document): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "statement" && item.block) visit(item.block.items);
      if (item.kind !== "include") continue;
      const [path, second] = includedFiles(document, item.path.text);
      if (path !== undefined && second === undefined) links.push({ span: item.path, path });
    }
  };
  visit(document.tree.file.items);
  return links;
}

/** What to select around the cursor, from the smallest to the whole file: word, line, statement, content of the block. */
export function selectionSpans(document: Document, offset: number): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: document.text.length }];
  let items: readonly Item[] = document.tree.file.items;
  for (;;) {
    const item = items.find((one) => one.start <= offset && offset <= one.end);
    if (!item) break;
    spans.push({ start: item.start, end: item.end });
    const block = item.kind === "statement" ? item.block : undefined;
    if (block && block.open.end <= offset && offset <= (block.close?.start ?? block.end)) {
      spans.push({ start: block.open.end, end: block.close?.start ?? block.end });
      items = block.items;
      continue;
    }
    const words = item.kind === "statement" ? item.words : [];
    const [first, last] = [words[0], words.at(-1)];
    if (block && first && last) spans.push({ start: first.start, end: last.end });
    const word = words.find((one) => one.start <= offset && offset <= one.end);
    if (word) spans.push({ start: word.start, end: word.end });
    break;
  }
  const inner = spans.filter((span, index) => index === 0 || !same(span, spans[index - 1] as Span));
  return inner.reverse();
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
