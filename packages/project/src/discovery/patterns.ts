import ignore, { type Ignore } from "ignore";
import type { Patterns } from "../configuration/types.js";

const compiled = new WeakMap<Patterns, Ignore>();

/** Whether patterns as in `.gitignore` name a path (absolute); a folder's ends with `/`. What lies above their folder they do not reach. */
export function matches(patterns: Patterns, path: string): boolean {
  const { folder, files } = patterns;
  const inside = folder.endsWith("/") ? folder : `${folder}/`;
  const name = path.startsWith(inside) ? path.slice(inside.length) : "";
  if (name === "") return false;
  let rules = compiled.get(patterns);
  if (rules === undefined) {
    rules = ignore().add([...files]);
    compiled.set(patterns, rules);
  }
  return rules.ignores(name);
}
