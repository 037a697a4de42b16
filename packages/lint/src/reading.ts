import {
  fileOf,
  type HostConfiguration,
  lineAt,
  type Place,
  perHost,
  type ReadingProblem,
  readingProblems,
  strayCloses,
  type UnclosedBlock,
  unclosedBlocks,
} from "@kalint/daemon";
import { shortPath } from "@kalint/project";
import { keywordNames, say } from "@kalint/schema";
import type { Finding } from "./types.js";

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

export function originOf(host: HostConfiguration, problem: ReadingProblem): Origin | undefined {
  const root = rootCause(problem);
  const cause = missingBraceBefore(host, root ?? problem) ?? root;
  const first = (cause ?? problem).place;
  const open = unclosedBefore(host, first);
  const place = open?.header ?? earlyClose(host, cause ?? problem) ?? cause?.place;
  return place && { place, unclosed: open !== undefined, shown: lineShown(host, place, problem.place) };
}

/** The first unclosed block whose `}` is missing above a place. */
function unclosedBefore(host: HostConfiguration, { file, start }: Place): UnclosedBlock | undefined {
  return unclosedByFile(host)
    .get(file)
    ?.find(({ expected }) => expected <= start);
}

/** Those that some place may rest on: one whose `}` is missing below that of an earlier one is never the first. */
const unclosedByFile = perHost((host): ReadonlyMap<string, readonly UnclosedBlock[]> => {
  const byFile = new Map<string, UnclosedBlock[]>();
  for (const block of unclosedBlocks(host)) {
    const known = byFile.get(block.header.file);
    if (known === undefined) byFile.set(block.header.file, [block]);
    else if (block.expected < known.at(-1)!.expected) known.push(block);
  }
  return byFile;
});

/** `line 7`, with the file's name where that is another than `from`'s. */
export function lineShown(host: HostConfiguration, place: Place, from: Place, otherwise = 0): string {
  const file = fileOf(host.effective, place);
  const line = file ? lineAt(file, place.start) : otherwise;
  return place.file === from.file ? say`line ${line}` : `${shortPath(place.file)}:${line}`;
}

/** The `}` that closed a keyword's block too early. */
function earlyClose(host: HostConfiguration, { place, word }: ReadingProblem): Place | undefined {
  if (!keywordNames().has(word?.value ?? "")) return undefined;
  return strayCloses(host).find(
    (stray) =>
      stray.place.file === place.file && stray.place.start < place.start && place.start < stray.problem.place.start,
  )?.place;
}

const missingBraces = perHost((host) => readingProblems(host, "missing-open"));

/** Without its `{` a block's lines are read outside it by those processes that skip the block. */
function missingBraceBefore(host: HostConfiguration, problem: ReadingProblem): ReadingProblem | undefined {
  return keywordNames().has(problem.word?.value ?? "") ? missingOpenBefore(host, problem.place) : undefined;
}

/** The last block above a place that lacks its `{`. */
export function missingOpenBefore(host: HostConfiguration, { file, start }: Place): ReadingProblem | undefined {
  return missingBraces(host).findLast(({ place }) => place.file === file && place.start < start);
}
