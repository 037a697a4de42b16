import { applyFixes, type Fix } from "@kalint/lint";
import type { LintRun } from "./lint.js";

/** Fixes may uncover further ones; a set that does not settle within so many rounds is our bug. */
const rounds = 10;

/** What fixes need of a host: texts that can be replaced without being written. */
export interface FixableHost {
  read(path: string): string | undefined;
  overlay(path: string, text: string): void;
}

export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixResult {
  readonly run: LintRun;
  readonly changed: readonly ChangedFile[];
}

/** Applies fixes to the host's texts, round by round, until nothing changes; writes nothing. */
export function fixUntilStable(
  host: FixableHost,
  first: LintRun,
  unsafe: boolean,
  again: () => LintRun,
  mayWrite: (path: string) => boolean = () => true,
): FixResult {
  const originals = new Map<string, string>();
  let run = first;
  for (let round = 0; round < rounds; round += 1) {
    let progress = false;
    for (const [path, fixes] of fixesByFile(run, unsafe)) {
      const before = mayWrite(path) ? host.read(path) : undefined;
      if (before === undefined) continue;
      const after = applyFixes(before, fixes, { unsafe });
      if (after === before) continue;
      host.overlay(path, after);
      if (!originals.has(path)) originals.set(path, before);
      progress = true;
    }
    if (!progress) break;
    run = again();
  }
  const changed = [...originals].map(([path, before]) => ({ path, before, after: host.read(path) ?? before }));
  return { run, changed };
}

/** The first fix of each finding that may be applied. A fix over several files is left to a person. */
function fixesByFile(run: LintRun, unsafe: boolean): Map<string, Fix[]> {
  const byFile = new Map<string, Fix[]>();
  for (const { diagnostics } of run.files) {
    // What only follows from another mistake is right again once that one is corrected.
    for (const { fixes = [] } of diagnostics.filter(({ causedBy }) => causedBy === undefined)) {
      const fix = fixes.find((each) => each.safe) ?? (unsafe ? fixes[0] : undefined);
      const path = fix?.edits[0]?.file;
      if (fix === undefined || path === undefined || fix.edits.some((edit) => edit.file !== path)) continue;
      const list = byFile.get(path);
      if (list) list.push(fix);
      else byFile.set(path, [fix]);
    }
  }
  return byFile;
}

/** Findings of a run. */
export function countOf(run: LintRun): number {
  return run.files.reduce((sum, file) => sum + file.diagnostics.length, 0);
}
