/** The tree of a configuration as JSON. Nothing is resolved: conditions, definitions and includes stay what they are. */
import { allKeywords, foreignContent, type Keyword, keywords as rootKeywords, say, vocabulary } from "@kalint/schema";
import {
  type Block,
  type Comment,
  type Item,
  lineTable,
  type Prefixed,
  parse,
  positionAt,
  type Statement,
  type SyntaxTree,
} from "@kalint/syntax";
import type { JsonBlock, JsonConfiguration, JsonItem, JsonItemBase, JsonPrefixed } from "./types.js";
import { jsonWord, mark } from "./words.js";

export function configurationOf(text: string, encoding: "utf8" | "latin1" = "utf8"): JsonConfiguration {
  const hasMark = text.startsWith(mark);
  const tree = parse(hasMark ? text.slice(1) : text, { ...vocabulary });
  const { items, dangling } = tree.file;
  return {
    version: 1,
    ...(encoding === "latin1" && { encoding }),
    ...(hasMark && { byteOrderMark: true as const }),
    items: itemsOf(tree, items, rootKeywords, false),
    ...commentsOf("comments", dangling),
  };
}

const splitNames: ReadonlySet<string> = new Set(
  allKeywords.filter(({ splitter }) => splitter !== undefined).map(({ name }) => name),
);

/** `known`: the keywords of the block; `free`: it holds free lines. */
function itemsOf(tree: SyntaxTree, items: readonly Item[], known: readonly Keyword[], free: boolean): JsonItem[] {
  return items.map((item) => itemOf(tree, item, known, free));
}

function itemOf(tree: SyntaxTree, item: Item, known: readonly Keyword[], free: boolean): JsonItem {
  const base = baseOf(tree, item);
  switch (item.kind) {
    case "strayClose":
      return { ...base, ...prefixesOf(tree, item.brace.prefixes), close: true };
    case "include": {
      const { text } = item.directive;
      return { ...base, include: item.path.text, ...(text !== "include" && { directive: text }) };
    }
    case "definition":
      return { ...base, define: item.name.text, lines: item.lines.map((line) => line.text) };
    case "statement":
      return free || item.words.length === 0
        ? { ...base, line: item.words.map((word) => jsonWord(word)), ...blockOf(tree, item, undefined) }
        : statementOf(tree, item, base, known);
  }
}

function statementOf(tree: SyntaxTree, item: Statement, base: JsonItemBase, known: readonly Keyword[]): JsonItem {
  const [first, ...rest] = item.words;
  const keyword = known.find(({ name }) => name === first!.value);
  const head = { ...base, keyword: jsonWord(first!) };
  if (rest.length === 0) return { ...head, ...blockOf(tree, item, keyword) };
  const written =
    splitNames.has(first!.value) || rest.some(({ unterminated }) => unterminated)
      ? { text: tree.text.slice(rest[0]!.start, rest.at(-1)!.end) }
      : { arguments: rest.map((word, index) => jsonWord(word, keyword?.arguments[index])) };
  return { ...head, ...written, ...blockOf(tree, item, keyword) };
}

function blockOf(tree: SyntaxTree, item: Statement, keyword: Keyword | undefined): { readonly block?: JsonBlock } {
  const { block } = item;
  if (block === undefined) return {};
  const close = closeOf(tree, block);
  return {
    block: {
      ...commentsOf("before", block.before),
      ...(isApart(tree, item, block) && { ownLine: true as const }),
      ...(block.openComment && { comment: block.openComment.text }),
      items: itemsOf(tree, block.items, keyword?.children ?? [], keyword?.kind === "lines"),
      ...commentsOf("comments", block.dangling),
      ...(close !== undefined && { close }),
    },
  };
}

/** The `{` is on another line than the keyword's words, and it matters. */
function isApart(tree: SyntaxTree, { words }: Statement, { open, before }: Block): boolean {
  const last = words.at(-1);
  if (last === undefined || !tree.text.slice(last.end, open.start).includes("\n")) return false;
  // Beside its keyword the { of a block of this name would be a path.
  const isInclude = words.length === 1 && /^include[rmwba]?$/.test(last.value);
  return before.length > 0 || isInclude || isCovered(tree, last.end);
}

function closeOf(tree: SyntaxTree, { close }: Block): JsonBlock["close"] {
  if (close === undefined) return false;
  const prefixes = prefixesOf(tree, close.prefixes);
  const joined = isCovered(tree, firstOf(close.start, close.prefixes)) ? { joined: true as const } : {};
  const all = { ...prefixes, ...joined };
  return Object.keys(all).length === 0 ? undefined : all;
}

function baseOf(tree: SyntaxTree, item: Item): JsonItemBase {
  const start = item.kind === "strayClose" ? firstOf(item.brace.start, item.brace.prefixes) : item.start;
  return {
    ...commentsOf("comments", item.leading),
    ...(item.trailing && { comment: item.trailing.text }),
    ...(item.kind === "strayClose" ? {} : prefixesOf(tree, item)),
    ...(isCovered(tree, start) && { joined: true as const }),
  };
}

function commentsOf<Name extends string>(
  name: Name,
  comments: readonly Comment[],
): { readonly [Key in Name]?: string[] } {
  return (comments.length === 0 ? {} : { [name]: comments.map(({ text }) => text) }) as { [Key in Name]?: string[] };
}

function spansOf({ condition, repetitions, furtherConditions = [] }: Prefixed) {
  return [...(condition ? [condition] : []), ...repetitions, ...furtherConditions].sort((a, b) => a.start - b.start);
}

function firstOf(start: number, prefixed: Prefixed | undefined): number {
  return Math.min(start, ...(prefixed === undefined ? [] : spansOf(prefixed).map((span) => span.start)));
}

function prefixesOf(tree: SyntaxTree, prefixed: Prefixed | undefined): JsonPrefixed {
  if (prefixed === undefined) return {};
  const spans = spansOf(prefixed);
  const [only] = spans;
  if (only === undefined) return {};
  if (spans.length === 1 && only.kind === "condition") return only.negated ? { unless: only.id } : { if: only.id };
  return { prefixes: spans.map(({ start, end }) => tree.text.slice(start, end)) };
}

const covers = new WeakMap<SyntaxTree, ReadonlyMap<number, number>>();

/**
 * It matters that the offset is on the line of what is before it: a prefix covers it, or a definition of several lines may
 * be replaced at the end of a line only.
 */
function isCovered(tree: SyntaxTree, offset: number): boolean {
  const start = lineStart(tree.text, offset);
  const first = prefixEnds(tree).get(start);
  return (first !== undefined && first <= offset) || tree.text.slice(start, offset).includes("$");
}

/** By the start of its line, where the first prefix of the line ends. */
function prefixEnds(tree: SyntaxTree): ReadonlyMap<number, number> {
  const known = covers.get(tree);
  if (known !== undefined) return known;
  const ends = new Map<number, number>();
  const note = (prefixed: Prefixed | undefined) => {
    if (prefixed === undefined) return;
    const [first] = spansOf(prefixed);
    if (first === undefined) return;
    const start = lineStart(tree.text, first.start);
    ends.set(start, Math.min(ends.get(start) ?? Number.POSITIVE_INFINITY, first.end));
  };
  const visit = (items: readonly Item[]) => {
    for (const item of items) {
      note(item.kind === "strayClose" ? item.brace.prefixes : item);
      if (item.kind !== "statement" || item.block === undefined) continue;
      visit(item.block.items);
      note(item.block.close?.prefixes);
    }
  };
  visit(tree.file.items);
  covers.set(tree, ends);
  return ends;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** `:LINE:COLUMN: why` where the text is none that JSON can hold without a guess. */
export function whyNoJson(text: string): string | undefined {
  const foreign = foreignContent(text);
  if (foreign !== undefined) return `: ${foreign.reason}`;
  const tree = parse(text, { ...vocabulary });
  const problem = tree.problems.find((each) => !("conditional" in each));
  if (problem === undefined) return undefined;
  const at = problem.kind === "unclosed-block" ? problem.open : problem.at;
  const { line, column } = positionAt(lineTable(text), at.start);
  return `:${line + 1}:${column + 1}: ${reasons()[problem.kind]}`;
}

const reasons = () =>
  ({
    "unclosed-block": say`this block is never closed; \`kalint check\` names the line where its } is missing`,
    "stray-close": say`this } closes no block`,
    "unterminated-string": say`this double quote is not closed on its line`,
    "too-deep": say`blocks are nested too deeply`,
  }) as const;
