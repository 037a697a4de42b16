import type { Report, ReportedEdit, ReportedFinding } from "../report/types.js";
import type { Format } from "./types.js";

/** The stable shape of `schema/check-output.schema.json`. */
export const json: Format = (report) => `${JSON.stringify(checkOutput(report), null, 2)}\n`;

export function checkOutput(report: Report) {
  return {
    version: 1,
    target: report.target,
    files: report.files.map((file) => ({ path: file.path, diagnostics: file.findings.map(diagnosticOutput) })),
    summary: report.summary,
  };
}

/** A finding as JSON holds it; its path stands at the file, so edits name only another file. */
export function diagnosticOutput(finding: ReportedFinding) {
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
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      edits: fix.edits.map((edit) => editOutput(finding, edit)),
    })),
  };
}

function editOutput(finding: ReportedFinding, edit: ReportedEdit) {
  const place = edit.path === finding.path ? {} : { path: edit.path };
  return { ...place, range: edit.range, text: edit.text };
}
