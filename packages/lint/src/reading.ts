import { fileOf, type HostConfiguration, lineAt, type Place, perHost, type ReadingProblem } from "@kalint/daemon";
import { allKeywords } from "@kalint/schema";
import type { Finding } from "./types.js";

export type ReadingKind = ReadingProblem["kind"];

/** What the daemon says while it reads, of these kinds. */
export function readingProblems(host: HostConfiguration, ...kinds: readonly ReadingKind[]): readonly ReadingProblem[] {
  return host.effective.problems.filter((problem) => kinds.includes(problem.kind));
}

/** The claim that belongs to a reading problem: on the place's own line, on another, on none, or none at all. */
export function claimOf(
  host: HostConfiguration,
  problem: ReadingProblem,
  place: Place = problem.place,
): Pick<Finding, "daemon"> {
  if (!problem.daemon) return {};
  if (problem.line === null) return { daemon: { line: null } };
  const file = fileOf(host.effective, place);
  const own = file && place.file === problem.place.file ? lineAt(file, place.start) : undefined;
  return { daemon: own === problem.line ? true : { line: problem.line } };
}

/** Follows the chain of causes to the mistake that a person made. */
export function rootCause(problem: ReadingProblem): ReadingProblem | undefined {
  let cause = problem.cause;
  while (cause?.cause !== undefined) cause = cause.cause;
  return cause;
}

/** Where the mistake stands that a problem only follows from. */
export interface Origin {
  readonly place: Place;
  /** A block that is never closed, rather than a wrong line. */
  readonly unclosed: boolean;
  /** How a message at `from` calls the place: `line 7`, or with the file's name. */
  readonly shown: string;
}

export function originOf(
  host: HostConfiguration,
  problem: ReadingProblem,
  unclosed = unclosedBlocks(host),
): Origin | undefined {
  const cause = rootCause(problem) ?? missingBraceBefore(host, problem);
  const first = (cause ?? problem).place;
  const open = unclosed.find(({ header, expected }) => header.file === first.file && expected <= first.start);
  const place = open?.header ?? cause?.place;
  return place && { place, unclosed: open !== undefined, shown: lineShown(host, place, problem.place) };
}

/** `line 7`, with the file's name where that is another than `from`'s. */
export function lineShown(host: HostConfiguration, place: Place, from: Place): string {
  const file = fileOf(host.effective, place);
  const line = file ? lineAt(file, place.start) : 0;
  return place.file === from.file ? `line ${line}` : `${place.file}:${line}`;
}

const keywordNames = new Set(allKeywords.map(({ name }) => name));

const missingBraces = perHost((host) => readingProblems(host, "missing-open"));

/** Without its `{` a block's lines are read outside it by those processes that skip the block. */
function missingBraceBefore(host: HostConfiguration, problem: ReadingProblem): ReadingProblem | undefined {
  if (!keywordNames.has(problem.word?.value ?? "")) return undefined;
  return missingBraces(host).findLast(
    ({ place }) => place.file === problem.place.file && place.start < problem.place.start,
  );
}

/** A block that is never closed, as written: where its keyword stands and where its `}` should have stood. */
export interface UnclosedBlock {
  readonly header: Place;
  readonly open: Place;
  readonly expected: number;
}

/** A block that takes in lines which were meant for others, from an offset on. */
export interface GreedyBlock {
  readonly header: Place;
  readonly from: number;
  readonly missing: "{" | "}";
}

/** The blocks that one of their braces is missing from. */
export function greedyBlocks(host: HostConfiguration): readonly GreedyBlock[] {
  const unopened = readingProblems(host, "missing-open").map(
    ({ place }): GreedyBlock => ({ header: place, from: place.end, missing: "{" }),
  );
  if (readingProblems(host, "missing-close").length === 0) return unopened;
  const unclosed = unclosedBlocks(host).map(
    ({ header, expected }): GreedyBlock => ({ header, from: expected, missing: "}" }),
  );
  return [...unclosed, ...unopened];
}

/** The unclosed blocks of all files that this host reads. */
export const unclosedBlocks = perHost((host): readonly UnclosedBlock[] => {
  return host.effective.files.flatMap(({ path, tree }) =>
    tree.problems.flatMap((problem) =>
      problem.kind === "unclosed-block"
        ? [
            {
              header: { file: path, ...(problem.header ?? problem.open) },
              open: { file: path, ...problem.open },
              expected: problem.expected,
            },
          ]
        : [],
    ),
  );
});
