import { findingsOf } from "../report/build.js";
import { diagnosticOutput } from "../report/output.js";
import type { Format } from "./types.js";

/** One diagnostic a line, each with its path: for `jq` and log shippers. */
export const jsonl: Format = (report) =>
  findingsOf(report)
    .map((finding) => `${JSON.stringify({ path: finding.path, ...diagnosticOutput(finding) })}\n`)
    .join("");
