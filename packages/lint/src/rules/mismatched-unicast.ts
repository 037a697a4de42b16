import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { peersPlace, shownPeers, speaksUnicast } from "../cluster/unicast.js";
import { defineClusterRule } from "../define.js";

const peer = (source: string, other: string) => [`unicast_src_ip ${source}`, "unicast_peer {", `    ${other}`, "}"];

export const mismatchedUnicast = defineClusterRule({
  id: "mismatched-unicast",
  category: "cluster",
  severity: "error",
  summary: "A host of a virtual router uses unicast, another uses multicast.",
  why: "A host with `unicast_peer` sends to those addresses only and listens to nothing else; a host without it sends to the multicast group. Neither hears the other, so both become MASTER.",
  advice: "List the other hosts in `unicast_peer` on every host, or on none.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_send_adv, vrrp_check_packet",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: peer("192.0.2.1", "192.0.2.2"),
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
          lines: peer("192.0.2.1", "192.0.2.2"),
        }),
        "lb2/keepalived.conf": exampleHost({ lines: peer("192.0.2.2", "192.0.2.1") }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map(
        (member): Stand => ({
          member,
          key: speaksUnicast(member) ? "unicast" : "multicast",
          place: peersPlace(member),
          shown: speaksUnicast(member) ? shownPeers(member) : say`multicast, as no unicast_peer is listed`,
        }),
      );
      const findings = disagreements(
        stands,
        ({ key, member }, agreed) =>
          `${hostNamesOf(agreed)} ${verb(agreed, say`uses`, say`use`)} ${agreed[0]!.key}${key === "multicast" ? ` (${agreed[0]!.shown})` : ""}, ${member.host.name} ${key}${key === "unicast" ? say`, as it has unicast_peer` : ""}`,
      );
      for (const finding of findings) report(finding);
    }
  },
});
