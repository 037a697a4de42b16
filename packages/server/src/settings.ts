import { ruleById } from "@kalint/lint";
import { say } from "@kalint/schema";
import { type HintKind, hintKinds, type LensKind, lensKinds, newestVersion, resolveTarget } from "@kalint/service";
import type { Settings } from "./workspace.js";

const levels: readonly unknown[] = ["error", "warning", "info", "off"];

/** Everything that a client may set; `trace` is read by the client itself. */
const known: readonly string[] = ["target", "rules", "inlayHints", "codeLens", "trace"];

/** Units and references say what the text says already, for those who ask for it. */
export const usualHints: ReadonlySet<HintKind> = new Set(["defaults", "priority", "references"] as const);
export const usualLenses: ReadonlySet<LensKind> = new Set(["failover", "weights"] as const);

/** What of a client's `kalint` section is usable, and a sentence for everything that is not. */
export function readSettings(section: unknown): { settings: Partial<Settings>; problems: string[] } {
  const problems: string[] = [];
  if (typeof section !== "object" || section === null) return { settings: {}, problems };
  const { target, rules, inlayHints, codeLens } = section as Readonly<Record<string, unknown>>;
  let settings: Partial<Settings> = {};
  for (const key of Object.keys(section)) {
    if (!known.includes(key))
      problems.push(say`kalint.${key}: there is no such setting; there are ${known.join(", ")}`);
  }
  if (target === "") settings = { target: { version: newestVersion, lacks: [] } };
  else if (typeof target === "string") {
    const found = resolveTarget(target);
    if (found) settings = { ...settings, target: found };
    else
      problems.push(
        say`kalint.target: "${target}" is neither a release of keepalived such as 2.2.7, nor next, nor a distribution such as debian-12`,
      );
  } else if (target !== undefined && target !== null) {
    problems.push(say`kalint.target must be a text, such as 2.2.7 or debian-12`);
  }
  if (typeof rules === "object" && rules !== null) {
    const entries = Object.entries(rules);
    const usable = entries.filter(([, level]) => levels.includes(level));
    for (const [id] of entries.filter(([, level]) => !levels.includes(level))) {
      problems.push(say`kalint.rules: "${id}" must be one of error, warning, info, off`);
    }
    for (const [id] of usable) {
      if (!ruleById(id)) problems.push(say`kalint.rules: there is no rule "${id}"`);
    }
    settings = { ...settings, severities: Object.fromEntries(usable) };
  }
  const hints = switches("inlayHints", inlayHints, hintKinds, usualHints, problems);
  const lenses = switches("codeLens", codeLens, lensKinds, usualLenses, problems);
  return { settings: { ...settings, ...(hints && { hints }), ...(lenses && { lenses }) }, problems };
}

/** `{ "units": true }` over what is usual. */
function switches<Kind extends string>(
  name: string,
  given: unknown,
  kinds: readonly Kind[],
  usual: ReadonlySet<Kind>,
  problems: string[],
): ReadonlySet<Kind> | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const chosen = new Set(usual);
  for (const [key, value] of Object.entries(given)) {
    const kind = kinds.find((one) => one === key);
    if (!kind) problems.push(say`kalint.${name}.${key}: there is no such setting; there are ${kinds.join(", ")}`);
    else if (typeof value !== "boolean") problems.push(say`kalint.${name}.${key} must be true or false`);
    else if (value) chosen.add(kind);
    else chosen.delete(kind);
  }
  return chosen;
}
