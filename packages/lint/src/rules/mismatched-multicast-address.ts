import type { HostConfiguration, VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { type ComparedSetting, comparedSetting } from "../cluster/settings.js";
import { speaksUnicast } from "../cluster/unicast.js";
import { defineClusterRule } from "../define.js";

export const mismatchedMulticastAddress = defineClusterRule({
  id: "mismatched-multicast-address",
  category: "cluster",
  severity: "error",
  summary: "Hosts of a virtual router send adverts to different multicast groups.",
  why: "Each host listens only to the group that it sends to: neither hears the other, so both become MASTER.",
  advice: "Use the same group on all hosts, or remove `mcast_dst_ip` and `vrrp_mcast_group4` everywhere.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: open_sockpool_socket, vrrp_send_adv",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: ["mcast_dst_ip 224.0.0.19"],
        }),
        "lb2/keepalived.conf": exampleHost({}),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: ["mcast_dst_ip 224.0.0.19"],
        }),
        "lb2/keepalived.conf": exampleHost({ lines: ["mcast_dst_ip 224.0.0.19"] }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      if (members.some(speaksUnicast)) continue;
      const stands = members.map((member): Stand => {
        const { instance, host } = member;
        const common = commonGroup(host, instance);
        const given = instance.multicastGroup?.place ?? common?.place;
        const group = instance.effectiveMulticastGroup;
        return {
          member,
          key: group,
          place: given ?? instance.place,
          shown: say`multicast group ${group}${given === undefined ? say` by default` : ""}`,
        };
      });
      const findings = disagreements(
        stands,
        ({ key, member }, agreed) =>
          say`${member.host.name} sends to and listens on ${key}, ${hostNamesOf(agreed)} ${verb(agreed, say`uses`, say`use`)} ${agreed[0]!.key}`,
      );
      for (const finding of findings) report(finding);
    }
  },
});

/** The group that global_defs gives to all instances of the family. */
function commonGroup({ global, effective }: HostConfiguration, { family }: VrrpInstance): ComparedSetting | undefined {
  return comparedSetting(
    global.statements,
    effective.target,
    family === "ipv6" ? "vrrp_mcast_group6" : "vrrp_mcast_group4",
  );
}
