/** Statements by their name, and values with the word that they were read from. */
import type { Sourced } from "../objects.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import type { SettingBlock } from "../values/settings.js";

export function sourced<T, From extends EffectiveStatement | EffectiveLine = EffectiveStatement | EffectiveLine>(
  value: T,
  word: EffectiveWord,
  from: From,
): Sourced<T> & { readonly from: From } {
  return { value, place: word.place, from };
}

/** The block's own statements of a name, in the order of reading. */
export function childrenNamed(block: SettingBlock, ...names: readonly string[]): readonly EffectiveStatement[] {
  return block.children.filter(({ keyword }) => names.includes(keyword.name));
}

/** Only the members that have a value: what is absent is left out. */
export function present<T extends object>(members: { [Key in keyof T]: T[Key] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in members) if (members[key] !== undefined) kept[key] = members[key];
  return kept as T;
}
