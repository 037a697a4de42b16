import { documentationUrl } from "@kalint/lint";
import { maskSecrets, newestVersion, say } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import { structuredPatch } from "diff";
import type { Position, Report, ReportedFile, ReportedFinding } from "../report/types.js";

export interface FormattedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Each run of lines that would change as a finding whose fix replaces whole lines, as suggestions in reviews need it. */
export function formatReport(formatted: readonly FormattedFile[]): Report {
  const tables = new Map(formatted.map(({ path, before }) => [path, lineTable(maskSecrets(before))]));
  const files = formatted.map(
    (file): ReportedFile => ({ path: file.path, findings: findingsOf(file), echoes: [], mirrors: [], configIds: [] }),
  );
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    target: newestVersion,
    files,
    summary: { files: files.length, errors: 0, warnings: count, infos: 0, fixable: count },
    lines: (path) => tables.get(path),
  };
}

function findingsOf({ path, before, after }: FormattedFile): ReportedFinding[] {
  if (before === after) return [];
  const [old, wanted] = [lineTable(before), lineTable(after)];
  const startOf = ({ text, starts }: typeof old, line: number) => starts[line - 1] ?? text.length;
  return structuredPatch(path, path, before, after, "", "", { context: 0 }).hunks.map((hunk) => {
    // A hunk without old lines names the line before the place.
    const first = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
    const start = startOf(old, first);
    const end = startOf(old, first + hunk.oldLines);
    const newFirst = hunk.newLines === 0 ? hunk.newStart + 1 : hunk.newStart;
    const text = after.slice(startOf(wanted, newFirst), startOf(wanted, newFirst + hunk.newLines));
    const place = (offset: number): Position => {
      const { line, column } = positionAt(old, offset);
      return { line: line + 1, column: column + 1 };
    };
    const range = { start: place(start), end: place(end) };
    // What is marked ends in the last line that changes; what is replaced reaches to the next one.
    const marked = {
      start: range.start,
      end: place(start + before.slice(start, end).replace(/(?<!\r)\r*\n$/, "").length),
    };
    const last = first + Math.max(1, hunk.oldLines) - 1;
    return {
      path,
      range: marked,
      rule: "format",
      category: "style",
      severity: "warning",
      message: first === last ? say`This line is not formatted` : say`Lines ${first} to ${last} are not formatted`,
      why: "",
      help: say`Run kalint format --write, or accept the suggestion.`,
      url: `${documentationUrl}/formatting.md`,
      daemon: false,
      configIds: [],
      related: [],
      // A suggestion would show the password that its lines hold.
      fixes:
        maskSecrets(text) === text
          ? [{ title: say`Format these lines`, safe: true, edits: [{ path, range, text }] }]
          : [],
      key: `format ${before.slice(start, end)}`,
    };
  });
}
