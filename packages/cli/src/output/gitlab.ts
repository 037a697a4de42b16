import { findingsOf } from "../report/build.js";
import { fingerprintsOf } from "../report/fingerprint.js";
import type { Format } from "./types.js";

/** GitLab's Code Quality report (a subset of the Code Climate issue). */
export const gitlab: Format = (report) => {
  const findings = findingsOf(report);
  const fingerprints = fingerprintsOf(findings);
  const issues = findings.map((finding, index) => ({
    description: finding.message,
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: severities[finding.severity],
    location: { path: finding.path, lines: { begin: finding.range.start.line, end: finding.range.end.line } },
    content: { body: [finding.why, finding.help, finding.url].filter((part) => part !== "").join("\n\n") },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};

const severities = { error: "major", warning: "minor", info: "info" } as const;
