import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { keyOf } from "@kalint/lint";
import { say } from "@kalint/schema";
import { placeReport } from "../files/place-report.js";
import { reasonOf } from "../files/text.js";
import { UsageError } from "../usage.js";
import type { LintRun } from "./lint.js";

/**
 * Findings that an old repository lives with. Neither lines nor messages count, so that it still fits when lines move and
 * when messages are reworded: a file may have as many findings with one key as it had. Paths start from the baseline's folder, so that it fits
 * wherever the command is run.
 */
interface Baseline {
  readonly version: 2;
  readonly findings: readonly BaselineEntry[];
}

interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  /** For people alone. */
  readonly message: string;
  /** A digest of what the finding is about: it may hold a password. */
  readonly key: string;
  readonly count: number;
}

/** The text of a file, as it was linted. */
type Read = (path: string) => string | undefined;

/** Writes the findings of a run; gives their number. */
export function writeBaseline(directory: string, name: string, run: LintRun, read: Read): number {
  const entries = new Map<string, BaselineEntry>();
  const all = run.files.flatMap((file) => {
    const path = pathFrom(directory, name, file.path);
    return file.diagnostics.map((one) => ({
      path,
      rule: one.rule,
      message: one.message,
      key: digest(keyOf(one, read)),
    }));
  });
  for (const each of all) {
    const key = entryKey(each);
    entries.set(key, { ...(entries.get(key) ?? each), count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const findings = [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  const baseline: Baseline = { version: 2, findings };
  placeReport(directory, name, `${JSON.stringify(baseline, null, 2)}\n`, "baseline");
  return all.length;
}

interface BaselineResult {
  /** What the baseline does not hold. */
  readonly run: LintRun;
  /** Entries of checked files that nothing fits any more. */
  readonly stale: number;
}

/** Takes out of a run what a baseline holds. */
export function applyBaseline(directory: string, name: string, run: LintRun, read: Read): BaselineResult {
  const left = new Map<string, number>();
  for (const entry of readBaseline(directory, name).findings) {
    left.set(entryKey(entry), (left.get(entryKey(entry)) ?? 0) + entry.count);
  }
  const files = run.files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((diagnostic) => {
      const key = entryKey({ path: pathFrom(directory, name, file.path), key: digest(keyOf(diagnostic, read)) });
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    }),
  }));
  const checked = new Set(run.files.map(({ path }) => pathFrom(directory, name, path)));
  const stale = [...left].filter(([key, count]) => count > 0 && checked.has((JSON.parse(key) as string[])[0] ?? ""));
  return { run: { ...run, files }, stale: stale.length };
}

function entryKey({ path, key }: Pick<BaselineEntry, "path" | "key">): string {
  return JSON.stringify([path, key]);
}

function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}

function pathFrom(directory: string, name: string, path: string): string {
  return relative(dirname(resolve(directory, name)), resolve(directory, path)).replaceAll("\\", "/");
}

function readBaseline(directory: string, name: string): Baseline {
  try {
    const value = JSON.parse(readFileSync(resolve(directory, name), "utf8")) as Partial<Baseline>;
    if (value.version === 2 && Array.isArray(value.findings)) return value as Baseline;
  } catch (error) {
    throw new UsageError(say`${name}: the baseline cannot be read: ${reasonOf(error)}`);
  }
  throw new UsageError(say`${name}: this is no baseline of this kalint: --write-baseline makes one.`);
}
