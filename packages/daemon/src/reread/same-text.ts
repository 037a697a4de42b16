import type { EffectiveStatement } from "../types.js";

const texts = new WeakMap<EffectiveStatement, object>();

/** One value for a root block in all readings that took it over from each other: what its text alone decides can be kept by it. */
export function sameTextOf(root: EffectiveStatement): object {
  let text = texts.get(root);
  if (text === undefined) {
    text = {};
    texts.set(root, text);
  }
  return text;
}

/** `made` is `root` at another place. */
export function keepSameText(made: EffectiveStatement, root: EffectiveStatement): void {
  texts.set(made, sameTextOf(root));
}
