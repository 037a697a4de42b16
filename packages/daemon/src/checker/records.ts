/** Numbers out of the schema's records. */
import { type Argument, keywordAt } from "@kalint/schema";
import type { Range } from "../values/read.js";

/** The numbers that an argument of this name takes, wherever in the keyword's forms it stands. */
export function rangeOf(given: readonly Argument[], name: string): Range {
  const known = ranges.get(given)?.get(name);
  if (known) return known;
  const all = given.flatMap((argument) => (argument.type === "variant" ? argument.variants.flat() : [argument]));
  const found = all.find((argument) => argument.name === name && "min" in argument);
  if (found === undefined) throw new Error(`the schema has no numbers for ${name}`);
  ranges.set(given, (ranges.get(given) ?? new Map<string, Range>()).set(name, found as Range));
  return found as Range;
}

const ranges = new WeakMap<readonly Argument[], Map<string, Range>>();

/** What a virtual server has without a line of this name. */
export function defaultNumber(name: string): number {
  return Number(keywordAt(`virtual_server/${name}`)!.default);
}
