import { keywords } from "./keywords/index.js";
import type { Argument, Keyword, Version } from "./types.js";
import { compareVersions } from "./versions.js";

/** Every keyword at every place, each block followed by what it holds. */
export const allKeywords: readonly Keyword[] = flatten(keywords);

const byPath: ReadonlyMap<string, Keyword> = new Map(allKeywords.map((keyword) => [keyword.path, keyword]));

/** The names of the blocks at the top of a configuration: those with a brace. */
export const rootBlockNames: ReadonlySet<string> = new Set(
  keywords.filter((keyword) => keyword.kind === "block" || keyword.kind === "lines").map((keyword) => keyword.name),
);

/** The keyword at a path such as `vrrp_instance/priority`. */
export function keywordAt(path: string): Keyword | undefined {
  return byPath.get(path);
}

/** The keyword as release `target` took it: the newest facts with those that were different then put over them. */
export function keywordIn(keyword: Keyword, target: Version): Keyword {
  const variant = keyword.variants?.find(({ until }) => compareVersions(target, until) <= 0);
  if (!variant) return keyword;
  const { until: _until, ...facts } = variant;
  return { ...keyword, ...facts };
}

/** The argument as release `target` took it: its bounds, decimals and type where they were different then. */
export function argumentIn(argument: Argument, target: Version): Argument {
  const bounds = argument.until?.find(({ until }) => compareVersions(target, until) <= 0);
  if (!bounds) return argument;
  const { until: _until, ...facts } = bounds;
  return { ...argument, ...facts } as Argument;
}

function flatten(level: readonly Keyword[]): Keyword[] {
  return level.flatMap((keyword) => [keyword, ...flatten(keyword.children ?? [])]);
}
