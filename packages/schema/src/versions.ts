import type { Lifetime, Version } from "./types.js";

/** The newest release that the data describes. What has come after it carries the number of the release to come. */
export const newestVersion: Version = "2.4.3";

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
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; index < 3; index++) {
    const difference = Number(left[index]) - Number(right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether release `target` knows what has this lifetime. */
export function isKnownIn({ since, removed }: Partial<Lifetime>, target: Version): boolean {
  return (since === undefined || compareVersions(since, target) <= 0) && !isRemovedIn({ removed }, target);
}

export function isRemovedIn({ removed }: { readonly removed?: Version | undefined }, target: Version): boolean {
  return removed !== undefined && compareVersions(target, removed) >= 0;
}
