import { createQueries, hostsInSteps, type Steps } from "@kalint/project";
import type { Fix, LintRequest } from "../types.js";
import { type Complaint, provenFixes } from "./complaints.js";
import { applyFixes } from "./fixes.js";
import { complaintsInSteps } from "./lint.js";

/** A file may be read by so many main files that trying takes too long: the others of them read the same lines. */
const mostMains = 20;

/**
 * Those of the fixes that bring no complaint of the daemon: all of them applied together or, for a person who chooses one,
 * each for itself. They are tried over texts that nobody else sees.
 */
export function* tryFixes<Of extends Fix>(
  fixes: readonly Of[],
  how: "together" | "each",
  request: LintRequest,
): Steps<readonly Of[]> {
  const proven: Of[] = [];
  for (const some of how === "each" ? fixes.map((fix) => [fix]) : [fixes]) {
    const { before, look } = yield* trialOf(some, request);
    proven.push(...(yield* provenFixes(some, before, look)));
  }
  return proven;
}

function* trialOf(fixes: readonly Fix[], request: LintRequest) {
  const touched = new Set(fixes.flatMap(({ edits }) => edits.map(({ file }) => file)));
  const paths = yield* mainsReading(touched, request);
  const asked: LintRequest = { ...request, paths, neighbours: [] };
  return {
    before: yield* complaintsInSteps(asked),
    *look(some: readonly Fix[]): Steps<readonly Complaint[]> {
      const texts = textsWith(some, request.host.read);
      const host = { ...request.host, read: (path: string) => texts.get(path) ?? request.host.read(path) };
      return yield* complaintsInSteps({ ...asked, host, queries: createQueries({ host }) });
    },
  };
}

/** The main files that read one of these. Nothing is said of templates, whatever is done to them. */
function* mainsReading(touched: ReadonlySet<string>, request: LintRequest): Steps<readonly string[]> {
  const { host, queries = createQueries({ host }) } = request;
  const plain = request.paths.filter((path) => !queries.isTemplate(path, host.read(path) ?? ""));
  const reading = new Set<string>();
  for (const { path, configuration } of yield* hostsInSteps({ ...request, queries, paths: plain })) {
    if (configuration.effective.files.some((file) => touched.has(file.path))) reading.add(path);
    if (reading.size === mostMains) break;
  }
  return [...reading];
}

function textsWith(fixes: readonly Fix[], read: (path: string) => string | undefined): ReadonlyMap<string, string> {
  const files = new Set(fixes.flatMap(({ edits }) => edits.map(({ file }) => file)));
  return new Map(
    [...files].map((file) => {
      const own = fixes.map((fix) => ({ ...fix, edits: fix.edits.filter((edit) => edit.file === file) }));
      return [file, applyFixes(read(file) ?? "", own, { unsafe: true })];
    }),
  );
}
