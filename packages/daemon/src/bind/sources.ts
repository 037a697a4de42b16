/** Values out of statements, each with the word that it was read from. */
import type { Sourced } from "../objects.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import { type ReadValue, readBoolean, readDecimal, readInt, readUnsigned } from "../values.js";

/** What has statements of its own: a block, or several of one kind taken together. */
export type Block = Pick<EffectiveStatement, "children">;

export function sourced<T, From extends EffectiveStatement | EffectiveLine = EffectiveStatement | EffectiveLine>(
  value: T,
  word: EffectiveWord,
  from: From,
): Sourced<T> & { readonly from: From } {
  return { value, place: word.place, from };
}

/** The block's own statements of a name, in the order of reading. */
export function childrenNamed(block: Block, ...names: readonly string[]): readonly EffectiveStatement[] {
  return block.children.filter(({ keyword }) => names.includes(keyword.name));
}

/** The value of the last statement of a name that the daemon accepts. */
export function lastValue<T>(
  block: Block,
  name: string | readonly string[],
  read: (text: string) => ReadValue<T>,
  argument = 1,
): Sourced<T> | undefined {
  let result: Sourced<T> | undefined;
  for (const statement of childrenNamed(block, ...(typeof name === "string" ? [name] : name))) {
    const word = statement.words[argument];
    if (!word) continue;
    const { value } = read(word.value);
    if (value !== undefined) result = sourced(value, word, statement);
  }
  return result;
}

export function lastText(block: Block, ...names: readonly string[]): Sourced<string> | undefined {
  return lastValue(block, names, (value) => ({ value }));
}

/** The value of the first block that has one: the inner one first. */
export function inherited<From, T>(blocks: readonly From[], read: (block: From) => T | undefined): T | undefined {
  for (const block of blocks) {
    const value = read(block);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A keyword without argument that switches something on. */
export function lastFlag(block: Block, name: string): Sourced<true> | undefined {
  const statement = childrenNamed(block, name).at(-1);
  return statement && sourced(true, statement.words[0]!, statement);
}

/** A keyword that may have a boolean; alone it means true, and so it does where the release takes no boolean. */
export function lastSwitch(block: Block, name: string): boolean | undefined {
  let result: boolean | undefined;
  for (const { words, keyword } of childrenNamed(block, name)) {
    const value = words[1] && keyword.kind !== "flag" ? readBoolean(words[1].value).value : true;
    if (value !== undefined) result = value;
  }
  return result;
}

export const unsigned = (min: number, max: number) => (text: string) => readUnsigned(text, { min, max });
export const integer = (min: number, max: number) => (text: string) => readInt(text, { min, max });
export const decimal = (min: number, max: number, maxDecimals: number) => (text: string) =>
  readDecimal(text, { min, max }, maxDecimals);

export function oneOf<T extends string>(...values: readonly T[]): (text: string) => ReadValue<T> {
  return (text) => {
    const value = values.find((candidate) => candidate === text);
    return value === undefined ? {} : { value };
  };
}

/** As `oneOf`, in any case. */
export function oneOfAnyCase<T extends string>(...values: readonly T[]): (text: string) => ReadValue<T> {
  return (text) => {
    const value = values.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    return value === undefined ? {} : { value };
  };
}

/** Only the members that have a value: what is absent is left out. */
export function present<T extends object>(members: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
