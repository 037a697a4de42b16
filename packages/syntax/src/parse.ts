import { attachComments } from "./attach.js";
import { balance } from "./balance.js";
import { tokenize } from "./lexer.js";
import { parseItems } from "./parser.js";
import { type Steps, toEnd } from "./steps.js";
import { type StructureToken, structureOf } from "./structure.js";
import type { Comment, Outline, SyntaxProblem, SyntaxTree, Token } from "./tree.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

export type ParseOptions = Partial<Vocabulary>;

/** Reads any text into a tree. It never fails; what is wrong is listed in `problems`, by offset. */
export function parse(text: string, options: ParseOptions = {}): SyntaxTree {
  return toEnd(parseInSteps(text, options));
}

/** The same, with pauses. */
export function* parseInSteps(text: string, options: ParseOptions = {}): Steps<SyntaxTree> {
  const { outline, balanced } = yield* outlined(text, options);
  yield;
  const items = yield* parseItems(text, balanced);
  const dangling = attachComments(text, items, commentsOf(text, outline.tokens));
  return { ...outline, file: { kind: "file", start: 0, end: text.length, items, dangling } };
}

/** The same without the items, in less than half the time. */
export function outlineOf(text: string, options: ParseOptions = {}): Outline {
  return toEnd(outlined(text, options)).outline;
}

function* outlined(
  text: string,
  options: ParseOptions,
): Steps<{ readonly outline: Outline; readonly balanced: readonly StructureToken[] }> {
  const tokens = tokenize(text);
  yield;
  const vocabulary = { ...noVocabulary, ...options };
  const stream = structureOf(tokens);
  yield;
  const { tokens: balanced, unpaired, problems } = yield* balance(text, stream, vocabulary);
  const all = [...problems, ...unterminatedStrings(text, tokens)].sort((a, b) => placeOf(a) - placeOf(b));
  return { outline: { text, vocabulary, tokens, unpaired, problems: all }, balanced };
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
