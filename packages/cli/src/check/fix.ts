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
  /** Files whose fixes never came to an end, and were taken back. */
  readonly unsettled: readonly string[];
}

/**
 * Applies fixes to the host's texts, round by round, until nothing changes; writes nothing. Where they never come to
 * an end the file keeps its text.
 */
export function fixUntilStable(
  host: FixableHost,
  first: LintRun,
  unsafe: boolean,
  again: () => LintRun,
  mayWrite: (path: string) => boolean = () => true,
): FixResult {
  const originals = new Map<string, string>();
  let run = first;
  let unsettled: readonly string[] = [];
  for (let round = 0; ; round += 1) {
    const texts = fixedTexts(host, run, unsafe, mayWrite);
    if (round === rounds) unsettled = [...texts.keys()].filter((path) => originals.has(path));
    if (texts.size === 0 || round === rounds) break;
    for (const [path, text] of texts) {
      if (!originals.has(path)) originals.set(path, host.read(path)!);
      host.overlay(path, text);
    }
    run = again();
  }
  for (const path of unsettled) {
    host.overlay(path, originals.get(path)!);
    originals.delete(path);
  }
  if (unsettled.length > 0) run = again();
  const changed = [...originals].map(([path, before]) => ({ path, before, after: host.read(path) ?? before }));
  return { run, changed, unsettled };
}

/** The texts that one round of fixes changes. */
function fixedTexts(
  host: FixableHost,
  run: LintRun,
  unsafe: boolean,
  mayWrite: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, fixes] of fixesByFile(run, unsafe)) {
    const before = mayWrite(path) ? host.read(path) : undefined;
    if (before === undefined) continue;
    const after = applyFixes(before, fixes, { unsafe });
    if (after !== before) texts.set(path, after);
  }
  return texts;
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
