import { findingsOf } from "../report/build.js";
import type { ReportedFile, ReportedFinding } from "../report/types.js";
import type { Format } from "./types.js";
import { attributes, escapeXml } from "./xml.js";

/** JUnit's XML: a suite a file, a case a finding; a file without findings is one passed case. */
export const junit: Format = (report) => {
  const failures = findingsOf(report).length;
  const tests = report.files.reduce((sum, file) => sum + Math.max(1, file.findings.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "kalint", tests, failures, errors: 0 })}>`,
    ...report.files.flatMap(suite),
    "</testsuites>",
    "",
  ].join("\n");
};

function suite({ path, findings }: ReportedFile): string[] {
  const counts = { tests: Math.max(1, findings.length), failures: findings.length, errors: 0 };
  return [
    `  <testsuite${attributes({ name: path, ...counts })}>`,
    ...(findings.length === 0 ? [`    <testcase${attributes({ name: "kalint", classname: path })} />`] : []),
    ...findings.flatMap(failedCase),
    "  </testsuite>",
  ];
}

function failedCase(finding: ReportedFinding): string[] {
  const { line, column } = finding.range.start;
  const name = `${finding.rule} (${line}:${column})`;
  const text = [`${finding.path}:${line}:${column}: ${finding.message}`, finding.why, finding.help, finding.url];
  return [
    `    <testcase${attributes({ name, classname: finding.path })}>`,
    `      <failure${attributes({ type: finding.severity, message: finding.message })}>${escapeXml(
      text.filter((part) => part !== "").join("\n"),
    )}</failure>`,
    "    </testcase>",
  ];
}
