/** JSON as a configuration: the words of the JSON, laid out. */
import { say } from "@kalint/schema";
import type { JsonBlock, JsonConfiguration, JsonItem, JsonPrefixed } from "./types.js";
import { confWord, mark, oneLine } from "./words.js";

/** Where in the JSON something cannot be written: keys and indices from the root. */
export class Unwritable extends Error {
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[], message: string) {
    super(message);
    this.path = path;
  }
}

/** Throws an `Unwritable` at the first text that no configuration can hold. */
export function textOf({ items, comments, byteOrderMark }: JsonConfiguration): string {
  const page: Page = { lines: [] };
  writeItems(page, items, 0, ["items"]);
  for (const [index, comment] of (comments ?? []).entries()) put(page, 0, commentText(comment, ["comments", index]));
  const text = page.lines.length === 0 ? "" : `${page.lines.join("\n")}\n`;
  if (byteOrderMark) return `${mark}${text}`;
  // At the start of a file it would be another thing than in its first word.
  return text.startsWith(mark) ? ` ${text}` : text;
}

interface Page {
  readonly lines: string[];
}

type Path = readonly (string | number)[];

function put(page: Page, depth: number, text: string, joined = false): void {
  if (joined && page.lines.length > 0) page.lines.push(`${page.lines.pop()} ${text}`);
  else page.lines.push(`${"    ".repeat(depth)}${text}`);
}

function writeItems(page: Page, items: readonly JsonItem[], depth: number, path: Path): void {
  for (const [index, item] of items.entries()) {
    const here = [...path, index];
    // A blank line between the blocks of the file.
    if (depth === 0 && index > 0 && !item.joined && ("block" in item || "block" in items[index - 1]!))
      page.lines.push("");
    for (const [at, comment] of (item.comments ?? []).entries()) {
      put(page, depth, commentText(comment, [...here, "comments", at]));
    }
    writeItem(page, item, depth, here);
    if (item.comment !== undefined) put(page, depth, commentText(item.comment, [...here, "comment"]), true);
  }
}

function writeItem(page: Page, item: JsonItem, depth: number, path: Path): void {
  const putLine = (text: string) =>
    put(page, depth, [...prefixTexts(item, path), text].join(" ").replace(/(?<![ \t])[ \t]+$/, ""), item.joined);
  if ("define" in item) {
    const last = item.lines.length - 1;
    const lines = item.lines.map(
      (line, index) => `${checked(line, [...path, "lines", index])}${index < last ? " \\" : ""}`,
    );
    putLine(`$${checked(item.define, [...path, "define"])}=${lines.join("\n        ")}`);
  } else if ("include" in item)
    putLine(`${item.directive ?? "include"} ${checked(item.include, [...path, "include"])}`);
  else if ("close" in item) putLine("}");
  else {
    const words =
      "line" in item
        ? item.line.map((word, index) => wordText(word, [...path, "line", index]))
        : [
            wordText(item.keyword, [...path, "keyword"]),
            ...(item.arguments ?? []).map((word, index) => wordText(word, [...path, "arguments", index])),
            ...(item.text === undefined ? [] : [checked(item.text, [...path, "text"])]),
          ];
    putLine(words.join(" "));
    if (item.block !== undefined) writeBlock(page, item.block, depth, [...path, "block"]);
  }
}

function writeBlock(page: Page, block: JsonBlock, depth: number, path: Path): void {
  const { before = [], ownLine, comment, items, comments = [], close } = block;
  for (const [index, text] of before.entries()) put(page, depth, commentText(text, [...path, "before", index]));
  put(page, depth, "{", !ownLine && before.length === 0);
  if (comment !== undefined) put(page, depth, commentText(comment, [...path, "comment"]), true);
  writeItems(page, items, depth + 1, [...path, "items"]);
  for (const [index, text] of comments.entries()) put(page, depth + 1, commentText(text, [...path, "comments", index]));
  if (close === false) return;
  put(page, depth, [...(close ? prefixTexts(close, [...path, "close"]) : []), "}"].join(" "), close?.joined);
}

function prefixTexts({ if: id, unless, prefixes }: JsonPrefixed, path: Path): readonly string[] {
  if (id !== undefined) return [`@${checked(id, [...path, "if"])}`];
  if (unless !== undefined) return [`@^${checked(unless, [...path, "unless"])}`];
  return (prefixes ?? []).map((prefix, index) => checked(prefix, [...path, "prefixes", index]));
}

function commentText(text: string, path: Path): string {
  if (!/^[#!]/.test(text)) throw new Unwritable(path, say`a comment must begin with # or !`);
  return checked(text, path);
}

function wordText(word: Parameters<typeof confWord>[0], path: Path): string {
  return guarded(() => confWord(word), path);
}

function checked(text: string, path: Path): string {
  return guarded(() => oneLine(text), path);
}

function guarded(make: () => string, path: Path): string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unwritable(path, error.message);
  }
}
