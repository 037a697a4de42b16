import { allKeywords } from "./lookup.js";
import { once } from "./once.js";
import type { Keyword } from "./types.js";
import { usage, usualValues } from "./usage.js";

/** Where a name is used most, of all keywords so deep in blocks, and of those within one block at the top. */
const mostUsed = once(() => {
  const byPlace = new Map<string, Keyword>();
  for (const keyword of allKeywords) {
    for (const key of [atDepth(keyword.path), inRoot(keyword.path)]) {
      const known = byPlace.get(key);
      if (counted(keyword.path) > (known ? counted(known.path) : 0)) byPlace.set(key, keyword);
    }
  }
  return byPlace;
});

/**
 * How often people write a keyword at a place: comparable between the keywords of one block. Where nobody of those who were
 * counted has it there, those of the same name in similar blocks decide: one check is like another.
 */
export function usageOf(path: string): number {
  const same = mostUsed().get(atDepth(path));
  return counted(path) + (same ? counted(same.path) / 10_000 : 0);
}

/**
 * What people usually write behind a keyword (its path) or an option (`PATH OPTION`), the most usual first: one timeout of a
 * check is like another, while ports belong to the service.
 */
export function usualValuesOf(key: string): readonly string[] {
  const same = mostUsed().get(inRoot(key));
  const alike = same === undefined || same.arguments[0]?.type === "port" ? [] : [same.path];
  const found = [...namesOf(key), ...alike].find((one) => usualValues[one] !== undefined);
  return found === undefined ? [] : usualValues[found]!;
}

/** How often people write a value of a keyword or an option, under whichever of its names. */
export function usageOfValue(key: string, value: string): number {
  return Math.max(...namesOf(key).map((one) => counted(`${one}=${value}`)));
}

/** By path, the paths of all names of a keyword. */
const namesTogether = once(() => {
  const together = new Map<string, string[]>();
  for (const { path, aliasOf = path } of allKeywords) {
    const names = together.get(aliasOf) ?? [];
    names.push(path);
    together.set(aliasOf, names);
    together.set(path, names);
  }
  return together;
});

/** The paths of a keyword's names, the asked one first. */
function namesOf(key: string): readonly string[] {
  const names = namesTogether().get(key);
  return names === undefined ? [key] : [key, ...names.filter((path) => path !== key)];
}

function counted(path: string): number {
  return usage[path] ?? 0;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function atDepth(path: string): string {
  return `${path.split("/").length} ${lastOf(path)}`;
}

function inRoot(path: string): string {
  return `${path.split("/", 1)[0]} ${lastOf(path)}`;
}
