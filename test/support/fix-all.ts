import { memoryHost } from "@kalint/daemon";
import { complaintsInSteps, type Diagnostic, lint } from "@kalint/lint";
import { createQueries, toEnd } from "@kalint/project";
import type { Version } from "@kalint/schema";
import { fixUntilStable, type RepeatedFix } from "../../packages/cli/src/check/fix.js";
import type { LintRun } from "../../packages/cli/src/check/lint.js";

export type Files = Readonly<Record<string, string>>;

export interface Fixed {
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  readonly texts: Files;
  readonly repeated: readonly RepeatedFix[];
  readonly unsettled: readonly string[];
}

/** Fixes texts as the command does. */
export function fixAll(files: Files, unsafe: boolean, target: Version): Fixed {
  const texts: Record<string, string> = { ...files };
  const request = requestOf(texts, target);
  const again = (): LintRun => {
    const result = lint(request);
    if (result.failures.length > 0) throw new Error(`a rule failed: ${JSON.stringify(result.failures)}`);
    return { ...result, files: result.files.map((file) => ({ ...file, configIds: [] })) };
  };
  const overlay = (path: string, text: string) => {
    texts[path] = text;
  };
  const first = again();
  const complaints = () => toEnd(complaintsInSteps(request));
  const { run, repeated, unsettled } = fixUntilStable(
    { host: { read: request.host.read, overlay }, unsafe, again, complaints },
    first,
  );
  return { before: allOf(first), after: allOf(run), texts, repeated, unsettled };
}

/** How much keepalived complains of. */
export function complaintsOf(files: Files, target: Version): number {
  return toEnd(complaintsInSteps(requestOf(files, target))).length;
}

function requestOf(files: Files, target: Version) {
  const host = memoryHost(files);
  return { paths: Object.keys(files), host, queries: createQueries({ host }), target };
}

function allOf(run: LintRun): readonly Diagnostic[] {
  return run.files.flatMap((file) => file.diagnostics);
}
