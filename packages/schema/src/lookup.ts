import { keywords } from "./keywords/index.js";
import { once } from "./once.js";
import type { Argument, Keyword, LineGrammar, Option, Version } from "./types.js";
import { compareVersions } from "./versions.js";

/** Every keyword at every place, each block followed by what it holds. */
export const allKeywords: readonly Keyword[] = flatten(keywords);

const byPath: ReadonlyMap<string, Keyword> = new Map(allKeywords.map((keyword) => [keyword.path, keyword]));

/** The names of the blocks at the top of a configuration: those with a brace. */
export const rootBlockNames: ReadonlySet<string> = new Set(
  keywords.filter((keyword) => keyword.kind === "block" || keyword.kind === "lines").map((keyword) => keyword.name),
);

/** The names of the blocks whose lines begin with no keyword, such as `virtual_ipaddress`. */
export const namesOfFreeBlocks: ReadonlySet<string> = new Set(
  allKeywords.filter(({ kind }) => kind === "lines").map(({ name }) => name),
);

/** What helps to pair braces: the blocks at the top, and for each keyword the names of the blocks that may hold it. */
export const vocabulary: {
  readonly rootBlocks: ReadonlySet<string>;
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>;
} = {
  rootBlocks: rootBlockNames,
  get parents() {
    return parentsOfNames();
  },
};

/** The names that are keywords somewhere. */
export const keywordNames = once((): ReadonlySet<string> => new Set(allKeywords.map(({ name }) => name)));

/** The names that are keywords somewhere and a block nowhere. */
export const wordsThatOpenNothing = once((): ReadonlySet<string> => {
  const names = new Set(keywordNames());
  for (const { kind, name } of allKeywords) if (kind === "block" || kind === "lines") names.delete(name);
  return names;
});

/** The keyword at a path such as `vrrp_instance/priority`. */
export function keywordAt(path: string): Keyword | undefined {
  return byPath.get(path);
}

/** The keyword as release `target` took it: the newest facts with those that were different then put over them. */
export function keywordIn(keyword: Keyword, target: Version): Keyword {
  return withVariant(keyword, keyword.variants, target);
}

/** The option as release `target` took it. */
export function optionIn(option: Option, target: Version): Option {
  return withVariant(option, option.variants, target);
}

/** The lines as release `target` took them. */
export function lineGrammarIn(grammar: LineGrammar, target: Version): LineGrammar {
  return withVariant<LineGrammar, object>(grammar, grammar.variant && [grammar.variant], target);
}

/** The argument as release `target` took it: its bounds, decimals and type where they were different then. */
export function argumentIn(argument: Argument, target: Version): Argument {
  return withVariant<Argument, object>(argument, argument.until, target);
}

function withVariant<T extends object, V extends object>(
  newest: T,
  variants: readonly (V & { readonly until: Version })[] | undefined,
  target: Version,
): T {
  const variant = variants?.find(({ until }) => compareVersions(target, until) <= 0);
  if (!variant) return newest;
  // Asked of every line: made once for each.
  let taken = takenIn.get(variant);
  if (taken === undefined) {
    const { until: _until, ...facts } = variant;
    taken = { ...newest, ...facts };
    takenIn.set(variant, taken);
  }
  return taken as T;
}

const takenIn = new WeakMap<object, object>();

const parentsOfNames = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const parents = new Map<string, Set<string>>();
  for (const { name, path } of allKeywords) {
    const above = path.slice(0, Math.max(0, path.length - name.length - 1));
    const around = above.slice(above.lastIndexOf("/") + 1);
    const known = parents.get(name);
    if (known) known.add(around);
    else parents.set(name, new Set([around]));
  }
  return parents;
});

function flatten(level: readonly Keyword[], into: Keyword[] = []): Keyword[] {
  for (const keyword of level) {
    into.push(keyword);
    if (keyword.children) flatten(keyword.children, into);
  }
  return into;
}
