import type { IToken } from "chevrotain";
import { attachComments } from "./attach.js";
import { balance } from "./balance.js";
import {
  Close,
  Condition,
  Definition,
  Include,
  type LexedText,
  LineEnd,
  Open,
  QuotedString,
  Repetition,
  tokenize,
} from "./lexer.js";
import { parseItems } from "./parser.js";
import { structureOf, tokenEnd } from "./structure.js";
import type { Comment, SyntaxProblem, SyntaxTree, Token } from "./tree.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

export type ParseOptions = Partial<Vocabulary>;

/** Reads any text into a tree. It never fails; what is wrong is listed in `problems`, by offset. */
export function parse(text: string, options: ParseOptions = {}): SyntaxTree {
  const lexed = tokenize(text);
  const vocabulary = { ...noVocabulary, ...options };
  const { tokens, problems } = balance(text, structureOf(lexed.tokens), vocabulary);
  const items = parseItems(text, tokens);
  const comments = lexed.comments.map(commentNode);
  const dangling = attachComments(text, items, comments);
  return {
    text,
    vocabulary,
    file: { kind: "file", start: 0, end: text.length, items, dangling },
    tokens: allTokens(text, lexed),
    problems: [...problems, ...unterminatedStrings(lexed.tokens)].sort((a, b) => placeOf(a) - placeOf(b)),
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

function commentNode({ image, startOffset }: IToken): Comment {
  return { kind: "comment", start: startOffset, end: startOffset + image.length, text: image };
}

/** Tokens and comments merged by offset, with the blanks between them. */
function allTokens(text: string, { tokens, comments }: LexedText): readonly Token[] {
  const all: Token[] = [];
  let end = 0;
  let nextComment = 0;
  const add = (kind: Token["kind"], token: IToken): void => {
    if (token.startOffset > end) all.push({ kind: "blank", start: end, end: token.startOffset });
    end = tokenEnd(token);
    all.push({ kind, start: token.startOffset, end });
  };
  for (const token of tokens) {
    while (nextComment < comments.length && comments[nextComment]!.startOffset < token.startOffset) {
      add("comment", comments[nextComment++]!);
    }
    add(kinds[token.tokenTypeIdx] ?? "word", token);
  }
  while (nextComment < comments.length) add("comment", comments[nextComment++]!);
  if (end < text.length) all.push({ kind: "blank", start: end, end: text.length });
  return all;
}

/** By Chevrotain's number of the token type; what is not listed is a word. */
const kinds: Token["kind"][] = [];
for (const [type, kind] of [
  [QuotedString, "string"],
  [LineEnd, "lineEnd"],
  [Open, "open"],
  [Close, "close"],
  [Condition, "condition"],
  [Repetition, "repetition"],
  [Definition, "definition"],
  [Include, "include"],
] as const) {
  kinds[type.tokenTypeIdx!] = kind;
}

function unterminatedStrings(tokens: readonly IToken[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const token of tokens) {
    if (token.tokenType !== QuotedString || (token.image.length > 1 && token.image.endsWith('"'))) continue;
    problems.push({ kind: "unterminated-string", at: { start: token.startOffset, end: tokenEnd(token) } });
  }
  return problems;
}

function placeOf(problem: SyntaxProblem): number {
  return problem.kind === "unclosed-block" ? problem.open.start : problem.at.start;
}
