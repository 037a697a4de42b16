import type { HostConfiguration, Tracker, VrrpInstance } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";

export const conflictingNopreempt = defineHostRule({
  id: "conflicting-nopreempt",
  category: "tracking",
  severity: "error",
  summary: "`nopreempt` beside a tracker with a weight.",
  why: "A weight only changes the priority; the address moves because another host with a higher priority takes it. With `nopreempt` a host does not take it from a MASTER that is still running, whatever that one's priority is. So a failed check makes the priority fall, and the address stays where it is.",
  advice:
    "Take the weight away (the failure then means FAULT, the MASTER steps down, and the other host takes over), or take `nopreempt` away.",
  since: "0.1.0",
  bad: [
    { files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "weight -20"], { instance: ["nopreempt"] }) },
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
  check(host, report) {
    for (const instance of host.instances) {
      const { nopreempt, name } = instance;
      // keepalived takes nopreempt back here, and says so.
      if (nopreempt === undefined || instance.state?.value === "MASTER" || instance.effectivePriority === 255) continue;
      for (const tracker of weighted(host, instance)) {
        const { effectiveWeight: weight } = tracker;
        report({
          place: tracker.place,
          message: `${tracker.kind} ${tracker.name} has weight ${weight}, but ${name} has nopreempt: a lower priority alone never moves the address from a running MASTER`,
          related: [{ place: nopreempt.place, message: "nopreempt" }],
          help: helpFor(tracker),
          // A file may hold a number that makes even this weight a FAULT.
          ...(tracker.kind === "file" && tracker.weight === undefined && { severity: "warning" }),
        });
      }
    }
  },
});

/** The instance's own trackers, and those of its sync group where they may have weights. In a group the own weights are dropped. */
function weighted(host: HostConfiguration, { name, trackers }: VrrpInstance): readonly Tracker[] {
  const group = host.syncGroups.find(({ members }) => members.some(({ value }) => value === name));
  const all = group === undefined ? trackers : group.trackingWeight ? [...trackers, ...group.trackers] : [];
  return all.filter(({ effectiveWeight }) => effectiveWeight !== 0);
}

function helpFor({ kind, weight }: Tracker): string {
  if (kind === "file")
    return "Remove `nopreempt`, or write numbers into the file that make the whole weight -254 or less: that means FAULT.";
  return `Remove the weight ${weight ? "on this line" : "in its definition"}, so that a failure means FAULT, or remove \`nopreempt\`.`;
}
