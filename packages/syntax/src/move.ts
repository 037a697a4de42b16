/** Parts of a tree as they are in a text where what precedes them is longer or shorter. */
import type { Draft } from "./nodes.js";
import type { Attached, Block, Brace, Item, Prefixed, Span, Statement, SyntaxProblem, Token, Word } from "./tree.js";

/** Tokens and words are most of a tree. Written out, as a spread takes several times as long. */
export function movedToken({ kind, start, end }: Token, by: number): Token {
  return { kind, start: start + by, end: end + by };
}

function movedWord({ kind, start, end, text, value, unterminated }: Word, by: number): Word {
  const word: Draft<Word> = { kind, start: start + by, end: end + by, text, value };
  if (unterminated) word.unterminated = true;
  return word;
}

export function movedSpan<Part extends Span>(part: Part, by: number): Part {
  return { ...part, start: part.start + by, end: part.end + by };
}

export function movedItem(item: Item, by: number): Item {
  if (item.kind === "statement") return movedStatement(item, by);
  const head: Span & Attached = {
    start: item.start + by,
    end: item.end + by,
    leading: movedSpans(item.leading, by),
    ...(item.trailing && { trailing: movedSpan(item.trailing, by) }),
  };
  if (item.kind === "strayClose") return { ...item, ...head, brace: movedBrace(item.brace, by) };
  const prefixes = movedPrefixes(item, by);
  if (item.kind === "definition") {
    return { ...item, ...head, ...prefixes, name: movedSpan(item.name, by), lines: movedSpans(item.lines, by) };
  }
  return { ...item, ...head, ...prefixes, directive: movedSpan(item.directive, by), path: movedSpan(item.path, by) };
}

function movedStatement(item: Statement, by: number): Statement {
  const { kind, start, end, leading, repetitions, words } = item;
  const statement: Draft<Statement> = {
    kind,
    start: start + by,
    end: end + by,
    leading: movedSpans(leading, by),
    repetitions,
    words: words.map((word) => movedWord(word, by)),
  };
  if (item.condition || repetitions.length > 0) Object.assign(statement, movedPrefixes(item, by));
  if (item.block) statement.block = movedBlock(item.block, by);
  if (item.trailing) statement.trailing = movedSpan(item.trailing, by);
  return statement;
}

function movedSpans<Part extends Span>(parts: readonly Part[], by: number): readonly Part[] {
  return parts.length === 0 ? parts : parts.map((part) => movedSpan(part, by));
}

export function movedProblem(problem: SyntaxProblem, by: number): SyntaxProblem {
  if (problem.kind !== "unclosed-block") return { ...problem, at: movedSpan(problem.at, by) };
  return {
    ...problem,
    open: movedSpan(problem.open, by),
    ...(problem.header && { header: movedSpan(problem.header, by) }),
    expected: problem.expected + by,
  };
}

function movedBlock(block: Block, by: number): Block {
  return {
    ...block,
    start: block.start + by,
    end: block.end + by,
    open: movedBrace(block.open, by),
    before: movedSpans(block.before, by),
    ...(block.openComment && { openComment: movedSpan(block.openComment, by) }),
    items: block.items.map((item) => movedItem(item, by)),
    dangling: movedSpans(block.dangling, by),
    ...(block.close && { close: movedBrace(block.close, by) }),
  };
}

function movedBrace(brace: Brace, by: number): Brace {
  const moved = movedSpan(brace, by);
  return brace.prefixes ? { ...moved, prefixes: { ...brace.prefixes, ...movedPrefixes(brace.prefixes, by) } } : moved;
}

function movedPrefixes({ condition, repetitions, furtherConditions }: Prefixed, by: number): Prefixed {
  return {
    ...(condition && { condition: movedSpan(condition, by) }),
    repetitions: movedSpans(repetitions, by),
    ...(furtherConditions && { furtherConditions: movedSpans(furtherConditions, by) }),
  };
}
