import type { Category, Severity } from "@kalint/lint";
import { releaseName } from "@kalint/schema";
import type { Range, Report, ReportedEdit, ReportedFile, ReportedFinding, Summary } from "./types.js";

/** The stable shape of `schema/check-output.schema.json`. */
export interface CheckOutput {
  /** Changes only when a program that reads this shape would break. */
  readonly version: 1;
  /** A release, or `next`. */
  readonly target: string;
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly DiagnosticOutput[] }[];
  readonly summary: Summary;
}

export interface DiagnosticOutput {
  readonly rule: string;
  readonly category: Category;
  /** `keepalived -t` of the target complains too, on this line unless `daemonLine` says otherwise. */
  readonly daemon: boolean;
  /** The line that keepalived names where it is another one; `null` where it names none. */
  readonly daemonLine?: number | null;
  readonly severity: Severity;
  readonly message: string;
  /** What to do. */
  readonly help: string;
  readonly url: string;
  readonly configIds: readonly string[];
  readonly range: Range;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  /** Only on an echo: the finding that it follows from. */
  readonly causedBy?: { readonly path: string; readonly line: number };
  /** Only on the other side of a finding between hosts: that finding. The summary counts only that one. */
  readonly mirrors?: { readonly path: string; readonly line: number };
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    /** What changes for keepalived: lines that it loses (`- `) and gains (`+ `); none: it holds the same. Left out: not known. */
    readonly effect?: readonly string[];
    readonly edits: readonly { readonly path?: string; readonly range: Range; readonly text: string }[];
  }[];
}

export function checkOutput(report: Report): CheckOutput {
  return {
    version: 1,
    target: releaseName(report.target),
    files: report.files.map((file) => ({
      path: file.path,
      diagnostics: inOrder([...withEchoes(file), ...file.mirrors]).map(diagnosticOutput),
    })),
    summary: report.summary,
  };
}

/** For programs: the echoes among the findings, in the order of the text. */
export function withEchoes({ findings, echoes }: ReportedFile): readonly ReportedFinding[] {
  return echoes.length === 0 ? findings : inOrder([...findings, ...echoes]);
}

function inOrder(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.toSorted(
    ({ range: one }, { range: other }) => one.start.line - other.start.line || one.start.column - other.start.column,
  );
}

/** A finding as JSON holds it; its path stands at the file, so edits name only another file. */
export function diagnosticOutput(finding: ReportedFinding): DiagnosticOutput {
  return {
    rule: finding.rule,
    category: finding.category,
    daemon: finding.daemon,
    ...(finding.daemonLine === undefined ? {} : { daemonLine: finding.daemonLine }),
    severity: finding.severity,
    message: finding.message,
    help: finding.help,
    url: finding.url,
    configIds: finding.configIds,
    range: finding.range,
    related: finding.related,
    ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
    ...(finding.mirrors === undefined ? {} : { mirrors: finding.mirrors }),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      ...(fix.effect && { effect: fix.effect }),
      edits: fix.edits.map((edit) => editOutput(finding, edit)),
    })),
  };
}

function editOutput(finding: ReportedFinding, edit: ReportedEdit) {
  const place = edit.path === finding.path ? {} : { path: edit.path };
  return { ...place, range: edit.range, text: edit.text };
}
