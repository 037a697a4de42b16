import { exampleHost } from "../cluster/example.js";
import { relatedTo, sharedRouters } from "../cluster/members.js";
import { priorityOf } from "../cluster/priorities.js";
import { defineClusterRule } from "../define.js";

export const equalPriority = defineClusterRule({
  id: "equal-priority",
  category: "cluster",
  severity: "warning",
  summary: "Two hosts of one virtual router have the same priority.",
  why: "Nothing says which of them is to be MASTER. When both start or lose sight of each other they become MASTER at the same time, and only the higher IP address makes one of them give way.",
  advice:
    "Give each host a priority of its own. To keep the address where it is after a failover, use nopreempt with `state BACKUP` on all hosts.",
  options: {
    nopreempt: {
      kind: "flag",
      default: true,
      description:
        "Whether hosts that all have `nopreempt` are told too. Some clusters have equal priorities there on purpose: the address stays where it is, and the higher source address decides a draw.",
    },
  },
  since: "0.1.0",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 100 }),
        "lb2/keepalived.conf": exampleHost({ priority: 100 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "BACKUP", priority: 100, lines: ["nopreempt"] }),
        "lb2/keepalived.conf": exampleHost({ state: "BACKUP", priority: 100, lines: ["nopreempt"] }),
      },
      options: { nopreempt: false },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ priority: 100 }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2323"],
  check(cluster, report, { nopreempt }) {
    for (const { members } of sharedRouters(cluster)) {
      if (!nopreempt && members.every(({ instance }) => instance.nopreempt !== undefined)) continue;
      // Several hosts with 255 hold themselves to be owners, which is worse.
      const stands = members.map(priorityOf).filter(({ member }) => member.instance.effectivePriority < 255);
      for (const [index, stand] of stands.entries()) {
        const earlier = stands
          .slice(0, index)
          .filter(({ key, member }) => key === stand.key && member.host !== stand.member.host);
        if (earlier.length === 0) continue;
        report({
          place: stand.place,
          message: `${earlier[0]!.member.host.name} has priority ${stand.key} too`,
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
    }
  },
});
