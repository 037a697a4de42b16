import type { Level } from "@kalint/project";
import { rules } from "../rules.js";

/** What `extends` may name besides files. */
export const presetNames = ["recommended", "strict", "all"] as const;
type PresetName = (typeof presetNames)[number];

export function isPreset(name: string): name is PresetName {
  return (presetNames as readonly string[]).includes(name);
}

/**
 * The levels that a preset sets. `recommended`: every rule at its own, those of another preset off. `strict`: advice
 * becomes a warning, and the rules that are off otherwise are on. `all`: the same for every rule there is.
 */
export function presetLevels(name: PresetName): Record<string, Level> {
  if (name === "recommended") return {};
  return Object.fromEntries(
    rules
      .filter((rule) => rule.severity === "info" || rule.preset !== undefined)
      .map((rule) => [rule.id, "warning" as const]),
  );
}
