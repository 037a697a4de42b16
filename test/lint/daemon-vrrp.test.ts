import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Version } from "@kalint/schema";
import { expect, test } from "vitest";
import { lintFiles } from "./support.js";

/**
 * What `keepalived -t` says of small texts, as it was observed: `# 2.2.7: 6 -` stands for a complaint on line 6 and one
 * without a line. Lines are counted from the one behind those facts.
 */
const facts = readFileSync(join(import.meta.dirname, "../../fixtures/daemon/vrrp.facts"), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const name = part.slice(0, part.indexOf("\n"));
    const answers = [...part.matchAll(/^# (\d+\.\d+\.\d+):(.*)$/gm)];
    const text = part
      .split("\n")
      .slice(1 + answers.length)
      .join("\n");
    return { name, text, answers: answers.map(([, target, lines]) => [target as Version, lines!.trim()] as const) };
  });

test("there are facts of four releases", () => {
  const releases = facts.flatMap(({ answers }) => answers.map(([target]) => target));
  expect(new Set(releases)).toEqual(new Set(["2.0.20", "2.2.7", "2.2.8", "2.4.3"]));
  expect(releases.length).toBeGreaterThan(1800);
});

test.each(facts)("$name", ({ text, answers }) => {
  for (const [target, lines] of answers)
    expect([target, ...claimedLines(text, target)]).toEqual([target, ...lines.split(" ").filter(Boolean).sort()]);
});

function claimedLines(text: string, target: Version): readonly string[] {
  const lines = lintFiles(text, { target }).diagnostics.flatMap(({ daemon, place }) => {
    if (daemon === undefined) return [];
    if (daemon === true) return [String(text.slice(0, place.start).split("\n").length)];
    return [daemon.line === null ? "-" : String(daemon.line)];
  });
  return [...new Set(lines)].sort();
}
