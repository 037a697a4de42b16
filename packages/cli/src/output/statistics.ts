import { say } from "@kalint/schema";
import { severityColour } from "../render/colours.js";
import { findingsOf } from "../report/build.js";
import type { Report, ReportedFinding } from "../report/types.js";
import type { FormatContext } from "./types.js";

interface RuleCount {
  readonly rule: string;
  readonly severity: ReportedFinding["severity"];
  readonly count: number;
  readonly fixable: number;
}

/** The same as JSON. */
export function statisticsJson(report: Report): string {
  const { target, summary } = report;
  return `${JSON.stringify({ version: 1, target, rules: countsOf(report), summary }, null, 2)}\n`;
}

/** By rule, the most frequent first. */
function countsOf(report: Report): readonly RuleCount[] {
  const byRule = new Map<string, ReportedFinding[]>();
  for (const finding of findingsOf(report)) {
    const findings = byRule.get(finding.rule);
    if (findings) findings.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return [...byRule]
    .map(([rule, findings]) => ({
      rule,
      severity: findings[0]!.severity,
      count: findings.length,
      fixable: findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length,
    }))
    .sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
}

/** One line a rule, the most frequent first: count, severity, rule, and how many of them `--fix` mends. */
export function statisticsTable(report: Report, { colours }: FormatContext): string {
  const counts = countsOf(report);
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length));
  return counts
    .map(({ rule, severity, count, fixable }) => {
      const note = fixable > 0 ? colours.dim(say`  (${fixable} fixable)`) : "";
      const paint = severityColour(colours, severity);
      return `${String(count).padStart(width)}  ${paint(severity.padEnd(7))}  ${rule}${note}\n`;
    })
    .join("");
}
