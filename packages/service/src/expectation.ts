import { type Argument, type EnumValue, isKnownIn, type LineGrammar, type Option, type Version } from "@kalint/schema";

export type ValueArgument = Exclude<Argument, { type: "variant" | "options" }>;

/** One thing that a word of a line may be: a value of an argument, or the name of an option (`dev` in `10.0.0.1 dev eth0`). */
export type Expectation =
  | {
      readonly kind: "value";
      readonly argument: ValueArgument;
      readonly option?: Option;
    }
  | { readonly kind: "option"; readonly option: Option };

/**
 * What the word after `before` may be, most likely first. Words that fit nothing are passed over, so that one wrong
 * word does not hide the rest of its line.
 */
export function expectedAfter(
  signature: readonly Argument[],
  before: readonly string[],
  target: Version,
): readonly Expectation[] {
  let states: Sequence[] = [sequence(signature)];
  for (const word of before) {
    const steps = states.flatMap((state) => [...firstOf(state, target)]);
    const accepting = steps.filter((step) => fit(step.expectation, word) !== "no");
    const exact = accepting.filter((step) => fit(step.expectation, word) === "exact");
    const taken = exact.length > 0 ? exact : accepting.length > 0 ? accepting : steps.filter(isValue);
    if (taken.length > 0) states = [...new Set(taken.map((step) => step.rest))];
  }
  const expectations = states.flatMap((state) => [...firstOf(state, target)].map((step) => step.expectation));
  return expectations.filter((one, index) => expectations.findIndex((other) => sameExpectation(one, other)) === index);
}

/** Those that `word` satisfies, the exact ones alone where there are such; all of `expectations` where it satisfies none. */
export function fitting(expectations: readonly Expectation[], word: string): readonly Expectation[] {
  const exact = expectations.filter((one) => fit(one, word) === "exact");
  if (exact.length > 0) return exact;
  const possible = expectations.filter((one) => fit(one, word) === "possible");
  return possible.length > 0 ? possible : expectations.filter((one) => one.kind === "value");
}

/** A line of a block of free lines, as the arguments of a keyword would be written. */
export function signatureOfLine(grammar: LineGrammar, block: string): readonly Argument[] {
  if (grammar.words) return [{ ...grammar.words, variadic: true }];
  const lead: readonly Argument[] = grammar.variants
    ? [{ name: "line", type: "variant", variants: grammar.variants }]
    : grammar.positional;
  const options = grammar.options.filter((option) => !option.only || option.only.includes(block));
  return options.length === 0 ? lead : [...lead, { name: "options", type: "options", options, optional: true }];
}

type Sequence = { readonly argument: Argument; readonly option?: Option; readonly rest: Sequence } | undefined;
interface Step {
  readonly expectation: Expectation;
  readonly rest: Sequence;
}

function sequence(parts: readonly Argument[], rest: Sequence = undefined, option?: Option): Sequence {
  return parts.reduceRight<Sequence>((tail, argument) => ({ argument, ...(option && { option }), rest: tail }), rest);
}

/** The steps that can be taken from `at`, without those from `end` on. */
function* firstOf(at: Sequence, target: Version, end: Sequence = undefined): Iterable<Step> {
  if (!at || at === end) return;
  const { argument, option, rest } = at;
  if (argument.type === "options") {
    for (const one of argument.options) {
      if (!isKnownIn(one, target)) continue;
      if (one.positional) yield* firstOf(sequence(one.arguments, at, one), target, at);
      else yield { expectation: { kind: "option", option: one }, rest: sequence(one.arguments, at, one) };
    }
    yield* firstOf(rest, target, end);
    return;
  }
  if (argument.type === "variant") {
    for (const variant of argument.variants) yield* firstOf(sequence(variant, rest, option), target, rest);
  } else {
    yield { expectation: { kind: "value", argument, ...(option && { option }) }, rest: argument.variadic ? at : rest };
  }
  if (argument.optional) yield* firstOf(rest, target, end);
}

function fit(expectation: Expectation, word: string): "exact" | "possible" | "no" {
  if (word.includes("$")) return expectation.kind === "value" ? "possible" : "no";
  if (expectation.kind === "option") {
    const { name, aliases = [] } = expectation.option;
    return word === name || aliases.some((alias) => alias.name === word) ? "exact" : "no";
  }
  const { argument } = expectation;
  if (isWordOf(argument, word)) return "exact";
  switch (argument.type) {
    case "uint":
    case "int":
    case "decimal":
    case "port":
      return /^[-+]?(0x[0-9a-f]+|\d*\.?\d+)$/i.test(word) ? "possible" : "no";
    case "duration":
      return /^\d*\.?\d+(m?s|m?secs?)?$/.test(word) ? "possible" : "no";
    case "ip":
    case "ip-mask":
    case "ip-range":
      return /^[\d.]+(\/\d+)?(-[\d.]+)?$|:/.test(word) ? "possible" : "no";
    case "mac":
      return word.includes(":") ? "possible" : "no";
    case "bool":
    case "enum":
    case "literal":
      return "no";
    default:
      return "possible";
  }
}

/** The words with a meaning of their own that an argument takes, in the schema's order. */
export function wordsOf(argument: ValueArgument): readonly EnumValue[] {
  if (argument.type === "literal") return [{ value: argument.value }];
  if (argument.type === "bool") return booleanWords.map((value) => ({ value }));
  if ("values" in argument && argument.values) return argument.values;
  return "words" in argument && argument.words ? argument.words : [];
}

/** The word of the argument that `word` is, its sign aside. */
export function wordNamed(argument: ValueArgument, word: string): EnumValue | undefined {
  const signs = argument.type === "enum" ? (argument.prefixes ?? []) : [];
  const bare = signs.some((sign) => word.startsWith(sign)) ? word.slice(1) : word;
  const anyCase = "caseSensitive" in argument && argument.caseSensitive === false;
  return wordsOf(argument).find(({ value }) => sameWord(value, bare, !anyCase));
}

const isWordOf = (argument: ValueArgument, word: string): boolean => wordNamed(argument, word) !== undefined;

export const booleanWords: readonly string[] = ["true", "on", "yes", "false", "off", "no"];

const isValue = (step: Step): boolean => step.expectation.kind === "value";

function sameWord(value: string, word: string, caseSensitive: boolean): boolean {
  return caseSensitive ? value === word : value.toLowerCase() === word.toLowerCase();
}

function sameExpectation(a: Expectation, b: Expectation): boolean {
  if (a.kind === "value") return b.kind === "value" && a.argument === b.argument && a.option === b.option;
  return b.kind === "option" && a.option === b.option;
}
