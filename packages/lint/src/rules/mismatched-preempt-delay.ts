import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, type Stand, sharedRouters } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedPreemptDelay = defineClusterRule({
  id: "mismatched-preempt-delay",
  category: "cluster",
  severity: "warning",
  summary: "`preempt_delay` is set on a host that never preempts, but not on one that does.",
  why: "`preempt_delay` makes a host wait before it takes the addresses from a MASTER with a lower priority. Only the host with the higher priority ever does that: on the weaker host alone the delay has no effect, and the stronger one takes over at once.",
  advice: "Set `preempt_delay` on the host with the highest priority, or set the same value on all hosts.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_backup",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ lines: ["preempt_delay 60"] }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: ["preempt_delay 60"] }),
        "lb2/keepalived.conf": exampleHost({ lines: ["preempt_delay 60"] }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map((member): Stand => {
        const { preemptDelay, effectivePriority, place } = member.instance;
        const seconds = preemptDelay?.value ?? 0;
        return {
          member,
          key: String(seconds),
          place: preemptDelay?.place ?? place,
          shown: say`${preemptDelay ? say`preempt_delay ${seconds}` : say`no preempt_delay`}, priority ${effectivePriority}`,
        };
      });
      for (const stand of stands) {
        if (stand.key === "0") continue;
        const own = stand.member.instance.effectivePriority;
        const above = stands.find(
          ({ key, member }) =>
            key !== stand.key && member.instance.nopreempt === undefined && member.instance.effectivePriority > own,
        );
        if (above === undefined) continue;
        const { host, instance } = above.member;
        report({
          place: stand.place,
          ...(above.key === "0" ? {} : { severity: "info" as const }),
          message:
            above.key === "0"
              ? say`preempt_delay is set on ${stand.member.host.name}, with priority ${own}, but not on ${host.name}, which has priority ${instance.effectivePriority} and takes over at once`
              : say`preempt_delay is ${stand.key} on ${stand.member.host.name} and ${above.key} on ${host.name}`,
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
    }
  },
});
