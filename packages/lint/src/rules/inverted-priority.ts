import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, sharedRouters } from "../cluster/members.js";
import { priorityOf } from "../cluster/priorities.js";
import { defineClusterRule } from "../define.js";

export const invertedPriority = defineClusterRule({
  id: "inverted-priority",
  category: "cluster",
  severity: "warning",
  summary: "The host with `state MASTER` has a lower priority than one with `state BACKUP`.",
  why: "`state` only sets how a host starts; the priorities decide. The BACKUP with the higher priority takes the address as soon as it hears the other host, so the address ends up on the wrong host.",
  advice:
    "Give the host that should be MASTER the highest priority, or move `state MASTER` to the host with the highest priority.",
  followsFrom: relatedLines.election,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_backup; RFC 5798, section 6.4.2",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 50 }),
        "lb2/keepalived.conf": exampleHost({ state: "BACKUP", priority: 100 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 100 }),
        "lb2/keepalived.conf": exampleHost({ state: "BACKUP", priority: 50 }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map(priorityOf);
      for (const stand of stands) {
        const { instance, host } = stand.member;
        if (instance.state?.value !== "MASTER") continue;
        const above = stands.filter(
          ({ member: other }) =>
            other.host !== host &&
            other.instance.state?.value !== "MASTER" &&
            other.instance.nopreempt === undefined &&
            other.instance.effectivePriority > instance.effectivePriority,
        );
        const [first] = above;
        if (first === undefined) continue;
        report({
          place: stand.place,
          message: say`priority ${stand.key} is below ${first.key} of ${first.member.host.name}, although this host has state MASTER`,
          related: relatedTo(above),
        });
      }
    }
  },
});
