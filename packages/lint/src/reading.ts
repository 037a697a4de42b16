import type { HostConfiguration, Place, ReadingProblem } from "@kalint/model";
import { fileOf, lineAt } from "./source.js";
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
  const own = file && place.file === problem.place.file ? lineAt(file.text, place.start) : undefined;
  return { daemon: own === problem.line ? true : { line: problem.line } };
}

/** Follows the chain of causes to the mistake that a person made. */
export function rootCause(problem: ReadingProblem): ReadingProblem | undefined {
  let cause = problem.cause;
  while (cause?.cause !== undefined) cause = cause.cause;
  return cause;
}

/** A block that is never closed, as written: where its keyword stands and where its `}` should have stood. */
export interface UnclosedBlock {
  readonly header: Place;
  readonly open: Place;
  readonly expected: number;
}

/** The unclosed blocks of all files that this host reads. */
export function unclosedBlocks(host: HostConfiguration): readonly UnclosedBlock[] {
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
}
