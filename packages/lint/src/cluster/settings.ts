/** Settings of blocks as hosts are compared by them. */
import { type EffectiveStatement, type Place, settingOf } from "@kalint/daemon";
import type { Version } from "@kalint/schema";

export interface ComparedSetting {
  /** The words after the keyword, joined. */
  readonly text: string;
  readonly place: Place;
}

/** The line that counts among these names. */
export function comparedSetting(
  children: readonly EffectiveStatement[],
  target: Version,
  ...names: readonly string[]
): ComparedSetting | undefined {
  const statement = settingOf({ children }, names, target)?.from;
  if (statement === undefined) return undefined;
  return {
    text: statement.words
      .slice(1)
      .map(({ value }) => value)
      .join(" "),
    place: statement.words[0]?.place ?? statement.place,
  };
}
