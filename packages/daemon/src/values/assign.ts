import {
  type Argument,
  isKnownIn,
  isRouteType,
  knownIn,
  type LineGrammar,
  type Option,
  type OptionsArgument,
  routeDestination,
  type Version,
  wordsOfLine,
} from "@kalint/schema";
import { perName } from "../memo.js";
import type { EffectiveWord } from "../types.js";
import { checkValue } from "./check.js";

/** What an assignment asks of a word: a `Word` of the tree will do, and a word that a host reads. */
export type AnyWord = Pick<EffectiveWord, "value" | "unknown">;

/** Which word is the value of which argument. */
export interface AssignedWord<Word extends AnyWord = EffectiveWord> {
  readonly argument: ValueArgument;
  readonly word: Word;
  /** The option that the argument belongs to. */
  readonly option?: Option;
}

/** An argument that is one word. */
export type ValueArgument = Exclude<Argument, { readonly type: "variant" | "options" }>;

interface MissingArgument<Word extends AnyWord = EffectiveWord> {
  readonly argument: Argument;
  readonly option?: Option;
  /** The word before the gap, if there is one. */
  readonly after?: Word;
}

/** One thing that a word of a line may be: a value of an argument, or the name of an option (`dev` in `10.0.0.1 dev eth0`). */
export type Expectation =
  | { readonly kind: "value"; readonly argument: ValueArgument; readonly option?: Option }
  | { readonly kind: "option"; readonly option: Option };

export interface Assignment<Word extends AnyWord = EffectiveWord> {
  readonly values: readonly AssignedWord<Word>[];
  /** The words that name options, under whichever name. */
  readonly optionWords: readonly { readonly word: Word; readonly option: Option }[];
  readonly missing?: MissingArgument<Word>;
  /** Words that nobody looks at. */
  readonly surplus: readonly Word[];
  /** Words where only the name of an option can stand. */
  readonly unknown: readonly { readonly word: Word; readonly options: readonly Option[] }[];
}

/** What belongs together on a line: an option with the words behind it, or an argument that stands for itself. */
export interface LinePart<Word extends AnyWord = EffectiveWord> {
  readonly option?: Option;
  /** That names the option, or the argument's own. */
  readonly word: Word;
  readonly values: readonly AssignedWord<Word>[];
}

/** The parts of a line in order; options of options are parts too. */
export function partsOf<Word extends AnyWord>(
  { optionWords, values }: Assignment<Word>,
  words: readonly Word[],
): readonly LinePart<Word>[] {
  const parts: { option?: Option; word: Word; values: AssignedWord<Word>[] }[] = [];
  let [nextOption, nextValue] = [0, 0];
  for (const word of words) {
    const named = optionWords[nextOption];
    const value = values[nextValue];
    if (named?.word === word) {
      parts.push({ option: named.option, word, values: [] });
      nextOption += 1;
    } else if (value?.word === word) {
      if (value.option === undefined || parts.length === 0) parts.push({ word, values: [value] });
      else parts.at(-1)!.values.push(value);
      nextValue += 1;
    }
  }
  return parts;
}

/** What happens at a word that names no option: read on, read no further, or take it as a route's destination. */
type AtUnknown = "continue" | "stop" | "destination";

interface Cursor<Word extends AnyWord = AnyWord> {
  readonly words: readonly Word[];
  readonly target: Version;
  readonly atUnknown: AtUnknown;
  at: number;
  readonly values: AssignedWord<Word>[];
  readonly optionWords: { readonly word: Word; readonly option: Option }[];
  readonly unknown: { readonly word: Word; readonly options: readonly Option[] }[];
  /** What one more word could be, most likely first; only where somebody asks. */
  readonly next?: Expectation[];
  missing?: MissingArgument<Word>;
}

/** Gives the words behind a keyword to its arguments, in order. */
export function assignArguments<Word extends AnyWord>(
  all: readonly Argument[],
  words: readonly Word[],
  target: Version,
  atUnknown: AtUnknown = "continue",
): Assignment<Word> {
  const plain = assignPlainly(all, words, target);
  if (plain !== undefined) return plain;
  const cursor = startAt(words, target, atUnknown);
  takeArguments(all, cursor);
  return finish(cursor);
}

/** Most lines are a keyword alone or with one word for each argument: there is nothing to look for, and no list to make for it. */
function assignPlainly<Word extends AnyWord>(
  all: readonly Argument[],
  words: readonly Word[],
  target: Version,
): Assignment<Word> | undefined {
  if (all.length !== words.length) return undefined;
  if (all.length === 0) return nothingAssigned;
  if (!isOneWordEach(all) || !all.every((argument) => isKnownIn(argument, target))) return undefined;
  // One that nobody knows may be several, or none.
  if (all.length > 1 && words.some(({ unknown }) => unknown !== undefined)) return undefined;
  return { ...nothingAssigned, values: words.map((word, index) => ({ argument: all[index] as ValueArgument, word })) };
}

/** Whether so many words as there are arguments are one for each, whatever they are. */
function isOneWordEach(all: readonly Argument[]): boolean {
  let answer = oneWordEach.get(all);
  if (answer === undefined) {
    answer = all.every(({ type, optional, variadic }, index) => {
      if (type === "options" || type === "variant" || variadic) return false;
      return !optional || (type !== "literal" && (type !== "enum" || (all.length === 1 && index === 0)));
    });
    oneWordEach.set(all, answer);
  }
  return answer;
}

const oneWordEach = new WeakMap<readonly Argument[], boolean>();

const nothingAssigned = { values: [], optionWords: [], surplus: [], unknown: [] } as const;

/** What one more word behind the words of a keyword could be, most likely first. */
export function expectedInArguments(
  all: readonly Argument[],
  words: readonly AnyWord[],
  target: Version,
): readonly Expectation[] {
  const next: Expectation[] = [];
  takeArguments(all, { ...startAt(words, target, "continue"), next });
  return next;
}

/** What one more word of a free line could be, most likely first. */
export function expectedInLine(
  grammar: LineGrammar,
  words: readonly AnyWord[],
  target: Version,
  block: string,
): readonly Expectation[] {
  const next: Expectation[] = [];
  takeLine(grammar, block, { ...startAt(words, target, atUnknownIn(grammar)), next });
  return next;
}

/** Gives the words of a free line to the parts of its grammar; `block` is the name of the block that it stands in. */
export function assignLine<Word extends AnyWord>(
  grammar: LineGrammar,
  words: readonly Word[],
  target: Version,
  block: string,
): Assignment<Word> {
  const cursor = startAt(words, target, atUnknownIn(grammar));
  takeLine(grammar, block, cursor);
  return finish(cursor);
}

function atUnknownIn({ unknownWord }: LineGrammar): AtUnknown {
  if (unknownWord === "destination") return "destination";
  return unknownWord === "word-ignored" ? "continue" : "stop";
}

function takeLine(grammar: LineGrammar, block: string, cursor: Cursor): void {
  if (grammar.words) {
    takeArguments([wordsOfLine(grammar.words)], cursor);
  } else if (grammar.variants) {
    if (isAtEnd(cursor)) for (const [first] of grammar.variants) expectValue(first, cursor);
    takeArguments(chooseVariant(grammar.variants, cursor), cursor);
  } else {
    takeArguments(grammar.positional, cursor);
    if (cursor.missing !== undefined) return;
    const options = optionsIn(grammar, block);
    if (grammar.order === "fixed") takeInOrder(options, grammar, cursor);
    else takeOptions(options, cursor);
  }
}

/** The options of a line in a block of this name. */
const optionsIn = perName((grammar: LineGrammar, block): readonly Option[] =>
  grammar.options.filter(({ only }) => only === undefined || only.includes(block)),
);

function startAt<Word extends AnyWord>(words: readonly Word[], target: Version, atUnknown: AtUnknown): Cursor<Word> {
  return { words, target, atUnknown, at: 0, values: [], optionWords: [], unknown: [] };
}

function finish<Word extends AnyWord>(cursor: Cursor<Word>): Assignment<Word> {
  const { values, optionWords, missing, words, at, unknown } = cursor;
  const surplus = missing === undefined && at < words.length ? words.slice(at) : [];
  const assignment = {
    values: exact(values),
    optionWords: exact(optionWords),
    surplus: exact(surplus),
    unknown: exact(unknown),
  };
  return missing === undefined ? assignment : { ...assignment, missing };
}

/** Without the room that a list has for more, and one list for all that are empty. */
function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? empty : list.slice();
}

const empty: readonly never[] = [];

function takeArguments(all: readonly Argument[], cursor: Cursor, option?: Option): void {
  const list = knownIn(all, cursor.target);
  let isNextKnown = false;
  for (let index = 0; index < list.length; index += 1) {
    const argument = list[index]!;
    if (cursor.missing !== undefined) return;
    // The next word is the argument before this one, or the name of an option.
    if (isNextKnown && argument.type !== "options") continue;
    if (argument.type === "options") {
      const start = cursor.at;
      takeOptions(argument.options, cursor, option !== undefined);
      requireOptions(argument, start, cursor);
    } else if (argument.type === "variant") {
      if (isAtEnd(cursor)) {
        for (const [first] of argument.variants) expectValue(first, cursor, option);
        if (argument.optional) continue;
      }
      takeArguments(chooseVariant(argument.variants, cursor), cursor, option);
    } else if (isAtEnd(cursor)) {
      expectValue(argument, cursor, option);
      if (argument.optional) {
        isNextKnown = !isSkippable(argument);
        continue;
      }
      const after = cursor.words[cursor.at - 1];
      // It may be several words, this one among them.
      if (after?.unknown !== undefined) return;
      cursor.missing = { argument, ...(option && { option }), ...(after && { after }) };
    } else if (argument.variadic) {
      while (!isAtEnd(cursor)) take(argument, cursor, option);
      expectValue(argument, cursor, option);
    } else if (!(argument.optional && standsForLater(argument, list[index + 1], cursor))) {
      take(argument, cursor, option);
    }
  }
}

function isAtEnd({ at, words }: Cursor): boolean {
  return at >= words.length;
}

function expectValue(argument: Argument | undefined, { next }: Cursor, option?: Option): void {
  if (next === undefined || argument === undefined) return;
  if (argument.type === "variant" || argument.type === "options") return;
  if (next.some((one) => one.kind === "value" && one.argument === argument && one.option === option)) return;
  next.push({ kind: "value", argument, ...(option && { option }) });
}

function expectOptions(options: readonly Option[], cursor: Cursor): void {
  if (cursor.next === undefined) return;
  for (const option of options) {
    if (!option.positional) cursor.next.push({ kind: "option", option });
    else if (option.word === undefined || option.word === cursor.at + 1) {
      expectValue(option.arguments[0], cursor, option);
    }
  }
}

/** `via inet 10.0.0.1` and `via 10.0.0.1`: an optional word is skipped where only what follows can be meant. */
function standsForLater(argument: Argument, later: Argument | undefined, { words, at, target }: Cursor): boolean {
  if (later === undefined && argument.type !== "literal") return false;
  if (later !== undefined && words[at]!.unknown !== undefined) {
    const following = words[at + 1];
    return following === undefined || !isFit(following, later, target);
  }
  return isSkippable(argument) && !isFit(words[at]!, argument, target);
}

function isSkippable({ type }: Argument): boolean {
  return type === "enum" || type === "literal";
}

function take(argument: ValueArgument, cursor: Cursor, option?: Option): void {
  const word = cursor.words[cursor.at]!;
  cursor.at += 1;
  cursor.values.push({ argument, word, ...(option && { option }) });
}

/** Options each at most once, as listed; what follows them is not looked at. */
function takeInOrder(options: readonly Option[], grammar: LineGrammar, cursor: Cursor): void {
  const known = knownIn(options, cursor.target);
  for (const option of known) {
    const word = cursor.words[cursor.at];
    if (word === undefined) {
      // Nothing can be left out, so nothing but this one can follow.
      if (cursor.missing === undefined) expectOptions([option], cursor);
      return;
    }
    if (namesOf(option).includes(word.value)) takeOption(option, cursor);
    else if (word.unknown === undefined) cursor.unknown.push({ word, options: known });
    else break;
  }
  if (known.length === 0 && grammar.unknownWord !== "ignored") {
    for (const word of cursor.words.slice(cursor.at)) cursor.unknown.push({ word, options: known });
    cursor.at = cursor.words.length;
  }
  if (cursor.unknown.length > 0) cursor.at = cursor.words.length;
}

/** `nested`: options that belong to another option end where a word is none of theirs. */
function takeOptions(options: readonly Option[], cursor: Cursor, nested = false): void {
  const known = knownIn(options, cursor.target);
  const named = byNameIn(known);
  const positional = known.filter((option) => option.positional);
  const given = new Set<Option>();
  while (cursor.at < cursor.words.length && cursor.missing === undefined) {
    const word = cursor.words[cursor.at]!;
    const option = named.get(word.value);
    const byPlace = option ? undefined : choosePositional(positional, given, word, cursor);
    if (option) {
      takeOption(option, cursor);
    } else if (byPlace) {
      given.add(byPlace);
      takeArguments(byPlace.arguments, cursor, byPlace);
    } else if (nested) {
      return;
    } else if (word.unknown !== undefined) {
      // It may be an option, with its value or without: nothing is known of the rest.
      cursor.at = cursor.words.length;
      return;
    } else if (cursor.atUnknown === "destination") {
      takeDestination(cursor);
    } else {
      cursor.unknown.push({ word, options: known });
      cursor.at = cursor.atUnknown === "continue" ? cursor.at + 1 : cursor.words.length;
    }
  }
  if (cursor.missing === undefined && cursor.next !== undefined)
    expectOptions(
      [...known.filter((option) => !option.positional), ...positional.filter((one) => !given.has(one))],
      cursor,
    );
}

/** The options that stand anywhere, by each of their names. Worked out once: every word is looked up. */
function byNameIn(known: readonly Option[]): ReadonlyMap<string, Option> {
  let named = optionNames.get(known);
  if (named === undefined) {
    named = new Map();
    for (const option of known) {
      if (option.positional) continue;
      for (const name of namesOf(option)) if (!named.has(name)) named.set(name, option);
    }
    optionNames.set(known, named);
  }
  return named;
}

const optionNames = new WeakMap<readonly Option[], Map<string, Option>>();

/** Some keywords do nothing without one of their options, or without a certain one. */
function requireOptions({ options, minOptions = 0 }: OptionsArgument, start: number, cursor: Cursor): void {
  if (cursor.missing !== undefined || cursor.unknown.length > 0) return;
  if (cursor.words.some(({ unknown }) => unknown !== undefined)) return;
  const taken = new Set([...cursor.values, ...cursor.optionWords].map(({ option }) => option));
  const needed = options.find((option) => option.required && isKnownIn(option, cursor.target) && !taken.has(option));
  const few = cursor.at === start && minOptions > 0;
  const argument = needed?.arguments[0] ?? (few ? { name: "option", type: "string" as const } : undefined);
  if (argument === undefined) return;
  const after = cursor.words[cursor.at - 1];
  cursor.missing = { argument, ...(after && { after }) };
}

function takeOption(option: Option, cursor: Cursor): void {
  cursor.optionWords.push({ word: cursor.words[cursor.at]!, option });
  cursor.at += 1;
  // Source: keepalived 2.4.3, vrrp/vrrp_iproute.c and vrrp_iprule.c: the word behind inet and inet6 is skipped unread.
  if (option.arguments.length === 0 && /^inet6?$/.test(option.name)) cursor.at += 1;
  takeArguments(option.arguments, cursor, option);
}

/** A word of unknown content fits every argument. */
function isFit(word: AnyWord, argument: Argument, target: Version): boolean {
  return word.unknown !== undefined || checkValue(word.value, argument, target) === undefined;
}

/** One that has been given may be given again, but only a word of its kind is meant so. */
function choosePositional(
  positional: readonly Option[],
  given: ReadonlySet<Option>,
  word: AnyWord,
  { at, target, atUnknown }: Cursor,
): Option | undefined {
  if (atUnknown === "destination") return undefined;
  // The schema counts the keyword as word 0.
  const here = positional.filter((option) => option.word === undefined || option.word === at + 1);
  const others = here.filter((option) => !given.has(option));
  const fits = ({ arguments: [first] }: Option) => first !== undefined && isFit(word, first, target);
  return (
    others.find(fits) ??
    here.find(fits) ??
    others[0] ??
    here.find(({ arguments: [first] }) => first && isOutOfRange(word, first, target))
  );
}

function isOutOfRange({ value }: AnyWord, argument: Argument, target: Version): boolean {
  return checkValue(value, argument, target)?.kind === "out-of-range";
}

export function namesOf(option: Option): readonly string[] {
  return [option.name, ...(option.aliases ?? []).map(({ name }) => name)];
}

/** `to destination` or `[type] destination`, but not all three. Source: keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route. */
function takeDestination(cursor: Cursor): void {
  const text = cursor.words[cursor.at]!.value;
  if (text === "to" || isRouteType(text)) cursor.at += 1;
  if (cursor.at < cursor.words.length) {
    take(routeDestination, cursor);
  } else {
    const after = cursor.words[cursor.at - 1];
    cursor.missing = { argument: routeDestination, ...(after && { after }) };
  }
}

function chooseVariant(variants: readonly (readonly Argument[])[], { words, at, target }: Cursor): readonly Argument[] {
  const word = words[at];
  const literal = variants.find(([first]) => first?.type === "literal" && first.value === word?.value);
  if (literal) return literal;
  const others = variants.filter(([first]) => first?.type !== "literal");
  const fitting = others.find(([first]) => first && word && isFit(word, first, target));
  return fitting ?? others[0] ?? variants[0] ?? [];
}
