import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { hostNamesOf, relatedTo, type Stand, sharedRouters } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedNopreempt = defineClusterRule({
  id: "mismatched-nopreempt",
  category: "cluster",
  severity: "warning",
  summary: "`nopreempt` is set on a host that never preempts, but not on one that does.",
  why: "`nopreempt` keeps a host from taking the addresses from a MASTER with a lower priority. It belongs on the host with the higher priority, which would take over when it comes back after a failure. On the weaker host alone it has no effect.",
  advice: "Set `nopreempt` on all hosts, each with `state BACKUP`, or on none.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_backup; fixtures/failover/observed.json",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ lines: ["nopreempt"] }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: ["nopreempt"] }),
        "lb2/keepalived.conf": exampleHost({ lines: ["nopreempt"] }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2168"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      // What keepalived clears, as with state MASTER, is a mistake of its own.
      const counted = members.filter(({ instance }) => !instance.nopreempt || instance.effectiveNopreempt);
      const stands = counted.map((member): Stand => {
        const { nopreempt, effectivePriority, place, priority } = member.instance;
        return {
          member,
          key: nopreempt === undefined ? "" : "nopreempt",
          place: nopreempt?.place ?? priority?.place ?? place,
          shown: say`${nopreempt ? say`nopreempt` : say`no nopreempt`}, priority ${effectivePriority}`,
        };
      });
      const free = stands.filter(({ key }) => key === "");
      for (const stand of stands) {
        if (stand.key === "") continue;
        const own = stand.member.instance.effectivePriority;
        const above = free.find(({ member }) => member.instance.effectivePriority > own);
        if (above === undefined) {
          if (stand !== stands.find(({ key }) => key !== "") || free.length === 0) continue;
          report({
            place: stand.place,
            severity: "info",
            message: say`nopreempt is set on ${stand.member.host.name} but not on ${hostNamesOf(free)}: that is enough only while no weight or further host changes the order of priorities`,
            related: relatedTo(stands.filter((other) => other !== stand)),
          });
          continue;
        }
        const { host, instance } = above.member;
        report({
          place: stand.place,
          message: say`nopreempt is set on ${stand.member.host.name} with priority ${own} but not on ${host.name}, which has ${instance.effectivePriority} and takes the addresses back whenever it returns`,
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
    }
  },
});
