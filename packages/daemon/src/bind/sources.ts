/** Statements by their name, and values with the word that they were read from. */
import type { Sourced } from "../objects.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord, Place } from "../types.js";
import type { SettingBlock } from "../values/settings.js";

export function sourced<T, From extends EffectiveStatement | EffectiveLine = EffectiveStatement | EffectiveLine>(
  value: T,
  word: EffectiveWord,
  from: From,
): Sourced<T> & { readonly from: From } {
  return { value, place: word.place, from };
}

/** A value with the word that holds it, whose place is made when somebody asks. */
export class SourcedWord<T, From extends EffectiveStatement | EffectiveLine> implements Sourced<T> {
  readonly value: T;
  readonly from: From;
  /** Of the word among those of its line. */
  private readonly index: number;

  constructor(value: T, from: From, index: number) {
    this.value = value;
    this.from = from;
    this.index = index;
  }

  get place(): Place {
    return this.from.words[this.index]!.place;
  }
}

/** The block's own statements of a name, in the order of reading. */
export function childrenNamed(block: SettingBlock, ...names: readonly string[]): readonly EffectiveStatement[] {
  const [first] = names;
  let found: EffectiveStatement[] | undefined;
  for (const child of block.children) {
    const { name } = child.keyword;
    if (name !== first && (names.length === 1 || !names.includes(name))) continue;
    if (found) found.push(child);
    else found = [child];
  }
  return found ?? none;
}

const none: readonly EffectiveStatement[] = [];

/** Whether the block has a statement of that name. */
export function hasChild(block: SettingBlock, name: string): boolean {
  for (const child of block.children) if (child.keyword.name === name) return true;
  return false;
}

/** The block's last statement of that name. */
export function lastChild({ children }: SettingBlock, name: string): EffectiveStatement | undefined {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    if (children[index]!.keyword.name === name) return children[index];
  }
  return undefined;
}

/** Only the members that have a value: what is absent is left out. */
export function present<T extends object>(members: { [Key in keyof T]: T[Key] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in members) if (members[key] !== undefined) kept[key] = members[key];
  return kept as T;
}
