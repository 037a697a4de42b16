/**
 * What the text of a line says, worked out when somebody asks first and kept with the text (`Wording`): lines of one text
 * that are read as the same keyword say the same, and have nothing of their own but their places.
 */
import { type Keyword, keywordIn, type LineGrammar, lineGrammars, type Version } from "@kalint/schema";
import type { SplitWord, Wording } from "../text/words.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import type { SettingValue } from "./argument.js";
import { type AssignedWord, type Assignment, assignArguments, assignLine } from "./assign.js";
import type { SortedLines } from "./sites.js";

/** The words of a line's arguments, without the keyword, and what each is. */
export interface ArgumentReading {
  readonly words: readonly SplitWord[];
  readonly assignment: Assignment<SplitWord>;
  /** Kept by values/sites.ts. */
  traits?: readonly (keyof SortedLines)[];
}

/** What a line sets, with the index of the word that holds it. `undefined`: it is as if nothing had ever been set. */
export type Taken = { readonly value: SettingValue; readonly index: number } | "refused" | undefined;

/** Of the lines of one text that a release reads as one keyword, or as free lines of its block. */
export interface Notes {
  readonly keyword: Keyword;
  readonly target: Version;
  readonly isFree: boolean;
  /** Of other keywords. */
  readonly next: Notes | undefined;
  taken: Taken | "unasked";
  reading: ArgumentReading | undefined;
  /** Where words behind the last argument end the reading of the line. */
  stopped: ArgumentReading | undefined;
}

/** `keyword` as the target takes it. */
export function notesOf(wording: Wording, keyword: Keyword, target: Version, isFree = false): Notes {
  for (let notes = wording.noted; notes !== undefined; notes = notes.next) {
    if (notes.keyword === keyword && notes.target === target && notes.isFree === isFree) return notes;
  }
  wording.noted = {
    keyword,
    target,
    isFree,
    next: wording.noted,
    taken: "unasked",
    reading: undefined,
    stopped: undefined,
  };
  return wording.noted;
}

/** Which word behind the keyword is which argument; of no use for lines that another splitter reads. */
export function assignedIn({ wording }: EffectiveStatement, keyword: Keyword, target: Version): ArgumentReading {
  return assignedOf(wording, keyword, target);
}

export function assignedOf(wording: Wording, keyword: Keyword, target: Version): ArgumentReading {
  const notes = notesOf(wording, keyword, target);
  if (notes.reading === undefined) {
    const words = wording.words.slice(1);
    notes.reading = { words, assignment: assignArguments(keyword.arguments, words, target) };
  }
  return notes.reading;
}

/** The same as keepalived goes through the words: of some lines it looks at none behind one that is too much. */
export function argumentsOf({ wording }: EffectiveStatement, keyword: Keyword, target: Version): ArgumentReading {
  if (keyword.surplusWords !== "error-line-dropped") return assignedOf(wording, keyword, target);
  const notes = notesOf(wording, keyword, target);
  if (notes.stopped === undefined) {
    const words = wording.words.slice(1);
    notes.stopped = { words, assignment: assignArguments(keyword.arguments, words, target, "stop") };
  }
  return notes.stopped;
}

/** Which word of a free line is which argument. `keyword` opens its block. */
export function freeArgumentsOf({ wording }: EffectiveLine, keyword: Keyword, target: Version): ArgumentReading {
  const notes = notesOf(wording, keyword, target, true);
  if (notes.reading === undefined) {
    const { words } = wording;
    notes.reading = { words, assignment: assignLine(lineGrammars[keyword.lines!]!, words, target, keyword.name) };
  }
  return notes.reading;
}

/** The same with the words of the line. */
export function assignFreeLine(line: EffectiveLine, target: Version): Assignment & { readonly grammar: LineGrammar } {
  const { keyword } = line.parent;
  const { assignment, words } = freeArgumentsOf(line, keywordIn(keyword, target), target);
  return { grammar: lineGrammars[keyword.lines!]!, ...withWords(assignment, words, line.words) };
}

/** What was worked out of some words, of others that are the same: `reading` has each of `from` where `words` has its own. */
export function withWords(
  { values, optionWords, missing, surplus, unknown }: Assignment<SplitWord>,
  from: readonly SplitWord[],
  words: readonly EffectiveWord[],
): Assignment {
  const own = (word: SplitWord): EffectiveWord => words[from.indexOf(word)]!;
  const withOwn = <T extends { readonly word: SplitWord }>(each: T) => ({ ...each, word: own(each.word) });
  return {
    values: values.map((value: AssignedWord<SplitWord>): AssignedWord => withOwn(value)),
    optionWords: optionWords.map(withOwn),
    surplus: surplus.map(own),
    unknown: unknown.map(withOwn),
    ...(missing && {
      missing: { ...missing, ...(missing.after && { after: own(missing.after) }) } as NonNullable<
        Assignment["missing"]
      >,
    }),
  };
}
