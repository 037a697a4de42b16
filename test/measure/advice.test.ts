// Looks at collected configurations for advice that most of them would get.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryHost } from "@kalint/daemon";
import { lint, ruleById } from "@kalint/lint";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";
import { measured } from "./measured.js";

/** More often than this it is a wall that people stop to read (ARCHITECTURE.md, invariant 12). */
const mostOften = 0.15;

test("no advice is on more than 15 % of ordinary files", () => {
  const folder = measured("corpus/plain");
  const names = readdirSync(folder);
  const counts = new Map<string, number>();
  for (const name of names) {
    // Each as people keep it, and no other host beside it.
    const host = memoryHost({ "keepalived.conf": readFileSync(join(folder, name), "utf8") });
    const { files } = lint({ paths: ["keepalived.conf"], host, target: newestVersion, severities: {} });
    const found = files.flatMap(({ diagnostics }) => diagnostics.filter(({ causedBy }) => causedBy === undefined));
    const advice = found.filter(({ rule, severity, daemon }) => isAdvice(rule, severity) && daemon === undefined);
    for (const id of new Set(advice.map(({ rule }) => rule))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const shares = [...counts].map(([id, count]) => [id, count / names.length] as const).sort(([, a], [, b]) => b - a);
  console.log(shares.map(([id, share]) => `${(100 * share).toFixed(1)} % ${id}`).join("\n"));
  expect(names.length).toBeGreaterThan(100);
  expect(shares.filter(([, share]) => share > mostOften)).toEqual([]);
}, 300_000);

/** What is said as information, and what waits for everything else, whatever its level. */
function isAdvice(id: string, severity: string): boolean {
  return severity === "info" || ruleById(id)?.waits === true;
}
