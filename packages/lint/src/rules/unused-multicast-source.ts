import type { EffectiveStatement } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { childrenNamed, headerPlace } from "../lvs/statements.js";

export const unusedMulticastSource = defineHostRule({
  id: "unused-multicast-source",
  category: "vrrp",
  severity: "warning",
  summary: "`mcast_src_ip` in an instance that sends to unicast peers.",
  why: "With `unicast_peer` the instance sends no multicast. `mcast_src_ip` sets the source of multicast only, so the advertisements leave with the interface's address, and a peer that expects the other one drops them.",
  advice: "Write `unicast_src_ip` in place of `mcast_src_ip`.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [{ files: exampleInstance(["mcast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.3", "}"]) }],
  good: [{ files: exampleInstance(["unicast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.3", "}"]) }],
  check(host, report) {
    for (const { name, statement, unicastPeers, multicastSource } of host.instances) {
      if (unicastPeers.length === 0 || multicastSource === undefined) continue;
      const hasSource = childrenNamed(statement, "unicast_src_ip").length > 0;
      for (const line of childrenNamed(statement, "mcast_src_ip")) {
        report({
          place: headerPlace(line),
          message: `mcast_src_ip has no effect: ${name} sends to unicast peers, not by multicast`,
          fixes: !hasSource ? rename(line) : [],
        });
      }
    }
  },
});

function rename({ words }: EffectiveStatement) {
  const [keyword] = words;
  if (keyword === undefined || keyword.expanded) return [];
  return [{ title: "write unicast_src_ip", safe: false, edits: [{ ...keyword.place, text: "unicast_src_ip" }] }];
}
