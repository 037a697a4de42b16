import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beginStory, continueStory, mastersOf, participantsOf, type Step, type TrackerName } from "@kalint/cluster";
import type { Version } from "@kalint/schema";
import { expect, test } from "vitest";
import { clusterOf } from "./failover.support.js";

/** What real daemons did, written by `npm run conformance:failover -- --record` (test/conformance/failover.mjs). */
interface Observation {
  readonly name: string;
  /** By host. */
  readonly files: Readonly<Record<string, string>>;
  /** By version: a line for each state, `stop lb1: VI_1 lb2`. */
  readonly observed: Readonly<Record<Version, readonly string[]>>;
}

const path = join(import.meta.dirname, "../../fixtures/failover/observed.json");
const observations: readonly Observation[] = JSON.parse(readFileSync(path, "utf8"));
const cases = observations.flatMap(({ name, files, observed }) =>
  Object.entries(observed).map(([version, states]) => ({ name, files, version: version as Version, states })),
);

test("two versions of keepalived were observed, on many clusters", () => {
  expect([...new Set(cases.map(({ version }) => version))].sort()).toEqual(["2.2.7", "2.4.3"]);
  expect(cases.length).toBeGreaterThan(180);
});

test.each(cases)("$name: the model does as keepalived $version did", ({ files, version, states }) => {
  const cluster = clusterOf(files, version);
  let situation = beginStory(participantsOf(cluster));
  const foretold = states.map((state) => {
    const words = state.split(": ")[0]!;
    if (words !== "start") situation = continueStory(situation, stepOf(words, files));
    const masters = cluster.virtualRouters.map((router) => {
      const hosts = mastersOf(situation, router).join(" and ");
      return `${router.members[0]!.instance.name} ${hosts || "nobody"}`;
    });
    return `${words}: ${masters.join(", ")}`;
  });
  expect(foretold).toEqual(states);
});

/** `fail lb1 chk` as a step. */
function stepOf(words: string, files: Observation["files"]): Step {
  const [verb, host = "", what = ""] = words.split(" ");
  const tracker = { kind: kindOf(files[host]!, what), name: what } as const;
  switch (verb) {
    case "lose":
      return { kind: "lost", host };
    case "stop":
      return { kind: "stopped", host };
    case "back":
      return { kind: "back", host };
    case "down":
      return { kind: "interface-down", host, interface: what };
    case "up":
      return { kind: "interface-up", host, interface: what };
    case "fail":
      return { kind: "tracker-fails", host, tracker };
    case "mend":
      return { kind: "tracker-recovers", host, tracker };
    default:
      throw new Error(`no step: ${words}`);
  }
}

function kindOf(text: string, tracker: string): TrackerName["kind"] {
  if (text.includes(`track_file ${tracker} {`)) return "file";
  if (text.includes(`vrrp_track_process ${tracker} {`)) return "process";
  return text.includes(`bfd_instance ${tracker} {`) ? "bfd" : "script";
}
