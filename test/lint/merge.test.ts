import { type Finding, rules } from "@kalint/lint";
import type { HostVariant } from "@kalint/project";
import { newestVersion, type Version } from "@kalint/schema";
import { expect, test } from "vitest";
import { mergeFindings } from "../../packages/lint/src/engine/merge.js";

const place = { file: "common.conf", start: 0, end: 4 };
const options = { paths: [place.file], variants: [], severities: {}, isAsked: () => true, textAt: () => "word" };
const [rule] = rules;

/** Seen from two main files: the claim about `keepalived -t` that is left. */
function claimOf(one: Finding["daemon"], other: Finding["daemon"], target: Version = newestVersion) {
  const sightings = [one, other].map((daemon) => ({
    rule: rule!,
    variant: { plain: true, isHost: "yes", configuration: { effective: { target } } } as HostVariant,
    finding: { place, message: "wrong", ...(daemon !== undefined && { daemon }) },
  }));
  const [file] = mergeFindings(sightings, options);
  expect(file?.diagnostics).toHaveLength(1);
  return file?.diagnostics[0]?.daemon;
}

test("what is claimed of one place holds for every main file that shows it, or is not claimed", () => {
  expect(claimOf(true, true)).toBe(true);
  expect(claimOf({ line: 7 }, { line: 7 })).toEqual({ line: 7 });
  expect(claimOf(true, undefined)).toBeUndefined();
  expect(claimOf(undefined, true)).toBeUndefined();
  expect(claimOf(true, true, "1.3.9")).toBeUndefined();
});
