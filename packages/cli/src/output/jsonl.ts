import { diagnosticOutput, withEchoes } from "../report/output.js";
import type { Format } from "./types.js";

/** One diagnostic a line, each with its path: for `jq` and log shippers. */
export const jsonl: Format = (report) =>
  report.files
    .flatMap(withEchoes)
    .map((finding) => `${JSON.stringify({ path: finding.path, ...diagnosticOutput(finding) })}\n`)
    .join("");
