import { severityColour } from "../render/colours.js";
import { findingsOf } from "../report/build.js";
import type { Report, ReportedFinding } from "../report/types.js";
import type { FormatContext } from "./types.js";

/** One line a rule, the most frequent first: count, severity, rule, and how many of them `--fix` mends. */
export function statisticsTable(report: Report, { colours }: FormatContext): string {
  const byRule = new Map<string, ReportedFinding[]>();
  for (const finding of findingsOf(report)) {
    const findings = byRule.get(finding.rule);
    if (findings) findings.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const rows = [...byRule].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([, findings]) => String(findings.length).length));
  return rows
    .map(([rule, findings]) => {
      const { severity } = findings[0]!;
      const fixable = findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
      const note = fixable > 0 ? colours.dim(`  (${fixable} fixable)`) : "";
      const paint = severityColour(colours, severity);
      return `${String(findings.length).padStart(width)}  ${paint(severity.padEnd(7))}  ${rule}${note}\n`;
    })
    .join("");
}
