import type { Tracker } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { type Member, sharedRouters } from "../cluster/members.js";
import { linesOf } from "../cluster/weights.js";
import { defineClusterRule } from "../define.js";
import { exampleScriptGlobals } from "../examples.js";
import { anyOf } from "../suggest.js";

const before = `${exampleScriptGlobals}vrrp_script web_up {\n    script "/usr/local/bin/web-up"\n    interval 2\n    timeout 1\n}\n`;
const lines = ["track_script {", "    web_up", "}"];

export const mismatchedTracking = defineClusterRule({
  id: "mismatched-tracking",
  category: "cluster",
  severity: "warning",
  summary: "A host of a virtual router does not track what another host tracks.",
  why: "The host without the tracker takes the addresses, and keeps them, even if the tracked object has failed there.",
  advice: "Track the same objects on all hosts.",
  followsFrom: relatedLines.tracking,
  since: "0.1.0",
  source: "the rest is advice; fixtures/failover/observed.json",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before, lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: exampleScriptGlobals }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before, lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before, lines }),
      },
    },
  ],
  check(cluster, report) {
    // What a sync group tracks counts for each of its routers.
    const said = new Set<string>();
    for (const { members } of sharedRouters(cluster)) {
      const tracked = new Map(members.map((member) => [member, trackersOf(member)]));
      const all = new Map<string, { member: Member; tracker: Tracker }>();
      for (const member of members) {
        for (const [key, tracker] of tracked.get(member)!) if (!all.has(key)) all.set(key, { member, tracker });
      }
      const missingOn = new Map<string, Member[]>();
      for (const member of members) {
        const own = tracked.get(member)!;
        const missing = [...all.keys()].filter((key) => !own.has(key));
        const shared = [...own.keys()].filter((key) => members.every((other) => tracked.get(other)!.has(key)));
        // What it tracks under another name, or by other means, may stand for it.
        if (own.size - shared.length >= missing.length) continue;
        for (const key of missing) missingOn.set(key, [...(missingOn.get(key) ?? []), member]);
      }
      for (const [key, without] of missingOn) {
        const { member, tracker } = all.get(key)!;
        const names = anyOf(
          without.map(({ host }) => host.name),
          "and",
        );
        const line = `${tracker.place.file}\0${tracker.place.start}\0${names}`;
        if (said.has(line)) continue;
        said.add(line);
        report({
          place: tracker.place,
          message: say`${member.host.name} tracks ${key}, ${names} ${without.length === 1 ? say`does` : say`do`} not`,
          related: without.map(({ host, instance }) => ({
            place: instance.place,
            message: say`${host.name}: ${instance.name} does not track ${key}`,
          })),
        });
      }
    }
  },
});

function trackersOf({ instance }: Member): ReadonlyMap<string, Tracker> {
  return new Map(linesOf(instance).map((tracker) => [`${tracker.kind} ${tracker.name}`, tracker]));
}
