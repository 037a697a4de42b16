import { relative, resolve, sep } from "node:path";
import { rootOf } from "@kalint/project";
import { nodeHost } from "../files/host.js";
import type { Report, ReportedFinding } from "../report/types.js";

/** The report with its paths from the root of the repository, as services of code hosts want them; what lies outside stays. */
export function fromRepositoryRoot(report: Report, directory: string): Report {
  const root = rootOf(nodeHost(directory), directory);
  const named = (path: string): string => {
    const inside = relative(root, resolve(directory, path));
    return inside === "" || inside.startsWith("..") ? path : inside.split(sep).join("/");
  };
  const moved = (finding: ReportedFinding): ReportedFinding => ({
    ...finding,
    path: named(finding.path),
    related: finding.related.map((each) => ({ ...each, path: named(each.path) })),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, path: named(edit.path) })),
    })),
  });
  return {
    ...report,
    files: report.files.map((file) => ({
      ...file,
      path: named(file.path),
      findings: file.findings.map(moved),
      echoes: file.echoes.map(moved),
      mirrors: file.mirrors.map(moved),
    })),
  };
}
