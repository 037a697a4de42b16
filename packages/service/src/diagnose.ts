import { type Diagnostic, type Fix, lint, type RuleFailure, type Severity } from "@kalint/lint";
import type { DeclaredCluster, Host } from "@kalint/model";
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

/** Lints several files together: hosts of one cluster are compared, a file that another one includes is read there. */
export function diagnose(options: DiagnoseOptions): Diagnosis {
  const result = lint(options);
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
