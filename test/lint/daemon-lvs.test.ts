import { memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import type { Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { type DaemonFact, facts } from "./daemon-lvs.facts.js";

describe.each<Version>(["2.2.7", "2.4.3"])("keepalived %s", (target) => {
  const known = facts.filter(({ says }) => saidBy(says, target) !== undefined);
  test.each(known.map((fact): [string, DaemonFact] => [fact.name, fact]))("%s", (_name, { says, text, stops }) => {
    const said = saidBy(says, target)!;
    const last = stops ? Math.max(...said.map((line) => line ?? 0)) : Number.POSITIVE_INFINITY;
    expect(claimsOf(text, target).filter((line) => (line === null ? !stops : line <= last))).toEqual(said);
  });
});

function saidBy(says: DaemonFact["says"], target: Version): readonly (number | null)[] | undefined {
  return "length" in says ? says : says[target];
}

/** The lines that we say keepalived complains of, each once and in order; `null` last. */
function claimsOf(text: string, target: Version): readonly (number | null)[] {
  const { files, failures } = lint({
    paths: ["keepalived.conf"],
    host: memoryHost({ "keepalived.conf": text }),
    target,
  });
  expect(failures).toEqual([]);
  const lines = files
    .flatMap(({ diagnostics }) => diagnostics)
    .flatMap(({ daemon, place }) => {
      if (daemon === undefined) return [];
      return [daemon === true ? text.slice(0, place.start).split("\n").length : daemon.line];
    });
  const numbers = [...new Set(lines)];
  return numbers.sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
}
