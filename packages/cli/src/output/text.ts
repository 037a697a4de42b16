import { say } from "@kalint/schema";
import { severityColour, withCode } from "../render/colours.js";
import { codeFrame } from "../render/frame.js";
import { harmless, harmlessName, padCells } from "../render/width.js";
import { wrap } from "../render/wrap.js";
import type { Report, ReportedFile, ReportedFinding } from "../report/types.js";
import { statisticsTable } from "./statistics.js";
import { summaryLine } from "./summary.js";
import type { Format, FormatContext } from "./types.js";

/** Cells of `  why   `. */
const labelWidth = 8;

/** For people: code frame, what, why, what to do, and the other place. */
export const text: Format = (report, context) => {
  const explained = new Set<string>();
  const blocks = context.statistics
    ? [statisticsTable(report, context)]
    : report.files.flatMap((file) =>
        file.findings.map((finding) => findingBlock(report, file, firstTime(finding, explained), context)),
      );
  if (!context.quiet) blocks.push(`${summaryLine(report, context)}\n`);
  return blocks.filter((block) => block !== "").join("\n");
};

/** Reasons are read once: where a rule says the same of several places, only the first says it. */
function firstTime(finding: ReportedFinding, explained: Set<string>): ReportedFinding {
  if (explained.has(finding.why)) return { ...finding, why: "" };
  explained.add(finding.why);
  return finding;
}

function findingBlock(report: Report, file: ReportedFile, finding: ReportedFinding, context: FormatContext): string {
  const { colours, width } = context;
  const paint = severityColour(colours, finding.severity);
  const ids = idsToName(file, finding);
  const header = [
    colours.bold(placeName(finding.path, finding.range)),
    paint(colours.bold(finding.severity)),
    colours.dim(finding.rule) + (ids === "" ? "" : colours.dim(` ${ids}`)),
  ].join("  ");
  const table = report.lines(finding.path);
  const message = harmless(finding.message);
  const frame = table
    ? codeFrame(table, finding.range, message, { width, colours, paint })
    : wrap(message, width - labelWidth).map((line) => `${" ".repeat(labelWidth)}${paint(line)}`);
  const fix = finding.fixes[0];
  return [
    header,
    ...frame,
    ...labelled(say`  why`, finding.why, context),
    ...labelled(say`  do`, finding.help, context),
    ...(fix ? labelled(say`  fix`, `${fix.title} (${fix.safe ? "--fix" : "--fix --unsafe-fixes"})`, context) : []),
    ...finding.related.flatMap((related) =>
      labelled(say`  also`, `${placeName(related.path, related.range)}  ${related.message}`, context),
    ),
    ...(finding.echoes === undefined
      ? []
      : labelled(
          say`  also`,
          finding.echoes === 1
            ? say`${finding.echoes} line that follows from this`
            : say`${finding.echoes} lines that follow from this`,
          context,
        )),
    "",
  ].join("\n");
}

function labelled(label: string, content: string, { colours, width }: FormatContext): string[] {
  if (content.trim() === "") return [];
  return wrap(harmless(content.trim()), width - labelWidth).map((line, index) => {
    const head = index === 0 ? colours.dim(padCells(label, labelWidth)) : " ".repeat(labelWidth);
    return `${head}${withCode(colours, line)}`.trimEnd();
  });
}

function placeName(path: string, range: ReportedFinding["range"]): string {
  return `${harmlessName(path)}:${range.start.line}:${range.start.column}`;
}

/** The config-ids of a finding, where they are not all of the file's. */
function idsToName(file: ReportedFile, finding: ReportedFinding): string {
  const all = file.configIds.length > 0 && file.configIds.every((id) => finding.configIds.includes(id));
  return all ? "" : finding.configIds.map((id) => `@${id}`).join(" ");
}
