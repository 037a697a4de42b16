import { categories } from "../categories.js";
import { rules } from "../rules.js";

/** What stands for several rules wherever a rule's level is set. */
export const groupNames: readonly string[] = ["all", ...categories.map(({ id }) => id)];

/**
 * Settings by rule, of settings by rule, category and `all`: what names fewer rules wins. Rules of another preset are
 * switched off with their category, and on only by their own name.
 */
export function settingsByRule<T>(
  given: Readonly<Record<string, T>>,
  isOff: (setting: T) => boolean,
): Record<string, T> {
  const result: Record<string, T> = {};
  for (const name of groupNames) {
    const setting = given[name];
    if (setting === undefined) continue;
    for (const { id, category, preset } of rules) {
      if ((name === "all" || name === category) && (preset === undefined || isOff(setting))) {
        result[id] = setting;
      }
    }
  }
  for (const [name, setting] of Object.entries(given)) if (!groupNames.includes(name)) result[name] = setting;
  return result;
}
