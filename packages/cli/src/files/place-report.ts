import { ruleById } from "@kalint/lint";
import { say } from "@kalint/schema";
import { placeText } from "./place.js";

/**
 * Writes a report or a baseline. Only a file of the same kind is ever replaced, so that a slip of the hand such as
 * `--output-file keepalived.conf` costs nothing; folders are not made. `kind` is the report's format, `baseline`, or
 * `clusters` for the text of `--show-clusters`.
 */
export function placeReport(directory: string, name: string, text: string, kind: string): void {
  const what = kind === "baseline" ? say`baseline` : kind === "clusters" ? say`list of clusters` : say`${kind} report`;
  placeText(directory, name, text, {
    refusal: (old) =>
      isReport(old, kind) ? undefined : say`exists and is not a ${what} of kalint: it is not overwritten`,
  });
}

/** An empty file is as good as none. */
function isReport(text: string, kind: string): boolean {
  if (text.trim() === "") return true;
  const shows = shapes[kind];
  if (shows !== undefined) return shows.test(text.trimEnd());
  const first = kind === "jsonl" ? (text.split("\n", 1)[0] ?? "") : text;
  try {
    return values[kind]?.(JSON.parse(first)) ?? false;
  } catch {
    return false;
  }
}

/** The last line of a report for people, in either language. */
const summary =
  /(?:(?:no problems|(?<!\d)\d+ (?:error|warning|note)s?(?:, \d+ (?:error|warning|note)s?){0,2}) in \d+ files?[^\n]{0,100}|(?<!\d)\d+ 个文件(?:没有问题|中有 \d+ 个(?:错误|警告|提示)[^\n]{0,100}))$/;

/** How reports that are not JSON begin or end. */
const shapes: Readonly<Record<string, RegExp>> = {
  checkstyle: /^<\?xml[^>]{0,200}>\s{0,20}<checkstyle\b/,
  junit: /^<\?xml[^>]{0,200}>\s{0,20}<testsuites?\b/,
  github: /^::(?:error|warning|notice) /,
  text: summary,
  concise: summary,
  clusters:
    /(?<!\d)\d+ (?:clusters? with \d+ hosts?, \d+ files? in none|个集群，含 \d+ 台主机；不属于集群的有 \d+ 个文件)$/,
};

/** What those that are JSON hold: a baseline is lost where a report replaces it, and so is another program's report. */
const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  json: (value) => isVersioned(value) && ["files", "rules", "clusters"].some((key) => Array.isArray(value[key])),
  baseline: (value) => isVersioned(value) && Array.isArray(value.findings),
  jsonl: (value) => isRecord(value) && "rule" in value && "daemon" in value,
  rdjson: (value) => isRecord(value) && isRecord(value.source) && value.source.name === "kalint",
  gitlab: (value) => Array.isArray(value) && value.every(isOurIssue),
  sarif: (value) => isRecord(value) && Array.isArray(value.runs) && value.runs.length > 0 && value.runs.every(isOurRun),
};

function isVersioned(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value.version === "number";
}

function isOurIssue(issue: unknown): boolean {
  return isRecord(issue) && "fingerprint" in issue && ruleById(String(issue.check_name)) !== undefined;
}

function isOurRun(run: unknown): boolean {
  return isRecord(run) && isRecord(run.tool) && isRecord(run.tool.driver) && run.tool.driver.name === "kalint";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
