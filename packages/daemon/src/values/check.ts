import {
  type Argument,
  argumentIn,
  booleanWords,
  type EnumArgument,
  type EnumValue,
  isKnownIn,
  knownIn,
  type TextArgument,
  type Version,
} from "@kalint/schema";
import { checkAddress } from "./addresses.js";
import { checkDecimal, checkDuration, checkWhole } from "./numbers.js";
import { problemOf, type ValueProblem } from "./problem.js";
import { checkText } from "./texts.js";

/** Why `text` is no value for the argument in the target release, or `undefined` where it is one or nobody can tell here. */
export function checkValue(text: string, declared: Argument, target: Version): ValueProblem | undefined {
  const argument = argumentIn(declared, target);
  switch (argument.type) {
    case "uint":
    case "int":
      return isWord(text, argument.words, target) ? undefined : checkWhole(text, argument);
    case "port":
      return checkWhole(text, argument);
    case "duration":
      return checkDuration(text, argument, target);
    case "literal":
      return checkWord(text, [argument.value], true, argument);
    case "decimal":
      return checkDecimal(text, argument, target);
    case "bool":
      return checkWord(text, booleanWords, true, argument);
    case "enum":
      return checkEnumeration(text, argument, target);
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return isWord(text, argument.words, target) ? undefined : checkAddress(text, argument);
    case "variant":
    case "options":
    case "reference":
      return undefined;
    case "enum-or-uint":
      return checkEnumerationOrNumber(text, argument, target);
    default:
      return checkText(text, argument);
  }
}

/** The words of a list that the target knows. */
export function wordsIn(values: readonly EnumValue[], target: Version): readonly string[] {
  const known = knownIn(values, target);
  const earlier = wordLists.get(known);
  if (earlier !== undefined) return earlier;
  const words = known.map(({ value }) => value);
  wordLists.set(known, words);
  return words;
}

const wordLists = new WeakMap<readonly EnumValue[], readonly string[]>();

function isWord(text: string, words: readonly EnumValue[] | undefined, target: Version): boolean {
  return words?.some((word) => word.value === text && isKnownIn(word, target)) ?? false;
}

function checkEnumeration(text: string, argument: EnumArgument, target: Version): ValueProblem | undefined {
  const word = text.slice(prefixOf(text, argument).length);
  const problem = checkWord(word, wordsIn(argument.values, target), argument.caseSensitive, argument);
  const since = argument.values.find(({ value }) => value === word)?.since;
  return problem?.kind === "unknown-word" && since !== undefined ? { ...problem, since } : problem;
}

/** The sign before a word (`+read`), or nothing. */
export function prefixOf(text: string, argument: Argument): string {
  return (argument.type === "enum" && argument.prefixes?.find((each) => text.startsWith(each))) || "";
}

function checkWord(
  text: string,
  words: readonly string[],
  caseSensitive: boolean,
  argument: Argument,
): ValueProblem | undefined {
  if (words.includes(text)) return undefined;
  const word = words.find((each) => each.toLowerCase() === text.toLowerCase());
  if (word === undefined) return problemOf(argument, { kind: "unknown-word", words });
  return caseSensitive ? problemOf(argument, { kind: "wrong-case", words, word }) : undefined;
}

function checkEnumerationOrNumber(text: string, argument: TextArgument, target: Version): ValueProblem | undefined {
  const { name, values = [], caseSensitive = true, min = 0, max = Number.MAX_SAFE_INTEGER } = argument;
  const problem = /^[+-]?\d/.test(text)
    ? checkWhole(text, { type: "uint", name, min, max })
    : checkEnumeration(text, { type: "enum", name, values, caseSensitive }, target);
  return problem && { ...problem, argument };
}
