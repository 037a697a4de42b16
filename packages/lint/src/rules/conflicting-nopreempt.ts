import type { Cluster } from "@kalint/cluster";
import type { Tracker, VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import type { Member } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { anyOf } from "../suggest.js";

const check = `vrrp_script chk {
    script "/usr/local/bin/up"
    interval 2
    weight -60
}

`;
const tracking = ["nopreempt", "track_script {", "    chk", "}"];
const pair = (second: readonly string[]) => ({
  "lb1/keepalived.conf": check + exampleHost({ priority: 150, lines: tracking }),
  "lb2/keepalived.conf": exampleHost({ priority: 100, lines: second }),
});

export const conflictingNopreempt = defineClusterRule({
  id: "conflicting-nopreempt",
  category: "tracking",
  severity: "error",
  summary: "A tracker with a weight where every host that could take over has `nopreempt`.",
  why: "A weight only changes the priority. The address moves when another host, now with the higher priority, takes it from the MASTER. A host with `nopreempt` never does that, whatever the priorities are. If every other host has `nopreempt`, a failed check lowers the priority and the address stays where it is.",
  advice:
    "Remove the weight: a failure then means FAULT, the MASTER steps down, and another host takes over. Or remove `nopreempt` from the host that should take over.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_backup; fixtures/failover/observed.json",
  alone: true,
  bad: [
    { files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "weight -20"], { instance: ["nopreempt"] }) },
    { files: pair(["nopreempt"]), alsoGives: ["mismatched-tracking"] },
  ],
  good: [
    { files: exampleScript(['script "/usr/local/bin/up"', "interval 2"], { instance: ["nopreempt"] }) },
    { files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "weight -20"]) },
  ],
  evidence: [
    "https://github.com/acassen/keepalived/issues/2483",
    "https://github.com/acassen/keepalived/issues/2599",
    "https://github.com/acassen/keepalived/issues/2379",
  ],
  check(cluster, report) {
    const peersOf = peersIn(cluster);
    for (const member of cluster.hosts.flatMap((host) => host.instances.map((instance) => ({ host, instance })))) {
      const { host, instance } = member;
      const { nopreempt, name } = instance;
      if (nopreempt === undefined || !keepsNopreempt(instance)) continue;
      const trackers = weighted(instance);
      if (trackers.length === 0) continue;
      const peers = peersOf(member);
      // A peer that may preempt takes the address as soon as its priority is the higher one.
      if (peers.some((peer) => peer.instance.nopreempt === undefined || !keepsNopreempt(peer.instance))) continue;
      const others = anyOf(
        peers.map((peer) => peer.host.name),
        "and",
      );
      const named = anyOf(trackers.map(nameOf), "and");
      report({
        place: nopreempt.place,
        message:
          peers.length === 0
            ? say`${name} has nopreempt and tracks ${named}: where the other hosts have nopreempt too, a lower priority never moves the address from a running MASTER`
            : say`${name} tracks ${named}, but ${others} ${peers.length === 1 ? say`has` : say`have`} nopreempt: a lower priority alone never moves the address from a running MASTER`,
        values: trackers.map((tracker) => `${tracker.kind} ${tracker.name}`),
        related: [
          ...trackers.map((tracker) => ({
            place: tracker.place,
            message: say`${host.name}: tracks ${nameOf(tracker)}`,
          })),
          ...peers.map((peer) => ({
            place: peer.instance.nopreempt!.place,
            message: say`${peer.host.name}: nopreempt`,
          })),
        ],
        help: helpFor(trackers),
        // A file may hold a number that makes even this weight a FAULT.
        ...(trackers.every(({ kind, weight }) => kind === "file" && weight === undefined) && { severity: "warning" }),
      });
    }
  },
});

/** keepalived takes nopreempt back from a MASTER and from an address owner, and says so. */
function keepsNopreempt({ state, owner }: VrrpInstance): boolean {
  return state?.value !== "MASTER" && !owner;
}

/** The other hosts of the instance's virtual router. */
function peersIn({ virtualRouters }: Cluster): (member: Member) => readonly Member[] {
  const membersWith = new Map(
    virtualRouters.flatMap(({ members }) => members.map(({ instance }) => [instance, members])),
  );
  return ({ host, instance }) => (membersWith.get(instance) ?? []).filter((member) => member.host !== host);
}

/** The instance's own trackers, and those of its sync group where they may have weights. In a group the own weights are dropped. */
function weighted({ group, trackers }: VrrpInstance): readonly Tracker[] {
  const all = group === undefined ? trackers : group.trackingWeight ? [...trackers, ...group.trackers] : [];
  return all.filter(({ effectiveWeight }) => effectiveWeight !== 0);
}

function nameOf({ kind, name, effectiveWeight }: Tracker): string {
  return say`${kind} ${name} with weight ${effectiveWeight}`;
}

function helpFor(trackers: readonly Tracker[]): string {
  if (trackers.every(({ kind }) => kind === "file")) {
    return say`Remove \`nopreempt\`, or write numbers into the file that make the whole weight -254 or less: that means FAULT.`;
  }
  const own = trackers.some(({ weight }) => weight !== undefined);
  return say`Remove the weight ${own ? say`on the line that tracks it` : say`in its definition`}, so that a failure means FAULT, or remove \`nopreempt\`.`;
}
