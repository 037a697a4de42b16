import { type IpAddress, networkOf, type VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { sharedRouters } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

const host = (source: string, peer: string, priority: number) =>
  exampleHost({
    priority,
    address: "192.0.2.10/24",
    lines: [`unicast_src_ip ${source}`, "unicast_peer {", `    ${peer}`, "}"],
  });

export const mismatchedNetwork = defineClusterRule({
  id: "mismatched-network",
  category: "cluster",
  severity: "warning",
  summary: "Hosts of a virtual router are in different networks, and only some of these contain the virtual address.",
  why: "A virtual address moves within one network: neighbours find it by ARP. If a host's own address is in another network, nobody asks there, and packets for the address keep going to its previous place.",
  advice:
    "Correct the wrong address. If the hosts really are in different networks, something else has to redirect the traffic: a route, DNS, or a floating address of the provider.",
  source: "RFC 5798, section 1.2: the routers of a virtual router share a LAN",
  since: "0.1.0",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": host("192.0.2.1", "198.51.100.2", 150),
        "lb2/keepalived.conf": host("198.51.100.2", "192.0.2.1", 100),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": host("192.0.2.1", "192.0.2.2", 150),
        "lb2/keepalived.conf": host("192.0.2.2", "192.0.2.1", 100),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": host("198.51.100.1", "198.51.100.2", 150),
        "lb2/keepalived.conf": host("198.51.100.2", "198.51.100.1", 100),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const address = members.flatMap(({ instance }) => networkAddress(instance) ?? [])[0];
      if (address === undefined) continue;
      const network = networkOf(address);
      const placed = members.flatMap((member) => {
        const source = member.instance.source;
        return source?.value.family === address.family ? [{ member, source }] : [];
      });
      const isInside = ({ source }: (typeof placed)[number]) =>
        networkOf({ ...source.value, prefixLength: address.prefixLength! }) === network;
      const inside = placed.filter(isInside);
      if (inside.length === 0) continue;
      for (const { source } of placed.filter((each) => !isInside(each))) {
        report({
          place: source.place,
          message: say`${source.value.text} is not in ${network}, the network of ${address.text}, in which ${inside[0]!.member.host.name} is`,
          related: inside.map((each) => ({
            place: each.source.place,
            message: `${each.member.host.name}: ${each.source.value.text}`,
          })),
        });
      }
    }
  },
});

/** The first address that is written with the length of its network. */
function networkAddress({ addresses }: VrrpInstance): IpAddress | undefined {
  return addresses
    .map(({ value }) => value)
    .find(({ family, prefixLength }) => {
      return prefixLength !== undefined && prefixLength < (family === "ipv4" ? 31 : 127);
    });
}
