import { protocol, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";

const script = (weight: number) =>
  exampleScript(['script "/usr/local/bin/up"', "interval 2", `weight ${weight}`]).replace("BACKUP", "MASTER");

export const smallTrackingWeight = defineHostRule({
  id: "small-tracking-weight",
  category: "tracking",
  severity: "info",
  preset: "strict",
  summary: "A MASTER's check with a weight of at most ten (the limit is an option).",
  why: "A failing check moves the address only if the priority falls below the other host's. Priorities usually differ by 50 or 100, so a weight of 2 or 10 changes nothing. With the other host's file kalint computes the exact sum; without it, a small weight is only suspicious.",
  advice:
    "Make the weight larger than the difference between the priorities, or remove it: a failure then means FAULT and always moves the address.",
  options: {
    maximum: {
      kind: "number",
      default: 10,
      minimum: 1,
      maximum: protocol.highestPriority - protocol.lowestPriority,
      description: "The largest weight, whatever its sign, that is too small.",
    },
  },
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_track.c: vrrp_set_effective_priority; the rest is advice",
  bad: [{ files: script(-2) }],
  good: [{ files: script(-60) }, { files: script(-6), options: { maximum: 5 } }],
  evidence: ["https://github.com/acassen/keepalived/issues/942", "https://github.com/acassen/keepalived/issues/2103"],
  check(host, report, { maximum }) {
    for (const { name, state, trackers, owner, effectivePriority } of host.instances) {
      if (state?.value !== "MASTER" || owner) continue;
      for (const { kind, name: tracked, place, effectiveWeight: weight } of trackers) {
        if (kind === "file" || weight === 0 || Math.abs(weight) > maximum) continue;
        const [before, after] =
          weight > 0
            ? [effectivePriority + weight, effectivePriority]
            : [effectivePriority, effectivePriority + weight];
        report({
          place,
          message: say`when ${kind} ${tracked} fails, the priority of ${name} falls only from ${before} to ${after}: no host below ${after} takes over`,
        });
      }
    }
  },
});
