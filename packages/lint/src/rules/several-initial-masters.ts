import { isSamePlace } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, type Stand, sharedRouters } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const severalInitialMasters = defineClusterRule({
  id: "several-initial-masters",
  category: "cluster",
  severity: "warning",
  summary: "More than one host of a virtual router has `state MASTER`.",
  why: "Priorities decide who is MASTER, not `state`: of two hosts with `state MASTER`, one will not be MASTER. `nopreempt` and `preempt_delay` have no effect on either of them, and releases before 2.0 take the address at start without listening first, so that two hosts answer for it.",
  advice: "Keep `state MASTER` on the host with the highest priority, and set `state BACKUP` on the others.",
  fixable: "unsafe",
  followsFrom: relatedLines.election,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_master_rx, vrrp_complete_instance",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ state: "MASTER", priority: 100 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ state: "BACKUP", priority: 100 }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2387"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const masters = members.flatMap((member): Stand[] => {
        const { state, effectivePriority } = member.instance;
        if (state?.value !== "MASTER") return [];
        return [
          {
            member,
            key: String(effectivePriority),
            place: state.place,
            shown: say`state MASTER, priority ${effectivePriority}`,
          },
        ];
      });
      const [first, ...rest] = masters.toSorted((a, b) => Number(b.key) - Number(a.key));
      if (first === undefined) continue;
      for (const stand of rest) {
        report({
          place: stand.place,
          message: say`${first.member.host.name} starts as MASTER too, with priority ${first.key} against ${stand.key} of ${stand.member.host.name}`,
          related: relatedTo(masters.filter((other) => other !== stand)),
          // Where both read one line, changing it changes both.
          ...(isSamePlace(stand.place, first.place)
            ? {}
            : { fixes: [{ title: say`write \`BACKUP\``, safe: false, edits: [{ ...stand.place, text: "BACKUP" }] }] }),
        });
      }
    }
  },
});
