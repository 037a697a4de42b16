import { statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "../usage.js";
import { readText, reasonOf } from "./text.js";
import { createText, replaceText } from "./write.js";

/**
 * Writes a report or a baseline. Only a file of the same kind is ever replaced, so that a slip of the hand such as
 * `--output-file keepalived.conf` costs nothing; folders are not made. `kind` is the report's format, or `baseline`.
 */
export function placeReport(directory: string, name: string, text: string, kind: string): void {
  const path = resolve(directory, name);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      const old = readText(path);
      if (!isReport(old.text, kind)) {
        throw new UsageError(
          `${name}: is there already and is no ${kind === "baseline" ? "baseline" : `${kind} report`} of kalint: it is not overwritten`,
        );
      }
      replaceText(path, old.text, text, "utf8");
    } else if (before) {
      // A device or a pipe cannot be replaced; a folder gives its reason.
      writeFileSync(path, text);
    } else if (statSync(dirname(path), { throwIfNoEntry: false }) === undefined) {
      throw new UsageError(`${name}: there is no folder ${dirname(name)}: make it first`);
    } else createText(path, text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name}: cannot be written: ${reasonOf(error)}`);
  }
}

/** An empty file is as good as none. */
function isReport(text: string, kind: string): boolean {
  if (text.trim() === "") return true;
  const shows = shapes[kind];
  if (shows !== undefined) return shows.test(text);
  const first = kind === "jsonl" ? (text.split("\n", 1)[0] ?? "") : text;
  try {
    return isOurs(JSON.parse(first));
  } catch {
    return false;
  }
}

/** How reports that are not JSON begin or end. */
const shapes: Readonly<Record<string, RegExp>> = {
  checkstyle: /^<\?xml[^>]{0,200}>\s{0,20}<checkstyle\b/,
  junit: /^<\?xml[^>]{0,200}>\s{0,20}<testsuites?\b/,
  github: /^::(?:error|warning|notice) /,
  text: /(?:no problems|\d+ (?:error|warning|note)s?(?:, \d+ (?:error|warning|note)s?)*) in \d+ files?[^\n]{0,100}\s*$/,
  concise:
    /(?:no problems|\d+ (?:error|warning|note)s?(?:, \d+ (?:error|warning|note)s?)*) in \d+ files?[^\n]{0,100}\s*$/,
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
