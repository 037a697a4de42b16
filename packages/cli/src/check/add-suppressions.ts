import { type Diagnostic, isSuppressible, suppressingEdits } from "@kalint/lint";
import { parse } from "@kalint/syntax";
import type { NodeHost } from "../files/host.js";
import type { ChangedFile } from "./fix.js";
import type { LintRun } from "./lint.js";

interface SuppressedFile extends ChangedFile {
  /** Findings that are left out from now on. */
  readonly count: number;
}

/** Writes a comment above every line with findings, in the host's texts alone. */
export function addSuppressions(
  host: NodeHost,
  run: LintRun,
  reason: string | undefined,
  mayWrite: (path: string) => boolean = () => true,
): SuppressedFile[] {
  const changed: SuppressedFile[] = [];
  for (const { path, diagnostics } of run.files) {
    const before = mayWrite(path) ? host.read(path) : undefined;
    const found = diagnostics.filter(isSuppressible);
    if (before === undefined || found.length === 0) continue;
    const after = withComments(before, found, reason);
    host.overlay(path, after);
    changed.push({ path, before, after, count: found.length });
  }
  return changed;
}

function withComments(text: string, found: readonly Diagnostic[], reason: string | undefined): string {
  const unwanted = found.map(({ rule, place }) => ({ rule, start: place.start }));
  let result = "";
  let at = 0;
  for (const edit of suppressingEdits(parse(text), unwanted, reason)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
