import { checkValue, type Expectation, expectedInArguments, expectedInLine, namesOf } from "@kalint/daemon";
import {
  type Argument,
  type Keyword,
  type LineGrammar,
  lineArguments,
  lineGrammars,
  keywords as rootKeywords,
  type Version,
  wordNamed,
} from "@kalint/schema";
import type { Block, Definition, Include, Item, Span, Statement, Token, Word } from "@kalint/syntax";
import type { Document } from "./document.js";

/** A block around the cursor. `keyword` is missing where nobody knows the block's name. */
export interface Surrounding {
  readonly statement: Statement;
  readonly keyword?: Keyword;
  /** What stands directly in the block. */
  readonly items: readonly Item[];
}

interface SiteBase {
  /** Outermost first. */
  readonly blocks: readonly Surrounding[];
  /** The keyword of the innermost known block; `undefined` at the top of the file. */
  readonly block: Keyword | undefined;
  /** Everything that stands directly in the innermost block. */
  readonly siblings: readonly Item[];
  /** What the cursor stands on or behind: a word, a name; empty where it stands between words. */
  readonly span: Span;
}

/** On the first word of a line, or where one could be written. */
export interface KeywordSite extends SiteBase {
  readonly kind: "keyword";
  readonly statement?: Statement;
  readonly word?: Word;
  /** Those that the place knows, whatever the release. */
  readonly candidates: readonly Keyword[];
  readonly keyword?: Keyword;
}

/** On a word after a keyword, or on a word of a free line. */
export interface ArgumentSite extends SiteBase {
  readonly kind: "argument";
  readonly statement?: Statement;
  readonly word?: Word;
  /** The keyword before the word, or that of the block of free lines. */
  readonly keyword: Keyword;
  /** Set on a free line. */
  readonly grammar?: LineGrammar;
  /** The words that belong to the line, without a keyword, up to this one. */
  readonly before: readonly Word[];
  readonly signature: readonly Argument[];
}

/** On `$NAME` or `${NAME}`, wherever it stands outside comments. */
export interface ReferenceSite extends SiteBase {
  readonly kind: "definition-reference";
  readonly name: string;
  readonly nameSpan: Span;
  /** `${` was written, so a completion has to close it. */
  readonly braced: boolean;
}

export interface DefinitionSite extends SiteBase {
  readonly kind: "definition";
  readonly definition: Definition;
}

interface IncludeSite extends SiteBase {
  readonly kind: "include";
  readonly include: Include;
  readonly on: "directive" | "path";
}

export interface OtherSite extends SiteBase {
  readonly kind: "comment" | "condition" | "repetition" | "unknown";
}

export type Site = KeywordSite | ArgumentSite | ReferenceSite | DefinitionSite | IncludeSite | OtherSite;

/** What stands at an offset and what could be written there: the one question that every cursor feature asks. */
export function siteAt(document: Document, offset: number): Site {
  const surrounding = surroundingAt(document, offset);
  const { items } = surrounding;
  const base = {
    blocks: surrounding.blocks,
    block: surrounding.blocks.findLast((one) => one.keyword)?.keyword ?? document.within,
    siblings: items,
    span: { start: offset, end: offset },
  };

  // What is within a tag is another language.
  const tag = document.template?.tags.find(({ start, end }) => start < offset && offset < end);
  if (tag) return { ...base, kind: "unknown", span: tag };

  const token = tokenBefore(document.tree.tokens, offset);
  if (token?.kind === "comment") return { ...base, kind: "comment", span: token };

  const item = itemAt(document.text, items, offset);
  const reference = referenceAt(document.text, offset, item?.kind === "statement" ? item : undefined);
  if (reference) return { ...base, kind: "definition-reference", ...reference };
  const prefix = item && prefixAt(item, offset);
  if (prefix) return { ...base, kind: prefix.kind, span: prefix };
  if (item?.kind === "definition" && item.name.start <= offset) {
    return { ...base, kind: "definition", definition: item, span: item.name };
  }
  if (item?.kind === "include" && item.directive.start <= offset) {
    const on = offset <= item.directive.end ? "directive" : "path";
    const span =
      on === "directive"
        ? item.directive
        : { start: Math.min(offset, item.path.start), end: Math.max(offset, item.path.end) };
    return { ...base, kind: "include", include: item, on, span };
  }
  const statement = item?.kind === "statement" ? item : undefined;
  return wordSite(base, statement, offset);
}

/** What the word of an argument site may be, most likely first. */
export function expectationsAt({ keyword, grammar, before }: ArgumentSite, target: Version): readonly Expectation[] {
  const words = before.map(({ value }) => ({ value, ...(value.includes("$") && { unknown: value }) }));
  return grammar
    ? expectedInLine(grammar, words, target, keyword.name)
    : expectedInArguments(keyword.arguments, words, target);
}

/** Those that `word` satisfies, the exact ones alone where there are such; all values where it satisfies none. */
export function fitting(expectations: readonly Expectation[], word: string, target: Version): readonly Expectation[] {
  const exact = expectations.filter((one) =>
    one.kind === "option" ? namesOf(one.option).includes(word) : wordNamed(one.argument, word) !== undefined,
  );
  if (exact.length > 0) return exact;
  const values = expectations.filter((one) => one.kind === "value");
  const possible = values.filter(({ argument }) => checkValue(word, argument, target) === undefined);
  return possible.length > 0 ? possible : values;
}

/** The keywords that may stand directly in a block. */
export function keywordsIn(block: Keyword | undefined): readonly Keyword[] {
  return block ? (block.children ?? []) : rootKeywords;
}

function wordSite(base: SiteBase, statement: Statement | undefined, offset: number): Site {
  const words = statement?.words ?? [];
  const word = words.find((one) => one.start <= offset && offset <= one.end);
  const span = word ?? base.span;
  const index = word ? words.indexOf(word) : words.filter((one) => one.end < offset).length;
  const here = { ...base, span, ...(statement && { statement }), ...(word && { word }) };

  if (base.block?.kind === "lines") {
    const grammar = base.block.lines === undefined ? undefined : lineGrammars[base.block.lines];
    if (!grammar) return { ...base, kind: "unknown" };
    const signature = lineArguments(grammar, base.block.name);
    return { ...here, kind: "argument", keyword: base.block, grammar, before: words.slice(0, index), signature };
  }

  const candidates = keywordsIn(base.block);
  const keyword = candidates.find((one) => one.name === words[0]?.value);
  if (index === 0) return { ...here, kind: "keyword", candidates, ...(keyword && { keyword }) };
  if (!keyword) return { ...here, kind: "unknown" };
  return { ...here, kind: "argument", keyword, before: words.slice(1, index), signature: keyword.arguments };
}

/** The token that ends at the offset or goes on over it. */
function tokenBefore(tokens: readonly Token[], offset: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const token = tokens[low];
  return token && token.start < offset ? token : undefined;
}

function surroundingAt(document: Document, offset: number): { blocks: Surrounding[]; items: readonly Item[] } {
  const blocks: Surrounding[] = [];
  let items: readonly Item[] = document.tree.file.items;
  let table = document.within;
  for (;;) {
    const at = items.findIndex(
      (item) =>
        item.kind === "statement" &&
        item.block &&
        item.block.open.end <= offset &&
        isInside(document.text, item, item.block, offset),
    );
    const statement = items[at];
    if (statement?.kind !== "statement" || !statement.block) return { blocks, items };
    const keyword = keywordsIn(table).find((one) => one.name === statement.words[0]?.value);
    blocks.push({ statement, items: statement.block.items, ...(keyword && { keyword }) });
    // An unknown keyword's block is read with the table of the block around it (keepalived, lib/parser.c: process_stream).
    table = keyword ?? table;
    items = statement.block.items;
  }
}

function isInside(text: string, statement: Statement, block: Block, offset: number): boolean {
  if (block.close) return offset <= block.close.start;
  if (offset <= block.end) return true;
  // Where the closing brace is still to be written, an indented cursor behind the last line belongs to the block.
  return text.slice(block.end, offset).trim() === "" && columnOf(text, offset) > columnOf(text, statement.start);
}

function itemAt(text: string, items: readonly Item[], offset: number): Item | undefined {
  const item = items.findLast((one) => headOf(one).start <= offset);
  if (!item) return undefined;
  const { end } = headOf(item);
  if (offset <= end) return item;
  if (item.kind === "statement" && item.block && offset > item.block.open.start) return undefined;
  return /^[^\S\n]*$/.test(text.slice(end, offset)) ? item : undefined;
}

/** An item without its block. */
function headOf(item: Item): Span {
  if (item.kind !== "statement") return { start: item.start, end: item.end };
  const first = item.condition ?? item.repetitions[0] ?? item.words[0];
  const last = item.words.at(-1) ?? item.repetitions.at(-1) ?? item.condition;
  return { start: first?.start ?? item.start, end: last?.end ?? item.start };
}

function prefixAt(item: Item, offset: number): (Span & { kind: "condition" | "repetition" }) | undefined {
  const covers = (one: Span) => one.start <= offset && offset < one.end;
  if ("condition" in item && item.condition && covers(item.condition)) return item.condition;
  return "repetitions" in item ? item.repetitions.find(covers) : undefined;
}

const reference = /\$(?:\{([A-Za-z_]\w*)?[^}\s]*\}?|([A-Za-z_]\w*)?)/g;

function referenceAt(text: string, offset: number, statement: Statement | undefined) {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  for (const match of line.matchAll(reference)) {
    const start = lineStart + match.index;
    const end = start + match[0].length;
    const isDefinition = line.slice(0, match.index).trim() === "" && text[end] === "=" && !statement;
    if (start >= offset || offset > end || isDefinition) continue;
    const braced = match[0].startsWith("${");
    const name = match[1] ?? match[2] ?? "";
    const nameStart = start + (braced ? 2 : 1);
    return { span: { start, end }, name, nameSpan: { start: nameStart, end: nameStart + name.length }, braced };
  }
  return undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
