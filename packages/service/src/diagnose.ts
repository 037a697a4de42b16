import { type Diagnostic, type Fix, lint, type RuleFailure, type Severity } from "@kalint/lint";
import { configIdsOf, type DeclaredCluster, evaluate, type Host } from "@kalint/model";
import type { Version } from "@kalint/schema";
import type { Document } from "./document.js";

export interface DiagnoseOptions {
  /** Files that may belong to the same cluster, or include one of the others. */
  readonly paths: readonly string[];
  readonly host: Host;
  readonly target: Version;
  readonly clusters?: readonly DeclaredCluster[];
  readonly severities?: Readonly<Record<string, Severity | "off">>;
}

export interface Diagnosis {
  /** By file; a file without an entry was not read. */
  readonly files: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Rules that stopped with an error. */
  readonly failures: readonly RuleFailure[];
}

/** Lints several files together, each as a host's main file unless another one of them includes it. */
export function diagnose(options: DiagnoseOptions): Diagnosis {
  const { paths, ...rest } = options;
  const result = lint({ ...rest, paths: mainFiles(options) });
  return { files: new Map(result.files.map((file) => [file.path, file.diagnostics])), failures: result.failures };
}

/** The diagnostics of one document alone. */
export function diagnoseDocument(document: Document): readonly Diagnostic[] {
  const { path, host, target } = document;
  return diagnose({ paths: [path], host, target }).files.get(path) ?? [];
}

/** A fix for a diagnostic at a place, ready to be offered. */
export interface CodeAction {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The one to take without thinking: a safe fix without rival. */
  readonly preferred: boolean;
}

/** The fixes of those `diagnostics` that touch the range. */
export function codeActions(diagnostics: readonly Diagnostic[], start: number, end: number): readonly CodeAction[] {
  return diagnostics
    .filter(({ place }) => place.start <= end && start <= place.end)
    .flatMap((diagnostic) => {
      const fixes = diagnostic.fixes ?? [];
      const safe = fixes.filter((fix) => fix.safe);
      return fixes.map((fix) => ({ title: fix.title, diagnostic, fix, preferred: fix.safe && safe.length === 1 }));
    });
}

/** Included files are part of the file that includes them and would give false findings on their own. */
function mainFiles({ paths, host, target }: DiagnoseOptions): readonly string[] {
  const included = new Set(paths.flatMap((path) => filesReadFrom(path, host, target)));
  const main = paths.filter((path) => !included.has(path));
  return main.length > 0 ? main : paths;
}

function filesReadFrom(path: string, host: Host, target: Version): readonly string[] {
  const text = host.read(path);
  if (text === undefined || !/^[^#!]*\binclude[rmwba]?\s/m.test(text)) return [];
  const ids = configIdsOf({ path, host });
  return (ids.length === 0 ? [undefined] : ids).flatMap((configId) =>
    evaluate({ path, host, target, ...(configId !== undefined && { configId }) })
      .files.map((file) => file.path)
      .filter((file) => file !== path),
  );
}
