import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "@kalint/lint";
import { reasonOf } from "../files/text.js";
import { UsageError } from "../usage.js";
import type { LintRun } from "./lint.js";

/**
 * Findings that an old repository lives with. Lines are not in it, so that it still fits when lines move: a file may
 * have as many findings of one rule with one message as it had.
 */
interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly count: number;
}

/** Writes the findings of a run; gives their number. */
export function writeBaseline(directory: string, name: string, run: LintRun): number {
  const counts = new Map<string, number>();
  const all = run.files.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => keyOf(path, diagnostic)));
  for (const key of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  const findings = [...counts].sort().map(([key, count]): BaselineEntry => {
    const [path = "", rule = "", message = ""] = JSON.parse(key) as string[];
    return { path, rule, message, count };
  });
  try {
    const baseline: Baseline = { version: 1, findings };
    writeFileSync(resolve(directory, name), `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`${name}: cannot be written: ${reasonOf(error)}`);
  }
  return all.length;
}

export interface BaselineResult {
  /** What the baseline does not hold. */
  readonly run: LintRun;
  /** Entries of checked files that nothing fits any more. */
  readonly stale: number;
}

/** Takes out of a run what a baseline holds. */
export function applyBaseline(directory: string, name: string, run: LintRun): BaselineResult {
  const left = new Map(readBaseline(directory, name).findings.map((entry) => [keyOf(entry.path, entry), entry.count]));
  const files = run.files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((diagnostic) => {
      const key = keyOf(file.path, diagnostic);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    }),
  }));
  const checked = new Set(run.files.map(({ path }) => path));
  const stale = [...left].filter(([key, count]) => count > 0 && checked.has((JSON.parse(key) as string[])[0] ?? ""));
  return { run: { ...run, files }, stale: stale.length };
}

function keyOf(path: string, { rule, message }: Pick<Diagnostic, "rule" | "message">): string {
  return JSON.stringify([path, rule, message]);
}

function readBaseline(directory: string, name: string): Baseline {
  try {
    const value = JSON.parse(readFileSync(resolve(directory, name), "utf8")) as Partial<Baseline>;
    if (value.version === 1 && Array.isArray(value.findings)) return value as Baseline;
  } catch (error) {
    throw new UsageError(`${name}: the baseline cannot be read: ${reasonOf(error)}`);
  }
  throw new UsageError(`${name}: this is no baseline of kalint: --write-baseline makes one.`);
}
