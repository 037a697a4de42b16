import { say } from "@kalint/schema";
import { placeText } from "./place.js";

/**
 * Writes a report or a baseline. Only a file of the same kind is ever replaced, so that a slip of the hand such as
 * `--output-file keepalived.conf` costs nothing; folders are not made. `kind` is the report's format, or `baseline`.
 */
export function placeReport(directory: string, name: string, text: string, kind: string): void {
  const what = kind === "baseline" ? say`baseline` : say`${kind} report`;
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
    return isOurs(JSON.parse(first));
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
};

function isOurs(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => isRecord(each) && "fingerprint" in each);
  if (!isRecord(value)) return false;
  // json and the baseline; a line of jsonl; rdjson; SARIF.
  return (
    (typeof value.version === "number" && (Array.isArray(value.files) || Array.isArray(value.findings))) ||
    "rule" in value ||
    (isRecord(value.source) && value.source.name === "kalint") ||
    (typeof value.$schema === "string" && Array.isArray(value.runs))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
