import { attachComments } from "./attach.js";
import { balance } from "./balance.js";
import { tokenize } from "./lexer.js";
import { parseItems } from "./parser.js";
import { structureOf } from "./structure.js";
import type { Comment, SyntaxProblem, SyntaxTree, Token } from "./tree.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

export type ParseOptions = Partial<Vocabulary>;

/** Reads any text into a tree. It never fails; what is wrong is listed in `problems`, by offset. */
export function parse(text: string, options: ParseOptions = {}): SyntaxTree {
  const tokens = tokenize(text);
  const vocabulary = { ...noVocabulary, ...options };
  const balanced = balance(text, structureOf(tokens), vocabulary);
  const items = parseItems(text, balanced.tokens);
  const dangling = attachComments(text, items, commentsOf(text, tokens));
  return {
    text,
    vocabulary,
    file: { kind: "file", start: 0, end: text.length, items, dangling },
    tokens,
    unpaired: balanced.unpaired,
    problems: [...balanced.problems, ...unterminatedStrings(text, tokens)].sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

/** The text of a tree, put together from its tokens: the same, character for character, as the one it was made from. */
export function printTree(tree: SyntaxTree): string {
  const parts = new Array<string>(tree.tokens.length);
  for (let at = 0; at < parts.length; at++) {
    const { start, end } = tree.tokens[at]!;
    parts[at] = tree.text.slice(start, end);
  }
  return parts.join("");
}

function commentsOf(text: string, tokens: readonly Token[]): readonly Comment[] {
  const comments: Comment[] = [];
  for (const { kind, start, end } of tokens) {
    if (kind === "comment") comments.push({ kind, start, end, text: text.slice(start, end) });
  }
  return comments;
}

function unterminatedStrings(text: string, tokens: readonly Token[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const { kind, start, end } of tokens) {
    if (kind !== "string" || (end - start > 1 && text[end - 1] === '"')) continue;
    problems.push({ kind: "unterminated-string", at: { start, end } });
  }
  return problems;
}

function placeOf(problem: SyntaxProblem): number {
  return problem.kind === "unclosed-block" ? problem.open.start : problem.at.start;
}
