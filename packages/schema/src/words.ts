/** Words with a meaning of their own. */
import type { Argument, EnumValue } from "./types.js";

/** In lower case only. */
export const trueWords: readonly string[] = ["true", "on", "yes"];
export const falseWords: readonly string[] = ["false", "off", "no"];
export const booleanWords: readonly string[] = [...trueWords, ...falseWords];

/** Those that an argument takes, in the order of its record. */
export function wordsOf(argument: Argument): readonly EnumValue[] {
  if (argument.type === "literal") return [{ value: argument.value }];
  if (argument.type === "bool") return booleanWords.map((value) => ({ value }));
  if ("values" in argument && argument.values) return argument.values;
  return "words" in argument && argument.words ? argument.words : [];
}

/** The word of the argument that `word` is, its sign aside. */
export function wordNamed(argument: Argument, word: string): EnumValue | undefined {
  const signs = argument.type === "enum" ? (argument.prefixes ?? []) : [];
  const bare = signs.some((sign) => word.startsWith(sign)) ? word.slice(1) : word;
  const anyCase = "caseSensitive" in argument && argument.caseSensitive === false;
  return wordsOf(argument).find(({ value }) => (anyCase ? value.toLowerCase() === bare.toLowerCase() : value === bare));
}
