import { memoryHost } from "@kalint/daemon";
import { complaintsInSteps, type Diagnostic, lint } from "@kalint/lint";
import { createQueries, toEnd } from "@kalint/project";
import type { Version } from "@kalint/schema";
import { type Fixing, fixUntilStable, type RepeatedFix, withProvenFixes } from "../../packages/cli/src/check/fix.js";
import type { LintRun } from "../../packages/cli/src/check/lint.js";

export type Files = Readonly<Record<string, string>>;

export interface Fixed {
  readonly before: readonly Diagnostic[];
  /** What is found first, without fixes that would make it worse. */
  readonly offered: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  readonly texts: Files;
  readonly repeated: readonly RepeatedFix[];
  readonly unsettled: readonly string[];
  /** How much keepalived complains of, before and after. */
  readonly complaints: readonly [number, number];
}

/** Fixes texts as the command does. */
export function fixAll(files: Files, unsafe: boolean, target: Version): Fixed {
  const texts: Record<string, string> = { ...files };
  const host = memoryHost(texts);
  const request = { paths: Object.keys(files), host, queries: createQueries({ host }), target };
  const fixing: Fixing = {
    host: {
      read: host.read,
      overlay: (path, text) => {
        texts[path] = text;
      },
    },
    unsafe,
    again(): LintRun {
      const result = lint(request);
      if (result.failures.length > 0) throw new Error(`a rule failed: ${JSON.stringify(result.failures)}`);
      return { ...result, files: result.files.map((file) => ({ ...file, configIds: [] })) };
    },
    complaints: () => toEnd(complaintsInSteps(request)),
  };
  const first = fixing.again();
  const said = fixing.complaints().length;
  const offered = withProvenFixes(fixing, first);
  const fixed = fixUntilStable(fixing, first);
  return {
    before: allOf(first),
    offered: allOf(offered),
    after: allOf(fixed.run),
    texts,
    repeated: fixed.repeated,
    unsettled: fixed.unsettled,
    complaints: [said, fixing.complaints().length],
  };
}

function allOf(run: LintRun): readonly Diagnostic[] {
  return run.files.flatMap((file) => file.diagnostics);
}
