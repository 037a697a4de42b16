import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { relatedTo, type Stand, sharedRouters } from "../cluster/members.js";
import { speaksUnicast } from "../cluster/unicast.js";
import { defineClusterRule } from "../define.js";

const peers = (source: string, other: string) => [`unicast_src_ip ${source}`, "unicast_peer {", `    ${other}`, "}"];

export const duplicateUnicastSource = defineClusterRule({
  id: "duplicate-unicast-source",
  category: "cluster",
  severity: "error",
  summary: "Two hosts of a virtual router send from the same `unicast_src_ip` or `mcast_src_ip`.",
  why: "The address belongs to only one of them: the file was copied from that host. With unicast peers, keepalived 2.1.0 to 2.3.2 enters FAULT on a host that does not have its source address. Otherwise the adverts go out, but the host whose address it is drops them as coming from itself. A copied file also lists the wrong peers.",
  advice:
    "Set `unicast_src_ip` or `mcast_src_ip` to the host's own address on each host, and list the addresses of the other hosts in `unicast_peer`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: open_vrrp_read_socket, open_sockpool_socket; __fib_validate_source of Linux",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: peers("192.0.2.1", "192.0.2.2"),
        }),
        "lb2/keepalived.conf": exampleHost({ lines: peers("192.0.2.1", "192.0.2.2") }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, lines: ["mcast_src_ip 192.0.2.1"] }),
        "lb2/keepalived.conf": exampleHost({ lines: ["mcast_src_ip 192.0.2.1"] }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: peers("192.0.2.1", "192.0.2.2"),
        }),
        "lb2/keepalived.conf": exampleHost({ lines: peers("192.0.2.2", "192.0.2.1") }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, lines: ["mcast_src_ip 192.0.2.1"] }),
        "lb2/keepalived.conf": exampleHost({ lines: ["mcast_src_ip 192.0.2.2"] }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2645"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.flatMap((member): Stand[] => {
        const source = member.instance.source;
        if (source === undefined) return [];
        const { value, place, from } = source;
        return [{ member, key: value.text, place, shown: `${from.keyword.name} ${value.text}` }];
      });
      for (const [index, stand] of stands.entries()) {
        const earlier = stands
          .slice(0, index)
          .filter(
            ({ key, member }) =>
              key === stand.key &&
              member.host !== stand.member.host &&
              speaksUnicast(member) === speaksUnicast(stand.member),
          );
        if (earlier.length === 0) continue;
        const { host } = earlier[0]!.member;
        report({
          place: stand.place,
          ...(speaksUnicast(stand.member)
            ? { message: say`${host.name} sends to its unicast peers from ${stand.key} too` }
            : { message: say`${host.name} sends its adverts from ${stand.key} too`, severity: "warning" }),
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
    }
  },
});
