import { assignArguments } from "@kalint/daemon";
import { allKeywords } from "@kalint/schema";
import { type Item, itemsOf, type Span, type Statement, type Word } from "@kalint/syntax";
import type { Document } from "./document.js";
import { directoryOf, includedFiles, joinPath, relativePath } from "./paths.js";

/** A path in the text with a file that it names. */
export interface DocumentLink {
  readonly span: Span;
  readonly path: string;
  readonly tooltip: string;
}

/** Every file that an include reads, one link each, and every script that lies on this machine. */
export function documentLinks(document: Document): readonly DocumentLink[] {
  const folder = directoryOf(document.path);
  const left = { names: 10_000 };
  return [...itemsOf(document.tree)].flatMap(({ item }): DocumentLink[] => {
    const targets =
      item.kind === "include"
        ? includedFiles(document, item.path.text, left).map((path) => ({ span: item.path, path }))
        : item.kind === "statement"
          ? scriptTargets(document, item)
          : [];
    return targets.map((target) => ({ ...target, tooltip: relativePath(folder, target.path) }));
  });
}

/** Keywords that take a command; their names take one wherever they are. */
const commandKeywords = new Map(
  allKeywords.filter((one) => one.arguments.some(({ type }) => type === "script")).map((one) => [one.name, one]),
);

/** The program of a line's command, where it is found. */
export function scriptTargets(document: Document, { words }: Statement): readonly { span: Span; path: string }[] {
  const keyword = commandKeywords.get(words[0]?.value ?? "");
  if (!keyword) return [];
  const { values } = assignArguments<Word>(keyword.arguments, words.slice(1), document.target);
  return values.flatMap(({ argument, word }) => {
    if (argument.type !== "script") return [];
    const [program = ""] = word.value.trimStart().split(/\s/);
    const path = programFile(document, program);
    if (path === undefined) return [];
    const start = word.start + word.text.indexOf(program);
    return [{ span: { start, end: start + program.length }, path }];
  });
}

/** As it is named or, for what will lie in keepalived's own folder, beside the file. */
function programFile(document: Document, program: string): string | undefined {
  if (!program.startsWith("/")) return undefined;
  if (isFile(document, program)) return program;
  if (!program.startsWith("/etc/keepalived/")) return undefined;
  const beside = joinPath(directoryOf(document.path), program.slice("/etc/keepalived/".length));
  return isFile(document, beside) ? beside : undefined;
}

function isFile(document: Document, path: string): boolean {
  return document.host.stat(path)?.kind === "file";
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
