import { say } from "./locale/say.js";
import type { Lifetime, Version } from "./types.js";

/** The newest release that the data describes. */
export const newestVersion: Version = "2.4.3";

/**
 * What is on the development branch and in no release yet: the target `next`. The number stands for the release to come,
 * and nobody gets to see it.
 */
export const nextVersion: Version = "2.4.4";

/** What people call a version: `next` for what is in no release yet. */
export function releaseName(version: Version): string {
  return version === nextVersion ? "next" : version;
}

/** When what a release does not know arrives, as part of a sentence. */
export function arrivalOf(since: Version): string {
  return since === nextVersion ? "it is in no release yet (`next`)" : `it came with ${since}`;
}

/** The releases from one on. */
export function orNewer(since: Version): string {
  return since === nextVersion ? say`a release after ${newestVersion}` : say`keepalived ${since} or newer`;
}

/** Stands for "this release or an earlier one". */
export const oldestVersion: Version = "1.0.0";

/** Reads `2.2.7`, `v2.2.7` or `2.3` (which is 2.3.0); `undefined` for any other text. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  return `${Number(match[1])}.${Number(match[2])}.${Number(match[3] ?? 0)}`;
}

/** Negative where `a` is older than `b`, 0 where they are the same, positive where it is newer. */
export function compareVersions(a: Version, b: Version): number {
  return rankOf(a) - rankOf(b);
}

/** Versions in order as numbers. There are some dozens of them, and each statement is asked whether its release knows it. */
function rankOf(version: Version): number {
  const known = ranks.get(version);
  if (known !== undefined) return known;
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const rank = (major * 10_000 + minor) * 10_000 + patch;
  ranks.set(version, rank);
  return rank;
}

const ranks = new Map<Version, number>();

/** Whether release `target` knows what has this lifetime. */
export function isKnownIn({ since, removed }: Partial<Lifetime>, target: Version): boolean {
  return (since === undefined || compareVersions(since, target) <= 0) && !isRemovedIn({ removed }, target);
}

/** Those of a list of the schema that release `target` knows. Worked out once for each list: it is asked of every line. */
export function knownIn<T extends Partial<Lifetime>>(list: readonly T[], target: Version): readonly T[] {
  const byTarget = knownLists.get(list) ?? new Map<Version, readonly T[]>();
  const earlier = byTarget.get(target) as readonly T[] | undefined;
  if (earlier !== undefined) return earlier;
  const known = list.filter((each) => isKnownIn(each, target));
  knownLists.set(list, byTarget.set(target, known));
  return known;
}

const knownLists = new WeakMap<readonly object[], Map<Version, readonly object[]>>();

export function isRemovedIn({ removed }: { readonly removed?: Version | undefined }, target: Version): boolean {
  return removed !== undefined && compareVersions(target, removed) >= 0;
}
