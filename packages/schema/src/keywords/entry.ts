import type { Feature, Keyword, Process } from "../types.js";

type Usual = "arguments" | "processes" | "features" | "missingArgument" | "repetition" | "surplusWords";

/**
 * A keyword as the data files write it: the path follows from the nesting, `aliasOf` is the name of a neighbour, and
 * what is left out is what most keywords have (see `completeKeywords`).
 */
export type KeywordEntry = Omit<Keyword, Usual | "path" | "children"> &
  Partial<Pick<Keyword, Usual>> & { readonly children?: readonly KeywordEntry[] };

/** The part of an entry that several blocks share; each adds when it got the keyword, and what else differs. */
export type SharedEntry = Omit<KeywordEntry, "since" | "summary"> & { readonly summary?: string };

/**
 * Fills in what entries leave out: processes and features are those of the block (a keyword's own features come on top);
 * an option without its argument ends the reading; the last of several options, and every block, counts; surplus words
 * are ignored.
 */
export function completeKeywords(entries: readonly KeywordEntry[]): readonly Keyword[] {
  return entries.map((entry) => complete(entry, "", ["core"], []));
}

const usual = {
  option: { arguments: [], missingArgument: "fatal", repetition: "last-wins", surplusWords: "ignored" },
  flag: { arguments: [], missingArgument: "allowed", repetition: "idempotent", surplusWords: "ignored" },
  block: { arguments: [], missingArgument: "allowed", repetition: "list", surplusWords: "ignored" },
  lines: { arguments: [], missingArgument: "allowed", repetition: "list", surplusWords: "ignored" },
} as const;

// Every keyword gets the same fields in the same order: one shape is what makes this, and all reading of keywords, fast.
// With spreads it took 4 ms longer each time the command starts.
function complete(
  entry: KeywordEntry,
  block: string,
  blockProcesses: readonly Process[],
  blockFeatures: readonly Feature[],
): Keyword {
  const path = block + entry.name;
  const processes = entry.processes ?? blockProcesses;
  const features = entry.features ? [...blockFeatures, ...entry.features] : blockFeatures;
  const common = usual[entry.kind];
  const keyword: { [Field in keyof Required<Keyword>]: Keyword[Field] | undefined } = {
    name: entry.name,
    path,
    kind: entry.kind,
    since: entry.since,
    removed: entry.removed,
    summary: entry.summary,
    arguments: entry.arguments ?? common.arguments,
    processes,
    knownTo: entry.knownTo,
    features,
    missingArgument: entry.missingArgument ?? common.missingArgument,
    badValue: entry.badValue,
    fallback: entry.fallback,
    repetition: entry.repetition ?? common.repetition,
    surplusWords: entry.surplusWords ?? common.surplusWords,
    exactHeader: entry.exactHeader,
    required: entry.required,
    default: entry.default,
    inherits: entry.inherits,
    onlyWith: entry.onlyWith,
    context: entry.context,
    deprecated: entry.deprecated,
    aliasOf: entry.aliasOf === undefined ? undefined : block + entry.aliasOf,
    splitter: entry.splitter,
    defines: entry.defines,
    commonSet: entry.commonSet,
    lines: entry.lines,
    children: entry.children?.map((child) => complete(child, `${path}/`, processes, features)),
    note: entry.note,
    differences: entry.differences,
    variants: entry.variants,
  };
  return keyword as Keyword;
}
