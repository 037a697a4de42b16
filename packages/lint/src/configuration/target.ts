import { distributions, newestVersion, resolveTarget, type Target } from "@kalint/schema";
import { nearest } from "../suggest.js";

/** What a name stands for (a keepalived version, or a distribution's keepalived), or why it stands for nothing. */
export function targetNamed(text: string): Target | { readonly problem: string } {
  const target = resolveTarget(text);
  if (target) return target;
  const names = distributions.flatMap(({ name, also = [] }) => [name, ...also]);
  // Another number is another release, not a slip.
  const numberOf = (name: string) => name.replace(/[^\d.]/g, "");
  const near = nearest(text, names).find(({ word }) => numberOf(word) === numberOf(text));
  const hint = near === undefined ? "" : ` Did you mean ${near.word}?`;
  const families = [...new Set(distributions.map(({ name }) => name.replace(/-.*/, "")))];
  return {
    problem: `cannot be '${text}'.${hint} Allowed: a keepalived version such as ${newestVersion} or 2.2.7, or a release of ${families.join(", ")} such as debian-12.`,
  };
}
