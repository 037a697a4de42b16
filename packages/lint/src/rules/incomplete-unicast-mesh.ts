import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { type Member, sharedRouters } from "../cluster/members.js";
import { addressesOf, peersOf, peersPlace, shownPeers, sourceOf, speaksUnicast } from "../cluster/unicast.js";
import { defineClusterRule } from "../define.js";
import { anyOf } from "../suggest.js";
import type { Related } from "../types.js";

const peers = (source: string, ...others: readonly string[]) => [
  `unicast_src_ip ${source}`,
  "unicast_peer {",
  ...others.map((other) => `    ${other}`),
  "}",
];

const everybody = ["unicast_peer {", "    192.0.2.1", "    192.0.2.2", "}"];

export const incompleteUnicastMesh = defineClusterRule({
  id: "incomplete-unicast-mesh",
  category: "cluster",
  severity: "error",
  summary: "A host omits another host of its virtual router from `unicast_peer`, or lists itself.",
  why: "A host sends its adverts only to the peers that it lists. A host that is not listed hears no MASTER and becomes MASTER too.",
  advice: "List the `unicast_src_ip` of every other host, and never the host's own.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_send_adv; fixtures/failover/observed.json",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          lines: peers("192.0.2.1", "192.0.2.4"),
        }),
        "lb2/keepalived.conf": exampleHost({ lines: peers("192.0.2.2", "192.0.2.1") }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: everybody }),
        "lb2/keepalived.conf": exampleHost({ lines: everybody }),
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
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2458", "https://github.com/acassen/keepalived/issues/2651"],
  check(cluster, report) {
    for (const router of sharedRouters(cluster)) {
      const members = router.members.filter(speaksUnicast);
      if (members.length < 2) continue;
      const addresses = addressesOf({ members });
      const sources = members.map(sourceOf);
      // Two hosts that claim one source are a finding of their own.
      if (sources.some((source, at) => source !== undefined && sources.indexOf(source) !== at)) continue;
      for (const member of members) {
        const others = members.filter((other) => other.host !== member.host);
        const listed = new Set(peersOf(member));
        const unlisted = others.filter((other) => addresses.has(other) && !listed.has(addresses.get(other)!));
        const related = (): readonly Related[] =>
          others.map((other) => ({ place: peersPlace(other), message: `${other.host.name}: ${shownPeers(other)}` }));
        const place = peersPlace(member);
        if (unlisted.length > 0) {
          const left = anyOf(
            unlisted.map((other) => say`${addresses.get(other)} of ${other.host.name}`),
            "and",
          );
          report({
            place,
            message: say`unicast_peer omits ${left}: it has ${peersOf(member).join(", ")}`,
            related: related(),
          });
        } else if (listsAll(members)) {
          report({
            place,
            message: say`${members.length} hosts have the same unicast_peer list of ${listed.size} addresses: each of them lists itself`,
            help: say`Leave each host's own address out of its list, and give it as \`unicast_src_ip\`.`,
            related: related(),
          });
        } else if (listed.size < others.length) {
          report({
            place,
            message: say`unicast_peer lists ${listed.size} of the ${others.length} other hosts of this virtual router`,
            related: related(),
          });
        } else if (addresses.size < members.length && !addresses.has(member)) {
          const same = others.find((other) => listed.size === 1 && peersOf(other).join() === peersOf(member).join());
          if (same === undefined || members.indexOf(same) > members.indexOf(member)) continue;
          report({
            place,
            message: say`unicast_peer lists only ${peersOf(member)[0]}, as that of ${same.host.name} does: one of them lists itself and not the other`,
            related: related(),
          });
        }
      }
    }
  },
});

/** One list for all hosts, as long as there are hosts, and nobody says which address is its own: every host lists itself. */
function listsAll(members: readonly Member[]): boolean {
  const lists = members.map((member) => [...new Set(peersOf(member))].sort().join());
  return (
    members.every((member) => sourceOf(member) === undefined) &&
    lists.every((list) => list === lists[0]) &&
    new Set(peersOf(members[0]!)).size === members.length
  );
}
