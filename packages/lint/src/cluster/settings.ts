/** Settings of blocks as hosts are compared by them. */
import type { EffectiveStatement, Place } from "@kalint/daemon";

export interface Setting {
  /** The words after the keyword, joined. */
  readonly text: string;
  readonly place: Place;
}

/** The last statement with one of these names. */
export function settingOf(children: readonly EffectiveStatement[], ...names: readonly string[]): Setting | undefined {
  const statement = children.findLast(({ keyword }) => names.includes(keyword.name));
  if (statement === undefined) return undefined;
  return {
    text: statement.words
      .slice(1)
      .map(({ value }) => value)
      .join(" "),
    place: statement.words[0]?.place ?? statement.place,
  };
}
