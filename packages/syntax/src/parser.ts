import { definitionLines } from "./definition.js";
import {
  blockNode,
  closeBraceNode,
  definitionNode,
  includeNode,
  openBraceNode,
  statementNode,
  strayCloseNode,
  wordNode,
} from "./nodes.js";
import { firstOffset, isWord, type StructureToken } from "./structure.js";
import type { Block, Item, Statement, Word } from "./tree.js";

/**
 * The items of a file, by a grammar of four rules that takes every balanced token list:
 *
 *     file      = item*
 *     item      = statement | definition | include | strayClose
 *     statement = (word | string)+ (block | statementEnd)? | block | bare
 *     block     = open item* (close | missingClose) | deepOpen
 */
export function parseItems(text: string, tokens: readonly StructureToken[]): readonly Item[] {
  let next = 0;
  const items = parseItemList();
  if (next < tokens.length) throw new Error(`a ${tokens[next]!.kind} without its block in a balanced token list`);
  return items;

  function parseItemList(): Item[] {
    const list: Item[] = [];
    for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
      if (token.kind === "close" || token.kind === "missingClose") break;
      list.push(parseItem(token));
    }
    return list;
  }

  function parseItem(token: StructureToken): Item {
    switch (token.kind) {
      case "definition":
        next++;
        return definitionNode(text, token, definitionLines(text, token.start, token.end));
      case "include":
        next++;
        return includeNode(text, token);
      case "strayClose":
        next++;
        return strayCloseNode(text, token);
      default:
        return parseStatement(token);
    }
  }

  function parseStatement(first: StructureToken): Statement {
    const words: Word[] = [];
    let end = first.end;
    if (first.kind === "bare") {
      next++;
      return statementNode(text, words, first, end);
    }
    for (let token = tokens[next]; isWord(token); token = tokens[++next]) {
      words.push(wordNode(text, token));
      end = token.end;
    }
    const behind = tokens[next]?.kind;
    if (behind === "open" || behind === "deepOpen") {
      const block = parseBlock(tokens[next]!);
      return statementNode(text, words, first, block.end, block);
    }
    if (behind === "statementEnd") next++;
    return statementNode(text, words, first, end);
  }

  /** A `{` below the deepest level is a block of its own without an end. */
  function parseBlock(open: StructureToken): Block {
    next++;
    if (open.kind === "deepOpen") return blockNode(openBraceNode(open), [], open.end);
    const items = parseItemList();
    const close = tokens[next++];
    if (close === undefined) throw new Error("a block without its end in a balanced token list");
    return close.kind === "close"
      ? blockNode(openBraceNode(open), items, close.end, closeBraceNode(text, close))
      : blockNode(openBraceNode(open), items, firstOffset(close));
  }
}
