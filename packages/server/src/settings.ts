import { newestVersion, resolveTarget } from "@kalint/service";
import type { Settings } from "./workspace.js";

const levels: readonly unknown[] = ["error", "warning", "info", "off"];

/** What of a client's `kalint` section is usable, and a sentence for everything that is not. */
export function readSettings(section: unknown): { settings: Partial<Settings>; problems: string[] } {
  const problems: string[] = [];
  if (typeof section !== "object" || section === null) return { settings: {}, problems };
  const { target, rules } = section as { target?: unknown; rules?: unknown };
  let settings: Partial<Settings> = {};
  if (target === "") settings = { target: { version: newestVersion, lacks: [] } };
  else if (typeof target === "string") {
    const found = resolveTarget(target);
    if (found) settings = { ...settings, target: found };
    else
      problems.push(
        `kalint.target: "${target}" is neither a keepalived version such as 2.2.7 nor a distribution such as debian-12`,
      );
  }
  if (typeof rules === "object" && rules !== null) {
    const entries = Object.entries(rules);
    const usable = entries.filter(([, level]) => levels.includes(level));
    for (const [id] of entries.filter(([, level]) => !levels.includes(level))) {
      problems.push(`kalint.rules: "${id}" must be one of error, warning, info, off`);
    }
    settings = { ...settings, severities: Object.fromEntries(usable) };
  }
  return { settings, problems };
}
