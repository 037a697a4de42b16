import type { Place } from "@kalint/daemon";
import { type Diagnostic, keyOf, type Reflection, reflectionsOf } from "@kalint/lint";
import { maskSecrets, type Version } from "@kalint/schema";
import { type LineTable, lineTable, positionAt } from "@kalint/syntax";
import { rulePageUrl } from "./links.js";
import type { Range, Report, ReportedFile, ReportedFinding, Summary } from "./types.js";

interface ReportInput {
  readonly target: Version;
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly Diagnostic[];
    readonly configIds?: readonly string[];
  }[];
  /** The text of a file, as it was linted. */
  read(path: string): string | undefined;
}

/** Of files, by their paths. */
interface Texts extends Pick<ReportInput, "read"> {
  lines(path: string): LineTable | undefined;
}

/** Turns offsets into lines and columns, sorts, and counts. */
export function buildReport(input: ReportInput): Report {
  const tables = new Map<string, LineTable | undefined>();
  const lines = (path: string): LineTable | undefined => {
    if (!tables.has(path)) {
      const text = input.read(path);
      // Frames show lines as they are, but for passwords; places stay.
      tables.set(path, text === undefined ? undefined : lineTable(maskSecrets(text)));
    }
    return tables.get(path);
  };
  const echoes = new Map<string, Set<number>>();
  for (const { place, causedBy } of input.files.flatMap((file) => file.diagnostics)) {
    if (causedBy === undefined) continue;
    const key = placeKey(causedBy);
    echoes.set(key, (echoes.get(key) ?? new Set()).add(toRange(lines(place.file), place).start.line));
  }
  const reflections = reflectionsOf(input.files);
  const texts: Texts = { lines, read: (path) => input.read(path) };
  const files = input.files.map((file): ReportedFile => {
    const located = [...file.diagnostics].sort(inOrder).map((diagnostic) => {
      const following = diagnostic.causedBy ? undefined : echoes.get(placeKey(diagnostic.place));
      return { ...locate(diagnostic, texts), ...(following && { echoes: following.size }) };
    });
    return {
      path: file.path,
      findings: located.filter(({ causedBy }) => causedBy === undefined),
      echoes: located.filter(({ causedBy }) => causedBy !== undefined),
      mirrors: (reflections.get(file.path) ?? []).map((each) => mirrored(each, texts)),
      configIds: file.configIds ?? [],
    };
  });
  return { target: input.target, files, summary: summarise(files), lines };
}

function placeKey({ file, start, end }: Place): string {
  return JSON.stringify([file, start, end]);
}

/** All findings of all files, in order. */
export function findingsOf(report: Report): ReportedFinding[] {
  return report.files.flatMap((file) => file.findings);
}

function inOrder(one: Diagnostic, other: Diagnostic): number {
  return (
    one.place.start - other.place.start ||
    one.place.end - other.place.end ||
    compareText(one.rule, other.rule) ||
    compareText(one.message, other.message)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function locate(diagnostic: Diagnostic, { lines, read }: Texts): ReportedFinding {
  const rangeOf = (place: Place): Range => toRange(lines(place.file), place);
  const range = rangeOf(diagnostic.place);
  const { daemon } = diagnostic;
  const { causedBy } = diagnostic;
  return {
    path: diagnostic.place.file,
    range,
    ...(causedBy && { causedBy: { path: causedBy.file, line: rangeOf(causedBy).start.line } }),
    rule: diagnostic.rule,
    category: diagnostic.category,
    severity: diagnostic.severity,
    message: diagnostic.message,
    why: diagnostic.why,
    help: diagnostic.help,
    url: rulePageUrl(diagnostic.rule),
    daemon: daemon !== undefined,
    ...(typeof daemon === "object" && daemon.line !== range.start.line ? { daemonLine: daemon.line } : {}),
    configIds: diagnostic.configIds,
    key: keyOf(diagnostic, read),
    related: (diagnostic.related ?? []).map((related) => ({
      path: related.place.file,
      range: rangeOf(related.place),
      message: related.message,
    })),
    fixes: (diagnostic.fixes ?? []).map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      ...(fix.effect && { effect: fix.effect }),
      edits: fix.edits.map((edit) => ({ path: edit.file, range: rangeOf(edit), text: edit.text })),
    })),
  };
}

/** It says where the finding is, and has no fixes: those are at the finding. */
function mirrored({ place, diagnostic }: Reflection, texts: Texts): ReportedFinding {
  const { path, range, message, ...rest } = locate(diagnostic, texts);
  return {
    ...rest,
    path: place.file,
    range: toRange(texts.lines(place.file), place),
    message: `${path}:${range.start.line}: ${message}`,
    related: [{ path, range, message }],
    fixes: [],
    mirrors: { path, line: range.start.line },
  };
}

/** A file that cannot be read any more has only its start. */
function toRange(table: LineTable | undefined, place: Place): Range {
  if (table === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const start = positionAt(table, place.start);
  const end = positionAt(table, place.end);
  return {
    start: { line: start.line + 1, column: start.column + 1 },
    end: { line: end.line + 1, column: end.column + 1 },
  };
}

function summarise(files: readonly ReportedFile[]): Summary {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    fixable: findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length,
  };
}
