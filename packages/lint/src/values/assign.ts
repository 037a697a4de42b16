import type { EffectiveWord } from "@kalint/daemon";
import {
  type Argument,
  compareVersions,
  isKnownIn,
  type LineGrammar,
  type Option,
  type OptionsArgument,
  type Version,
} from "@kalint/schema";
import { checkValue } from "./check.js";

/** Which word is the value of which argument. */
export interface AssignedWord {
  readonly argument: Argument;
  readonly word: EffectiveWord;
  /** The option that the argument belongs to. */
  readonly option?: Option;
}

export interface MissingArgument {
  readonly argument: Argument;
  readonly option?: Option;
  /** The word before the gap, if there is one. */
  readonly after?: EffectiveWord;
}

export interface Assignment {
  readonly values: readonly AssignedWord[];
  /** The words that name options, under whichever name. */
  readonly optionWords: readonly { readonly word: EffectiveWord; readonly option: Option }[];
  readonly missing?: MissingArgument;
  /** Words that nobody looks at. */
  readonly surplus: readonly EffectiveWord[];
  /** Words where only the name of an option can stand. */
  readonly unknown: readonly { readonly word: EffectiveWord; readonly options: readonly Option[] }[];
}

/** What happens at a word that names no option: read on, read no further, or take it as a route's destination. */
type AtUnknown = "continue" | "stop" | "destination";

interface Cursor {
  readonly words: readonly EffectiveWord[];
  readonly target: Version;
  readonly atUnknown: AtUnknown;
  at: number;
  readonly values: AssignedWord[];
  readonly optionWords: { readonly word: EffectiveWord; readonly option: Option }[];
  readonly unknown: { readonly word: EffectiveWord; readonly options: readonly Option[] }[];
  missing?: MissingArgument;
}

/** Gives the words behind a keyword to its arguments, in order. */
export function assignArguments(
  all: readonly Argument[],
  words: readonly EffectiveWord[],
  target: Version,
  atUnknown: AtUnknown = "continue",
): Assignment {
  const cursor = startAt(words, target, atUnknown);
  takeArguments(all, cursor);
  return finish(cursor);
}

/** Gives the words of a free line to the parts of its grammar; `block` is the name of the block that it stands in. */
export function assignLine(
  declared: LineGrammar,
  words: readonly EffectiveWord[],
  target: Version,
  block: string,
): Assignment {
  const grammar = {
    ...declared,
    options: declared.options.filter(({ only }) => only === undefined || only.includes(block)),
  };
  const atUnknown =
    grammar.unknownWord === "destination"
      ? "destination"
      : grammar.unknownWord === "word-ignored"
        ? "continue"
        : "stop";
  const cursor = startAt(words, target, atUnknown);
  if (grammar.words) {
    for (const word of words) cursor.values.push({ argument: grammar.words, word });
    cursor.at = words.length;
  } else if (grammar.variants) {
    takeArguments(chooseVariant(grammar.variants, cursor), cursor);
  } else {
    takeArguments(grammar.positional, cursor);
    if (cursor.missing === undefined) {
      if (grammar.order === "fixed") takeInOrder(grammar, cursor);
      else takeOptions(grammar.options, cursor);
    }
  }
  return finish(cursor);
}

function startAt(words: readonly EffectiveWord[], target: Version, atUnknown: AtUnknown): Cursor {
  return { words, target, atUnknown, at: 0, values: [], optionWords: [], unknown: [] };
}

function finish({ values, optionWords, missing, words, at, unknown }: Cursor): Assignment {
  const surplus = missing === undefined ? words.slice(at) : [];
  return { values, optionWords, surplus, unknown, ...(missing && { missing }) };
}

function takeArguments(all: readonly Argument[], cursor: Cursor, option?: Option): void {
  const list = all.filter(({ since }) => since === undefined || compareVersions(cursor.target, since) >= 0);
  for (const [index, argument] of list.entries()) {
    if (cursor.missing !== undefined) return;
    if (argument.type === "options") {
      const start = cursor.at;
      takeOptions(argument.options, cursor, option !== undefined);
      requireOptions(argument, start, cursor);
    } else if (argument.type === "variant") {
      if (cursor.at >= cursor.words.length && argument.optional) continue;
      takeArguments(chooseVariant(argument.variants, cursor), cursor, option);
    } else if (cursor.at >= cursor.words.length) {
      if (argument.optional) continue;
      const after = cursor.words[cursor.at - 1];
      cursor.missing = { argument, ...(option && { option }), ...(after && { after }) };
    } else if (argument.variadic) {
      while (cursor.at < cursor.words.length) take(argument, cursor, option);
    } else if (!(argument.optional && standsForLater(argument, list.length > index + 1, cursor))) {
      take(argument, cursor, option);
    }
  }
}

/** `via inet 10.0.0.1` and `via 10.0.0.1`: an optional word is skipped where only what follows can be meant. */
function standsForLater(argument: Argument, hasLater: boolean, { words, at, target }: Cursor): boolean {
  if (!hasLater && argument.type !== "literal") return false;
  return (
    (argument.type === "enum" || argument.type === "literal") &&
    checkValue(words[at]!.value, argument, target) !== undefined
  );
}

function take(argument: Argument, cursor: Cursor, option?: Option): void {
  const word = cursor.words[cursor.at]!;
  cursor.at += 1;
  cursor.values.push({ argument, word, ...(option && { option }) });
}

/** Options each at most once, as listed; what follows them is not looked at. */
function takeInOrder(grammar: LineGrammar, cursor: Cursor): void {
  const known = grammar.options.filter((option) => isKnownIn(option, cursor.target));
  for (const option of known) {
    const word = cursor.words[cursor.at];
    if (word === undefined) return;
    if (namesOf(option).includes(word.value)) takeOption(option, cursor);
    else cursor.unknown.push({ word, options: known });
  }
  if (known.length === 0 && grammar.unknownWord !== "ignored") {
    for (const word of cursor.words.slice(cursor.at)) cursor.unknown.push({ word, options: known });
    cursor.at = cursor.words.length;
  }
  if (cursor.unknown.length > 0) cursor.at = cursor.words.length;
}

/** `nested`: options that belong to another option end where a word is none of theirs. */
function takeOptions(options: readonly Option[], cursor: Cursor, nested = false): void {
  const known = options.filter((option) => isKnownIn(option, cursor.target));
  const positional = known.filter((option) => option.positional);
  while (cursor.at < cursor.words.length && cursor.missing === undefined) {
    const word = cursor.words[cursor.at]!;
    const option = known.find((each) => !each.positional && namesOf(each).includes(word.value));
    const byPlace = option ? undefined : choosePositional(positional, word, cursor);
    if (option) {
      takeOption(option, cursor);
    } else if (byPlace) {
      positional.splice(positional.indexOf(byPlace), 1);
      takeArguments(byPlace.arguments, cursor, byPlace);
    } else if (nested) {
      return;
    } else if (cursor.atUnknown === "destination") {
      takeDestination(cursor);
    } else {
      cursor.unknown.push({ word, options: known });
      cursor.at = cursor.atUnknown === "continue" ? cursor.at + 1 : cursor.words.length;
    }
  }
}

/** Some keywords do nothing without one of their options, or without a certain one. */
function requireOptions({ options, minOptions = 0 }: OptionsArgument, start: number, cursor: Cursor): void {
  if (cursor.missing !== undefined || cursor.unknown.length > 0) return;
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

function choosePositional(
  positional: readonly Option[],
  { value }: EffectiveWord,
  { at, target, atUnknown }: Cursor,
): Option | undefined {
  if (atUnknown === "destination") return undefined;
  // The schema counts the keyword as word 0.
  const here = positional.filter(({ word }) => word === undefined || word === at + 1);
  const fitting = here.find(({ arguments: [first] }) => first && checkValue(value, first, target) === undefined);
  return fitting ?? here[0];
}

export function namesOf(option: Option): readonly string[] {
  return [option.name, ...(option.aliases ?? []).map(({ name }) => name)];
}

const destination: Argument = {
  name: "destination",
  type: "ip-mask",
  family: "any",
  words: [
    { value: "default" },
    { value: "any" },
    { value: "all" },
    { value: "default6", deprecated: { replacement: "::/0", reported: "logged" } },
  ],
};
/** What may stand before the destination; a number from 0 to 255 will do as well. */
const routeType =
  /^(unicast|local|nat|broadcast|brd|anycast|multicast|prohibit|unreachable|blackhole|xresolve|throw|\d{1,3})$/;

/** `to destination` or `[type] destination`, but not all three. Source: keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route. */
function takeDestination(cursor: Cursor): void {
  const text = cursor.words[cursor.at]!.value;
  if (text === "to" || routeType.test(text)) cursor.at += 1;
  if (cursor.at < cursor.words.length) {
    take(destination, cursor);
  } else {
    const after = cursor.words[cursor.at - 1];
    cursor.missing = { argument: destination, ...(after && { after }) };
  }
}

function chooseVariant(variants: readonly (readonly Argument[])[], { words, at, target }: Cursor): readonly Argument[] {
  const text = words[at]?.value;
  const literal = variants.find(([first]) => first?.type === "literal" && first.value === text);
  if (literal) return literal;
  const others = variants.filter(([first]) => first?.type !== "literal");
  const fitting = others.find(
    ([first]) => first && text !== undefined && checkValue(text, first, target) === undefined,
  );
  return fitting ?? others[0] ?? variants[0] ?? [];
}
