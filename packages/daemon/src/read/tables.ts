import {
  isKnownIn,
  type Keyword,
  keywordIn,
  keywords,
  type Process,
  removedKeywords,
  type Version,
} from "@kalint/schema";

/** The keywords of one block by name, as one release knows them. */
export type KeywordTable = ReadonlyMap<string, Keyword>;

export interface Tables {
  readonly roots: KeywordTable;
  childrenOf(keyword: Keyword): KeywordTable;
}

const cache = new Map<string, Tables>();

/** Tables of a release. They follow from the schema alone, so one set a release serves all. */
export function tablesOf(target: Version, withoutFeatures: readonly string[] = []): Tables {
  const key = `${target} ${withoutFeatures.join(" ")}`;
  const known = cache.get(key);
  if (known) return known;
  const without = new Set(withoutFeatures);
  const children = new Map<Keyword, KeywordTable>();
  const tables: Tables = {
    roots: tableOf("", keywords),
    childrenOf(keyword) {
      let table = children.get(keyword);
      if (!table) {
        table = tableOf(keyword.path, keyword.children ?? []);
        children.set(keyword, table);
      }
      return table;
    },
  };
  cache.set(key, tables);
  return tables;

  function tableOf(path: string, all: readonly Keyword[]): KeywordTable {
    const table = new Map<string, Keyword>();
    for (const keyword of all) {
      if (table.has(keyword.name) || !isKnownIn(keyword, target)) continue;
      if (!keyword.features.some((feature) => without.has(feature)))
        table.set(keyword.name, keywordIn(keyword, target));
    }
    for (const keyword of removedChildren(path)) if (!table.has(keyword.name)) table.set(keyword.name, keyword);
    return table;
  }

  function removedChildren(path: string): Keyword[] {
    return removedKeywords
      .filter((removed) => parentPath(removed.path) === path && isKnownIn(removed, target))
      .map((removed): Keyword => {
        const below = removedChildren(removed.path);
        return {
          name: removed.name,
          path: removed.path,
          summary: removed.summary,
          since: removed.since,
          removed: removed.removed,
          kind: below.length > 0 ? "block" : "option",
          arguments: [],
          processes: removedProcesses(removed.path),
          features: [],
          missingArgument: "allowed",
          repetition: "last-wins",
          surplusWords: "ignored",
          ...(below.length > 0 ? { children: below } : {}),
        };
      });
  }
}

function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function removedProcesses(path: string): readonly Process[] {
  const root = keywords.find((keyword) => keyword.name === path.split("/")[0]);
  return root?.processes ?? ["checker"];
}

/** Releases before 1.0 counted: the newest releases have four processes, the parent reads first. */
export const readingOrder: readonly Process[] = ["core", "checker", "vrrp", "bfd"];
