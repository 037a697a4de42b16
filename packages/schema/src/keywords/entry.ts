import type { BadValue, Feature, Keyword, Process } from "../types.js";

/**
 * A keyword as the data files write it: the path follows from the nesting, `aliasOf` is the name of a neighbour, and
 * what is left out is what most keywords have (see `completeKeywords`).
 */
export type KeywordEntry = Omit<
  Keyword,
  | "path"
  | "arguments"
  | "processes"
  | "features"
  | "missingArgument"
  | "badValue"
  | "repetition"
  | "surplusWords"
  | "children"
> &
  Partial<Pick<Keyword, "arguments" | "processes" | "features" | "missingArgument" | "repetition" | "surplusWords">> & {
    readonly badValue?: BadValue | "none";
    readonly children?: readonly KeywordEntry[];
  };

/** The part of an entry that several blocks share; each adds when it got the keyword, and what else differs. */
export type SharedEntry = Omit<KeywordEntry, "since" | "summary"> & { readonly summary?: string };

/**
 * Fills in what entries leave out: processes and features are those of the block (a keyword's own features come on top);
 * an option without its argument ends the reading, and a bad value of one is ignored; the last of several options, and
 * every block, counts; surplus words are ignored.
 */
export function completeKeywords(entries: readonly KeywordEntry[]): readonly Keyword[] {
  return entries.map((entry) => complete(entry, "", ["core"], []));
}

const repetitions = { option: "last-wins", flag: "idempotent", block: "list", lines: "list" } as const;

function complete(
  entry: KeywordEntry,
  block: string,
  blockProcesses: readonly Process[],
  blockFeatures: readonly Feature[],
): Keyword {
  const { badValue = entry.kind === "option" ? "ignored" : "none", children, aliasOf, ...written } = entry;
  const path = block + entry.name;
  const processes = entry.processes ?? blockProcesses;
  const features = entry.features ? [...blockFeatures, ...entry.features] : blockFeatures;
  return {
    arguments: [],
    missingArgument: entry.kind === "option" ? "fatal" : "allowed",
    repetition: repetitions[entry.kind],
    surplusWords: "ignored",
    ...written,
    path,
    processes,
    features,
    ...(badValue === "none" ? {} : { badValue }),
    ...(aliasOf === undefined ? {} : { aliasOf: block + aliasOf }),
    ...(children ? { children: children.map((child) => complete(child, `${path}/`, processes, features)) } : {}),
  };
}
