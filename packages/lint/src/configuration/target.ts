import type { Build } from "@kalint/project";
import {
  distributionFamilies,
  distributions,
  newestVersion,
  releaseSeries,
  resolveTarget,
  say,
  type Target,
} from "@kalint/schema";
import { nearest } from "../suggest.js";

/** What a name stands for (a keepalived version, or a distribution's keepalived), or why it stands for nothing. */
export function targetNamed(text: string): Target | { readonly problem: string } {
  const target = resolveTarget(text);
  if (target) return target;
  const names = ["next", ...distributions.flatMap(({ name, also = [] }) => [name, ...also])];
  // Another number is another release, not a slip.
  const numberOf = (name: string) => name.replace(/[^\d.]/g, "");
  const near = nearest(text, names).find(({ word }) => numberOf(word) === numberOf(text));
  const hint = near === undefined ? "" : say` Did you mean ${near.word}?`;
  return { problem: say`cannot be '${text}'.${hint} ${allowedTargets()}` };
}

/** What a target stands for, as something to read with: what its build lacks by nature, and by somebody's word. */
export function buildOfTarget(
  { version, lacks, distribution }: Target,
  withoutFeatures: readonly string[] = [],
): Build {
  return {
    target: version,
    withoutFeatures: [...new Set([...lacks, ...withoutFeatures])],
    ...(distribution !== undefined && { distribution }),
  };
}

/** What a target may be, in a few lines: series and families by their first and last members. */
function allowedTargets(): string {
  const series = releaseSeries().map(({ first, last }) => range(first, last));
  const names = [...distributionFamilies().values()].map((list) => range(list[0].name, list.at(-1)!.name));
  return say`Allowed: a release of keepalived (${series.join(", ")}), next (the development branch after ${newestVersion}), or a distribution (${names.join(", ")}).`;
}

function range(first: string, last: string): string {
  return first === last ? first : say`${first} to ${last}`;
}
