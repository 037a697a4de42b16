import { severityColour } from "../render/colours.js";
import { harmless, harmlessName } from "../render/width.js";
import { findingsOf } from "../report/build.js";
import { statisticsTable } from "./statistics.js";
import { summaryLine } from "./summary.js";
import type { Format } from "./types.js";

/** One line a finding, in the form that editors and `grep` know: `path:line:column: severity: message [rule]`. */
export const concise: Format = (report, context) => {
  const { colours } = context;
  const lines = findingsOf(report).map((finding) => {
    const { line, column } = finding.range.start;
    const place = colours.bold(`${harmlessName(finding.path)}:${line}:${column}:`);
    const severity = severityColour(colours, finding.severity)(`${finding.severity}:`);
    return `${place} ${severity} ${harmless(oneLine(finding.message))} ${colours.dim(`[${finding.rule}]`)}\n`;
  });
  const body = context.statistics ? statisticsTable(report, context) : lines.join("");
  return context.quiet ? body : `${body}${summaryLine(report, context)}\n`;
};

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, " ");
}
