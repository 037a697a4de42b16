import type { IToken } from "chevrotain";
import { Condition as ConditionToken } from "./lexer.js";
import { firstOffset, type StructureToken, tokenEnd } from "./structure.js";
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
  Word,
} from "./tree.js";

/** While a tree is being made its nodes can be written to; nobody else sees these types. */
export type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

const noComments: readonly Comment[] = [];
const noRepetitions: readonly Repetition[] = [];

export function statementNode(words: readonly Word[], first: StructureToken, end: number, block?: Block): Statement {
  const statement: Draft<Statement> = {
    kind: "statement",
    start: firstOffset(first),
    end,
    leading: noComments,
    repetitions: noRepetitions,
    words,
  };
  if (first.prefixes !== undefined) addPrefixes(statement, first.prefixes);
  if (block !== undefined) statement.block = block;
  return statement;
}

export function wordNode(token: IToken): Word {
  const { image, startOffset } = token;
  const end = startOffset + image.length;
  if (image.charCodeAt(0) !== 0x22) {
    const value = image.endsWith("\\") ? image.replace(/(?<![ \t])[ \t]+\\$/, "\\") : image;
    return { kind: "word", start: startOffset, end, text: image, value };
  }
  if (image.length > 1 && image.endsWith('"')) {
    return { kind: "string", start: startOffset, end, text: image, value: image.slice(1, -1) };
  }
  return { kind: "string", start: startOffset, end, text: image, value: image.slice(1), unterminated: true };
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
  return { kind: "open", start: token.startOffset, end: tokenEnd(token) };
}

export function closeBraceNode(token: StructureToken): Brace {
  const brace: Draft<Brace> = { kind: "close", start: token.startOffset, end: tokenEnd(token) };
  if (token.prefixes === undefined) return brace;
  const prefixes: Draft<Prefixed> = { repetitions: noRepetitions };
  addPrefixes(prefixes, token.prefixes);
  brace.prefixes = prefixes;
  return brace;
}

export function strayCloseNode(token: StructureToken): StrayClose {
  const brace = closeBraceNode(token);
  return {
    kind: "strayClose",
    start: firstOffset(token),
    end: brace.end,
    leading: noComments,
    brace,
  };
}

export function includeNode(token: StructureToken): Include {
  const { image, startOffset, prefixes } = token;
  const directive = /^include[a-z]?/.exec(image)![0];
  let pathStart = directive.length + 1;
  while (" \t\f\v\r".includes(image[pathStart]!)) pathStart++;
  const end = tokenEnd(token);
  const node: Draft<Include> = {
    kind: "include",
    start: firstOffset(token),
    end,
    leading: noComments,
    repetitions: noRepetitions,
    directive: { start: startOffset, end: startOffset + directive.length, text: directive },
    path: { start: startOffset + pathStart, end, text: image.slice(pathStart) },
  };
  if (prefixes !== undefined) addPrefixes(node, prefixes);
  return node;
}

export function definitionNode(token: StructureToken, lines: Definition["lines"]): Definition {
  const { image, startOffset, prefixes } = token;
  const nameEnd = image.indexOf("=");
  const node: Draft<Definition> = {
    kind: "definition",
    start: firstOffset(token),
    end: tokenEnd(token),
    leading: noComments,
    repetitions: noRepetitions,
    name: { start: startOffset + 1, end: startOffset + nameEnd, text: image.slice(1, nameEnd) },
    lines,
  };
  if (prefixes !== undefined) addPrefixes(node, prefixes);
  return node;
}

function addPrefixes(node: Draft<Prefixed>, prefixes: readonly IToken[]): void {
  const repetitions = prefixes.filter(({ tokenType }) => tokenType !== ConditionToken).map(repetitionNode);
  const [condition, ...further] = prefixes.filter(({ tokenType }) => tokenType === ConditionToken).map(conditionNode);
  if (repetitions.length > 0) node.repetitions = repetitions;
  if (condition !== undefined) node.condition = condition;
  if (further.length > 0) node.furtherConditions = further;
}

function conditionNode(token: IToken): Condition {
  const negated = token.image[1] === "^";
  return {
    kind: "condition",
    start: token.startOffset,
    end: tokenEnd(token),
    id: token.image.slice(negated ? 2 : 1),
    negated,
  };
}

function repetitionNode(token: IToken): Repetition {
  const text = token.image;
  const directive = text.startsWith("~SEQx") ? "~SEQx" : text.startsWith("~SEQ") ? "~SEQ" : "~LST";
  return { kind: "repetition", start: token.startOffset, end: tokenEnd(token), directive, text };
}
