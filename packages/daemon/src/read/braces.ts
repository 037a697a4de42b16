/** Braces that are missing, and the blocks that take in lines of others for it. */
import { perHost } from "../memo.js";
import type { HostConfiguration } from "../objects.js";
import type { EffectiveStatement, Place, ReadingProblem } from "../types.js";

/** What the daemon says while it reads, of these kinds. */
export function readingProblems(
  host: HostConfiguration,
  ...kinds: readonly ReadingProblem["kind"][]
): readonly ReadingProblem[] {
  const { problems } = host.effective;
  return problems.length === 0 ? problems : problems.filter((problem) => kinds.includes(problem.kind));
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

/** The one among them that a statement opens. */
export function greedyBlockOf(blocks: readonly GreedyBlock[], statement: EffectiveStatement): GreedyBlock | undefined {
  if (blocks.length === 0) return undefined;
  const [first] = statement.words;
  return blocks.find(({ header }) => header.file === first?.place.file && header.start === first.place.start);
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

/** A `}` that the daemon calls surplus, and the one that is, as written: the first closes a block too early. */
export interface StrayClose {
  readonly problem: ReadingProblem;
  readonly place: Place;
}

/** What the daemon finds one `}` too many for, each with the `}` that the columns and keywords of its file point at. */
export const strayCloses = perHost((host): readonly StrayClose[] => {
  const surplus = surplusCloses(host);
  // A file without any needs no tree for it.
  if (surplus.length === 0) return [];
  const strays = new Map<string, Place[]>();
  for (const { path, tree } of host.effective.files) {
    const own = tree.problems.flatMap((each) =>
      each.kind === "stray-close" && !each.conditional ? [{ file: path, ...each.at }] : [],
    );
    strays.set(path, own);
  }
  return surplus.map((problem) => ({
    problem,
    // Behind a mistake that displaces lines the columns say nothing about this brace.
    place: (problem.cause === undefined && strays.get(problem.place.file)?.shift()) || problem.place,
  }));
});

/** Each `}` once, although the daemon calls it surplus and an unknown keyword. */
function surplusCloses(host: HostConfiguration): readonly ReadingProblem[] {
  const seen = new Set<string>();
  return host.effective.problems.filter(({ kind, word, place }) => {
    if (kind !== "surplus-close" && (kind !== "unknown-keyword" || word?.value !== "}")) return false;
    const key = `${place.file}:${place.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The unclosed blocks of all files that this host reads. */
export const unclosedBlocks = perHost((host): readonly UnclosedBlock[] => {
  return host.effective.files
    .filter(({ isPaired }) => !isPaired)
    .flatMap(({ path, tree }) =>
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
