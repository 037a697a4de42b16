import { type Participant, participantsOf } from "@kalint/cluster";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, sharedRouters } from "../cluster/members.js";
import { priorityOf } from "../cluster/priorities.js";
import { arithmetic, healthy } from "../cluster/weights.js";
import { defineClusterRule } from "../define.js";
import { exampleScriptGlobals } from "../examples.js";
import type { Finding } from "../types.js";

const script = `${exampleScriptGlobals}vrrp_script web_up {
    script "/usr/local/bin/web-up"
    interval 2
    timeout 1
}
`;

export const equalPriority = defineClusterRule({
  id: "equal-priority",
  category: "cluster",
  severity: "warning",
  summary: "Two hosts of a virtual router have the same priority.",
  why: "Nothing decides which of them becomes MASTER. When both start, or lose sight of each other, both become MASTER at the same time, and only the higher IP address makes one of them give way.",
  advice:
    "Give each host its own priority. To keep the address where it is after a failover, use `nopreempt` with `state BACKUP` on all hosts.",
  options: {
    nopreempt: {
      kind: "flag",
      default: true,
      description:
        "Whether hosts that all have `nopreempt` are told too. Some clusters have equal priorities there on purpose: the address stays where it is, and the higher source address decides a draw.",
    },
  },
  followsFrom: relatedLines.election,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_master_rx; RFC 5798, section 6.4.3",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 100 }),
        "lb2/keepalived.conf": exampleHost({ priority: 100 }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          priority: 110,
          before: script,
          lines: ["track_script {", "    web_up weight -20", "}"],
        }),
        "lb2/keepalived.conf": exampleHost({
          priority: 100,
          before: script,
          lines: ["track_script {", "    web_up weight 10", "}"],
        }),
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
    for (const router of sharedRouters(cluster)) {
      const { members } = router;
      if (!nopreempt && members.every(({ instance }) => instance.nopreempt !== undefined)) continue;
      // Several hosts with 255 hold themselves to be owners, which is worse.
      const stands = members.map(priorityOf).filter(({ member }) => !member.instance.owner);
      for (const [index, stand] of stands.entries()) {
        const earlier = stands
          .slice(0, index)
          .filter(({ key, member }) => key === stand.key && member.host !== stand.member.host);
        if (earlier.length === 0) continue;
        report({
          place: stand.place,
          message: say`${earlier[0]!.member.host.name} has priority ${stand.key} too`,
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
      const known = new Set(stands.map(({ member }) => member.instance));
      const participants = participantsOf({ ...cluster, hosts: members.map(({ host }) => host) }, [router]);
      for (const finding of madeEqual(participants.filter(({ instance }) => known.has(instance)))) report(finding);
    }
  },
});

/** Priorities that differ in the file, and are the same while all trackers are well. */
function madeEqual(participants: readonly Participant[]): readonly Finding[] {
  const highest = Math.max(...participants.map(healthy));
  const top = participants.filter((participant) => healthy(participant) === highest);
  return top.flatMap((participant, index): readonly Finding[] => {
    const rival = top.slice(0, index).find(({ basePriority }) => basePriority !== participant.basePriority);
    if (rival === undefined) return [];
    const place = participant.instance.priority?.place ?? participant.instance.place;
    return [
      {
        place,
        message: say`while all is well the priority is ${arithmetic(participant, [])} on ${participant.host.name} and ${arithmetic(rival, [])} on ${rival.host.name}`,
        related: [
          {
            place: rival.instance.priority?.place ?? rival.instance.place,
            message: say`${rival.host.name}: priority ${arithmetic(rival, [])}`,
          },
        ],
      },
    ];
  });
}
