import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { fixturesFolder } from "../support/fixtures.js";
import { lintFiles } from "./support.js";

/**
 * What `keepalived -t` says of small texts, as it was observed: `# 2.2.7: 6 -` stands for a complaint on line 6 and one
 * without a line. Lines are counted from the one behind those facts. Where it stops, it says nothing of what is below.
 */
interface Fact {
  readonly name: string;
  readonly text: string;
  readonly answers: readonly (readonly [target: Version, lines: readonly string[]])[];
  readonly stops: boolean;
}

const stopping = "# stops at the last of them\n";

function factsOf(file: string): readonly Fact[] {
  const [, ...parts] = readFileSync(join(fixturesFolder, "daemon", file), "utf8").split(/^=== /m);
  return parts.map((part) => {
    const [, name, said] = /^(.*)\n((?:# \d+\.\d+\.\d+:.*\n)*)/.exec(part)!;
    const rest = part.slice(name!.length + 1 + said!.length);
    const answers = [...said!.matchAll(/^# (.*):(.*)$/gm)].map(
      ([, target, lines]) => [target as Version, lines!.split(" ").filter(Boolean).sort()] as const,
    );
    const stops = rest.startsWith(stopping);
    return { name: name!, text: stops ? rest.slice(stopping.length) : rest, answers, stops };
  });
}

describe.each([
  ["vrrp.facts", ["2.0.20", "2.2.7", "2.2.8", "2.4.3"], 1800],
  ["lvs.facts", ["2.2.7", "2.4.3"], 370],
])("%s", (file, releases, least) => {
  const facts = factsOf(file);

  test("has facts of each release", () => {
    const targets = facts.flatMap(({ answers }) => answers.map(([target]) => target as string));
    expect([...new Set(targets)].sort()).toEqual(releases);
    expect(targets.length).toBeGreaterThan(least);
  });

  test.each(facts)("$name", ({ text, answers, stops }) => {
    for (const [target, said] of answers) {
      const last = stops ? Math.max(...said.map(Number)) : Number.POSITIVE_INFINITY;
      const claimed = claimedLines(text, target).filter((line) => !stops || Number(line) <= last);
      expect([target, ...claimed]).toEqual([target, ...said]);
    }
  });
});

/** The lines that we say keepalived complains of, each once. */
function claimedLines(text: string, target: Version): readonly string[] {
  const { diagnostics, failures } = lintFiles(text, { target, only: ["daemon"] });
  expect(failures).toEqual([]);
  const lines = diagnostics.flatMap(({ daemon, place }) => {
    if (daemon === undefined) return [];
    if (daemon === true) return [String(text.slice(0, place.start).split("\n").length)];
    return [daemon.line === null ? "-" : String(daemon.line)];
  });
  return [...new Set(lines)].sort();
}
