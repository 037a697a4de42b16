import { createHash } from "node:crypto";
import type { ReportedFinding } from "./types.js";

/**
 * For each finding a text that stays the same when lines move and when messages are reworded or translated, so that
 * services tell new findings from old ones. Findings of one file that are about the same get a number each.
 */
export function fingerprintsOf(findings: readonly ReportedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ path, key }) => {
    const one = `${path}\0${key}`;
    const repetition = seen.get(one) ?? 0;
    seen.set(one, repetition + 1);
    return createHash("sha256").update(`${one}\0${repetition}`).digest("hex");
  });
}
