import { type Assignment, assignArguments, assignLine, type ValueArgument } from "@kalint/daemon";
import { isKnownIn, type Keyword, lineGrammars, wordNamed } from "@kalint/schema";
import type { Item, Span, Statement, Word } from "@kalint/syntax";
import type { Document } from "../document.js";
import { isDeprecatedIn } from "../pages.js";
import { keywordsIn } from "../site.js";

export const tokenTypes = [
  "keyword",
  "block",
  "name",
  "reference",
  "interface",
  "address",
  "number",
  "string",
  "value",
  "option",
  "variable",
  "configId",
  "directive",
  "unknown",
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** A word, or a part of one, on one line. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly deprecated?: true;
}

/** What each word is, in the order of the text; those that touch `within` where it is given. */
export function semanticTokens(document: Document, within?: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  readItems(document.tree.file.items, document.within, { document, within, tokens });
  const tags = document.template?.tags ?? [];
  // A tag has the colours of its own language.
  return tags.length === 0
    ? tokens
    : tokens.filter((token) => tags.every((tag) => token.end <= tag.start || tag.end <= token.start));
}

interface Reading {
  readonly document: Document;
  readonly within: Span | undefined;
  readonly tokens: SemanticToken[];
}

function readItems(items: readonly Item[], block: Keyword | undefined, reading: Reading): void {
  const { within } = reading;
  for (const item of items) {
    if (within && (item.end < within.start || item.start > within.end)) continue;
    if (item.kind === "strayClose") continue;
    readPrefixes(item, reading);
    if (item.kind === "definition") {
      add(reading, item.name, "variable");
      for (const line of item.lines) readReferences(line, reading);
    } else if (item.kind === "include") {
      add(reading, item.directive, "directive");
      add(reading, item.path, "string");
    } else readStatement(item, block, reading);
  }
}

function readPrefixes(item: Exclude<Item, { kind: "strayClose" }>, reading: Reading): void {
  const conditions = [item.condition, ...(item.furtherConditions ?? [])].filter((one) => one !== undefined);
  const prefixes = [
    ...conditions.map((one) => ({ start: one.start, end: one.end, type: "configId" as const })),
    ...item.repetitions.map((one) => ({ start: one.start, end: one.end, type: "directive" as const })),
  ];
  for (const one of prefixes.sort((a, b) => a.start - b.start)) add(reading, one, one.type);
}

function readStatement(statement: Statement, block: Keyword | undefined, reading: Reading): void {
  const { target } = reading.document;
  const { words } = statement;
  const [first, ...rest] = words;
  const grammar = block?.kind === "lines" && block.lines !== undefined ? lineGrammars[block.lines] : undefined;
  if (block && grammar) {
    readWords(words, assignLine(grammar, words.map(asRead), target, block.name), undefined, reading);
    return;
  }
  const keyword = first && keywordsIn(block).find(({ name }) => name === first.value);
  if (first) {
    const type = !keyword ? "unknown" : keyword.kind === "block" || keyword.kind === "lines" ? "block" : "keyword";
    const old = keyword && (isDeprecatedIn(keyword.deprecated, target) || !isKnownIn(keyword, target));
    add(reading, first, type, old === true);
  }
  if (keyword) readWords(rest, assignArguments(keyword.arguments, rest.map(asRead), target), keyword, reading);
  else for (const word of rest) readReferences(word, reading);
  if (statement.block) readItems(statement.block.items, keyword ?? block, reading);
}

interface ReadWord {
  readonly value: string;
  readonly unknown?: string;
  readonly word: Word;
}

function asRead(word: Word): ReadWord {
  return { value: word.value, word, ...(word.value.includes("$") && { unknown: word.value }) };
}

function readWords(
  words: readonly Word[],
  { values, optionWords }: Assignment<ReadWord>,
  keyword: Keyword | undefined,
  reading: Reading,
): void {
  const types = new Map<Word, TokenType>(optionWords.map(({ word }) => [word.word, "option"]));
  for (const [index, { argument, word }] of values.entries()) {
    const names = keyword?.defines !== undefined && index === 0 && argument.type === "string";
    const type = names ? "name" : typeOf(argument, word.value);
    if (type) types.set(word.word, type);
  }
  for (const word of words) {
    const type = types.get(word);
    if (word.value.includes("$")) readReferences(word, reading);
    else if (type) add(reading, word, type);
  }
}

function typeOf(argument: ValueArgument, value: string): TokenType | undefined {
  if (wordNamed(argument, value)) return "value";
  switch (argument.type) {
    case "reference":
      return "reference";
    case "interface":
      return "interface";
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return "address";
    case "uint":
    case "int":
    case "decimal":
    case "duration":
    case "port":
    case "uint-or-range":
      return "number";
    case "enum":
    case "literal":
    case "bool":
      return undefined;
    default:
      return "string";
  }
}

const reference = /\$(?:\{[A-Za-z_][^}\s$]*\}|[A-Za-z_]\w*)/g;

function readReferences({ start, end }: Span, reading: Reading): void {
  for (const match of reading.document.text.slice(start, end).matchAll(reference)) {
    const at = start + match.index;
    add(reading, { start: at, end: at + match[0].length }, "variable");
  }
}

function add({ tokens, within }: Reading, { start, end }: Span, type: TokenType, deprecated = false): void {
  if (start >= end || (within && (end < within.start || start > within.end))) return;
  tokens.push({ start, end, type, ...(deprecated && { deprecated: true as const }) });
}
