import { findingsOf } from "../report/build.js";
import { projectUrl } from "../report/links.js";
import type { Format } from "./types.js";

/** Reviewdog Diagnostic Format (reviewdog, proto/rdf/reviewdog.proto): lines from 1, columns from 1 in UTF-8 bytes. */
export const rdjson: Format = (report) => {
  const bytes = (path: string, position: { line: number; column: number }) => {
    const table = report.lines(path);
    const start = table?.starts[position.line - 1];
    if (table === undefined || start === undefined) return position;
    const before = table.text.slice(start, start + position.column - 1);
    return { line: position.line, column: Buffer.byteLength(before, "utf8") + 1 };
  };
  const rangeOf = (path: string, range: { start: { line: number; column: number }; end: typeof range.start }) => ({
    start: bytes(path, range.start),
    end: bytes(path, range.end),
  });
  const diagnostics = findingsOf(report).map((finding) => ({
    message: [finding.message, finding.why, finding.help].filter((part) => part !== "").join("\n"),
    location: { path: finding.path, range: rangeOf(finding.path, finding.range) },
    severity: severities[finding.severity],
    code: { value: finding.rule, url: finding.url },
    suggestions: finding.fixes
      .filter((fix) => fix.edits.every((edit) => edit.path === finding.path))
      .flatMap((fix) => fix.edits.map((edit) => ({ range: rangeOf(edit.path, edit.range), text: edit.text }))),
    related_locations: finding.related.map((related) => ({
      message: related.message,
      location: { path: related.path, range: rangeOf(related.path, related.range) },
    })),
  }));
  return `${JSON.stringify({ source: { name: "kalint", url: projectUrl }, diagnostics }, null, 2)}\n`;
};

const severities = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;
