import { createHash } from "node:crypto";
import { findingsOf } from "../report/build.js";
import type { ReportedFinding } from "../report/types.js";
import { unplaced } from "../report/unplaced.js";
import type { Format } from "./types.js";

/** GitLab's Code Quality report (a subset of the Code Climate issue). */
export const gitlab: Format = (report) => {
  const seen = new Map<string, number>();
  const issues = findingsOf(report).map((finding) => ({
    description: finding.message,
    check_name: finding.rule,
    fingerprint: fingerprint(finding, seen),
    severity: severities[finding.severity],
    location: { path: finding.path, lines: { begin: finding.range.start.line, end: finding.range.end.line } },
    content: { body: [finding.why, finding.help, finding.url].filter((part) => part !== "").join("\n\n") },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};

const severities = { error: "major", warning: "minor", info: "info" } as const;

/** Stays the same when lines move, so that GitLab tells new findings from old ones; repeated ones get a number. */
function fingerprint(finding: ReportedFinding, seen: Map<string, number>): string {
  const key = [finding.path, finding.rule, unplaced(finding.message)].join("\0");
  const repetition = seen.get(key) ?? 0;
  seen.set(key, repetition + 1);
  return createHash("sha256").update(`${key}\0${repetition}`).digest("hex");
}
