import { firstOffset, type StructureToken } from "./structure.js";
import type {
  Block,
  Brace,
  Comment,
  Condition,
  Definition,
  Include,
  Item,
  Prefixed,
  Repetition,
  Statement,
  StrayClose,
  Token,
  Word,
} from "./tree.js";

/** While a tree is being made its nodes can be written to; nobody else sees these types. */
export type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

const noComments: readonly Comment[] = [];
const noRepetitions: readonly Repetition[] = [];

export function statementNode(
  text: string,
  words: readonly Word[],
  first: StructureToken,
  end: number,
  block?: Block,
): Statement {
  const statement: Draft<Statement> = {
    kind: "statement",
    start: firstOffset(first),
    end,
    leading: noComments,
    repetitions: noRepetitions,
    words,
  };
  if (first.prefixes !== undefined) addPrefixes(text, statement, first.prefixes);
  if (block !== undefined) statement.block = block;
  return statement;
}

export function wordNode(text: string, { start, end }: StructureToken): Word {
  const image = text.slice(start, end);
  if (image.charCodeAt(0) !== 0x22) {
    const value = image.endsWith("\\") ? image.replace(/(?<![ \t])[ \t]+\\$/, "\\") : image;
    return { kind: "word", start, end, text: image, value };
  }
  if (image.length > 1 && image.endsWith('"')) {
    return { kind: "string", start, end, text: image, value: image.slice(1, -1) };
  }
  return { kind: "string", start, end, text: image, value: image.slice(1), unterminated: true };
}

export function blockNode(open: Brace, items: readonly Item[], end: number, close?: Brace): Block {
  const block: Draft<Block> = {
    kind: "block",
    start: open.start,
    end,
    open,
    before: noComments,
    items,
    dangling: noComments,
  };
  if (close !== undefined) block.close = close;
  return block;
}

/** What stands in front of a `{` without a keyword belongs to its statement. */
export function openBraceNode(token: StructureToken): Brace {
  return { kind: "open", start: token.start, end: token.end };
}

export function closeBraceNode(text: string, token: StructureToken): Brace {
  const brace: Draft<Brace> = { kind: "close", start: token.start, end: token.end };
  if (token.prefixes === undefined) return brace;
  const prefixes: Draft<Prefixed> = { repetitions: noRepetitions };
  addPrefixes(text, prefixes, token.prefixes);
  brace.prefixes = prefixes;
  return brace;
}

export function strayCloseNode(text: string, token: StructureToken): StrayClose {
  const brace = closeBraceNode(text, token);
  return {
    kind: "strayClose",
    start: firstOffset(token),
    end: brace.end,
    leading: noComments,
    brace,
  };
}

export function includeNode(text: string, token: StructureToken): Include {
  const { start, end, prefixes } = token;
  const image = text.slice(start, end);
  const directive = /^include[a-z]?/.exec(image)![0];
  let pathStart = directive.length + 1;
  while (" \t\f\v\r".includes(image[pathStart]!)) pathStart++;
  const node: Draft<Include> = {
    kind: "include",
    start: firstOffset(token),
    end,
    leading: noComments,
    repetitions: noRepetitions,
    directive: { start, end: start + directive.length, text: directive },
    path: { start: start + pathStart, end, text: image.slice(pathStart) },
  };
  if (prefixes !== undefined) addPrefixes(text, node, prefixes);
  return node;
}

export function definitionNode(text: string, token: StructureToken, lines: Definition["lines"]): Definition {
  const { start, end, prefixes } = token;
  const nameEnd = text.indexOf("=", start);
  const node: Draft<Definition> = {
    kind: "definition",
    start: firstOffset(token),
    end,
    leading: noComments,
    repetitions: noRepetitions,
    name: { start: start + 1, end: nameEnd, text: text.slice(start + 1, nameEnd) },
    lines,
  };
  if (prefixes !== undefined) addPrefixes(text, node, prefixes);
  return node;
}

function addPrefixes(text: string, node: Draft<Prefixed>, prefixes: readonly Token[]): void {
  const nodesOf = <Node>(kind: Token["kind"], make: (text: string, token: Token) => Node) =>
    prefixes.filter((token) => token.kind === kind).map((token) => make(text, token));
  const repetitions = nodesOf("repetition", repetitionNode);
  const [condition, ...further] = nodesOf("condition", conditionNode);
  if (repetitions.length > 0) node.repetitions = repetitions;
  if (condition !== undefined) node.condition = condition;
  if (further.length > 0) node.furtherConditions = further;
}

function conditionNode(text: string, { start, end }: Token): Condition {
  const negated = text[start + 1] === "^";
  return { kind: "condition", start, end, id: text.slice(start + (negated ? 2 : 1), end), negated };
}

function repetitionNode(text: string, { start, end }: Token): Repetition {
  const image = text.slice(start, end);
  const directive = image.startsWith("~SEQx") ? "~SEQx" : image.startsWith("~SEQ") ? "~SEQ" : "~LST";
  return { kind: "repetition", start, end, directive, text: image };
}
