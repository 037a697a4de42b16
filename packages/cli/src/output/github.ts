import { say } from "@kalint/schema";
import { harmless, harmlessName } from "../render/width.js";
import { findingsOf } from "../report/build.js";
import type { ReportedFinding } from "../report/types.js";
import type { Format } from "./types.js";

/** Workflow commands that GitHub Actions turns into annotations, escaped as `@actions/core` does (packages/core/src/command.ts); the log shows them too. */
export const github: Format = (report) => {
  const findings = findingsOf(report);
  const shown = new Set(
    (["error", "warning", "info"] as const).flatMap((severity) =>
      findings.filter((finding) => finding.severity === severity).slice(0, annotationsPerStep),
    ),
  );
  const rest = findings.filter((finding) => !shown.has(finding));
  return [
    ...findings.filter((finding) => shown.has(finding)).map(annotation),
    ...(rest.length === 0 ? [] : [`${unshown(rest.length)}\n`]),
    ...rest.map(plainLine),
  ].join("");
};

/** GitHub drops further ones of a level without a word (docs.github.com, "Workflow commands", limits of annotations). */
const annotationsPerStep = 10;

function unshown(count: number): string {
  return count === 1
    ? say`kalint: GitHub shows ${annotationsPerStep} annotations of each level for a step; ${count} more finding:`
    : say`kalint: GitHub shows ${annotationsPerStep} annotations of each level for a step; ${count} more findings:`;
}

function plainLine({ path, range: { start }, severity, message, rule }: ReportedFinding): string {
  return `${harmlessName(`${path}:${start.line}:${start.column}: ${severity}: ${message} [${rule}]`)}\n`;
}

const commands = { error: "error", warning: "warning", info: "notice" } as const;

function annotation(finding: ReportedFinding): string {
  const { start, end } = finding.range;
  const properties: Record<string, string | number> = {
    title: `kalint: ${finding.rule}`,
    file: finding.path,
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns over several lines.
    ...(start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {}),
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = [
    finding.message,
    finding.why,
    finding.help,
    ...finding.related.map((related) => say`also ${related.path}:${related.range.start.line}: ${related.message}`),
    finding.url,
  ];
  return `::${commands[finding.severity]} ${list.join(",")}::${escapeData(text.filter((part) => part !== "").join("\n"))}\n`;
}

function escapeData(text: string): string {
  return harmless(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
