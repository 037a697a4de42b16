import { protocol, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, sharedRouters } from "../cluster/members.js";
import { priorityOf } from "../cluster/priorities.js";
import { defineClusterRule } from "../define.js";

export const severalAddressOwners = defineClusterRule({
  id: "several-address-owners",
  category: "cluster",
  severity: "error",
  summary: "More than one host of a virtual router has priority 255.",
  why: "Priority 255 declares the addresses to be the host's own: the host is MASTER whenever it runs, and gives way to nobody with a lower priority. Two such hosts become MASTER at the same time; then the one that first hears the other gives way, since 2.3.3 the one with the lower IP address, whatever was intended. An instance with `state MASTER` and no priority also gets 255.",
  advice: `Give each host its own priority up to ${protocol.highestPriority}.`,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_state_master_rx; the switch ownersGiveWay",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 255 }),
        "lb2/keepalived.conf": exampleHost({ priority: 255 }),
      },
      alsoGives: ["unexpected-owner-priority"],
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150 }),
        "lb2/keepalived.conf": exampleHost({ priority: 100 }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const owners = members.map(priorityOf).filter(({ member }) => member.instance.owner);
      const [first, ...rest] = owners;
      for (const stand of rest) {
        report({
          place: stand.place,
          message: say`${first!.member.host.name} has priority 255 too: both consider themselves the owner of the addresses and become MASTER`,
          related: relatedTo(owners.filter((other) => other !== stand)),
        });
      }
    }
  },
});
