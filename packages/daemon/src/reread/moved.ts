/** What was read of blocks that an edit has moved, with the places where they are now. */
import type { EffectiveLine, EffectiveStatement, EffectiveWord, Expansion, Place, ReadingProblem } from "../types.js";
import { keepSameText } from "./same-text.js";

/** What lies at `from` or behind it has moved by so many characters and lines. */
export interface Move {
  readonly from: number;
  readonly by: number;
  readonly lines: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function movedStatement(statement: EffectiveStatement, move: Move, parent?: EffectiveStatement) {
  const { keyword, words, raw, place, line, expansions, end, skipped, unread } = statement;
  const made: Mutable<EffectiveStatement> = {
    keyword,
    words: words.map((word) => movedWord(word, move)),
    raw,
    place: movedPlace(place, move),
    line: line + move.lines,
    expansions: movedExpansions(expansions, move),
    children: [],
    lines: [],
  };
  if (parent) made.parent = parent;
  else keepSameText(made, statement);
  if (unread) made.unread = unread;
  if (skipped) made.skipped = skipped;
  if (end) made.end = { place: movedPlace(end.place, move), line: end.line + move.lines, missing: end.missing };
  made.children = statement.children.map((child): EffectiveStatement => movedStatement(child, move, made));
  made.lines = statement.lines.map((each) => movedLine(each, move, made));
  return made as EffectiveStatement;
}

function movedLine({ words, raw, place, line, expansions }: EffectiveLine, move: Move, parent: EffectiveStatement) {
  return {
    words: words.map((word) => movedWord(word, move)),
    raw,
    place: movedPlace(place, move),
    line: line + move.lines,
    expansions: movedExpansions(expansions, move),
    parent,
  };
}

/** Each problem once, also as the cause of others. */
export function movedProblems(problems: readonly ReadingProblem[], move: Move): readonly ReadingProblem[] {
  const known = new Map<ReadingProblem, ReadingProblem>();
  const moved = (problem: ReadingProblem): ReadingProblem => {
    const { place, line, expansions, word, cause } = problem;
    const made: ReadingProblem = known.get(problem) ?? {
      ...problem,
      place: movedPlace(place, move),
      line: line === null ? null : line + move.lines,
      expansions: movedExpansions(expansions, move),
      ...(word && { word: movedWord(word, move) }),
      ...(cause && { cause: moved(cause) }),
    };
    known.set(problem, made);
    return made;
  };
  return problems.map(moved);
}

/** Written out, as there are many: a spread takes several times as long. */
function movedWord({ value, place, expanded, quoted, unknown }: EffectiveWord, move: Move): EffectiveWord {
  const word: Mutable<EffectiveWord> = { value, place: movedPlace(place, move) };
  if (expanded) word.expanded = expanded;
  if (quoted) word.quoted = quoted;
  if (unknown !== undefined) word.unknown = unknown;
  return word;
}

export function movedPlace({ file, start, end }: Place, { from, by }: Move): Place {
  return start < from ? { file, start, end } : { file, start: start + by, end: end + by };
}

function movedExpansions(expansions: readonly Expansion[], move: Move): readonly Expansion[] {
  if (expansions.length === 0) return expansions;
  return expansions.map((step) => ({
    ...step,
    place: movedPlace(step.place, move),
    ...(step.defined && { defined: movedPlace(step.defined, move) }),
  }));
}
