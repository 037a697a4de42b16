import { distributions, newestVersion, resolveTarget, type Version } from "@kalint/schema";
import { nearest } from "../suggest.js";

/** The keepalived version that a name stands for (a version itself, or a distribution's), or why it stands for none. */
export function targetNamed(text: string): { readonly version: Version } | { readonly problem: string } {
  const target = resolveTarget(text);
  if (target) return { version: target.version };
  const [near] = nearest(
    text,
    distributions.flatMap(({ name, also = [] }) => [name, ...also]),
  );
  const hint = near === undefined ? "" : ` Did you mean ${near.word}?`;
  const families = [...new Set(distributions.map(({ name }) => name.replace(/-.*/, "")))];
  return {
    problem: `cannot be '${text}'.${hint} Allowed: a keepalived version such as ${newestVersion} or 2.2.7, or a release of ${families.join(", ")} such as debian-12.`,
  };
}
