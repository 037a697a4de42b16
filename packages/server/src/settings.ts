import { parseVersion } from "@kalint/service";
import type { Settings } from "./workspace.js";

const levels: readonly unknown[] = ["error", "warning", "info", "off"];

/** What of a client's `kalint` section is usable, and a sentence for everything that is not. */
export function readSettings(section: unknown): { settings: Partial<Settings>; problems: string[] } {
  const problems: string[] = [];
  if (typeof section !== "object" || section === null) return { settings: {}, problems };
  const { target, rules } = section as { target?: unknown; rules?: unknown };
  let settings: Partial<Settings> = {};
  if (typeof target === "string" && target !== "") {
    const version = parseVersion(target);
    if (version) settings = { ...settings, target: version };
    else problems.push(`kalint.target: "${target}" is no keepalived version such as 2.2.7`);
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
