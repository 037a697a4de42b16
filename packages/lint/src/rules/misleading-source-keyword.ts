import { childrenNamed, type EffectiveStatement, headerPlace, lastChild } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Fix } from "../types.js";

export const misleadingSourceKeyword = defineHostRule({
  id: "misleading-source-keyword",
  category: "vrrp",
  severity: "warning",
  summary: "`mcast_src_ip` in an instance that sends to unicast peers.",
  why: "keepalived stores `mcast_src_ip` and `unicast_src_ip` in the same place, so the address counts. But the name says multicast: a reader concludes that the instance uses multicast, or that the line has no effect and can go. If an instance has both, the later line counts, whatever its name.",
  advice: "Write `unicast_src_ip`.",
  fixable: "safe",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_srcip_handler",
  bad: [{ files: exampleInstance(["mcast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.3", "}"]) }],
  good: [{ files: exampleInstance(["unicast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.3", "}"]) }],
  check(host, report) {
    for (const { name, statement, unicastPeers, source } of host.instances) {
      if (unicastPeers.length === 0 || source === undefined) continue;
      const other = lastChild(statement, "unicast_src_ip");
      for (const line of childrenNamed(statement, "mcast_src_ip")) {
        report({
          place: headerPlace(line),
          message: other
            ? say`mcast_src_ip and unicast_src_ip of ${name} set one and the same source: the later line counts`
            : say`${name} sends to unicast peers, and mcast_src_ip sets the source of that too: its name says multicast`,
          ...(other && {
            related: [{ place: headerPlace(other), message: say`unicast_src_ip` }],
            help: say`Remove one of the two lines.`,
          }),
          fixes: other ? [] : rename(line),
        });
      }
    }
  },
});

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_srcip_handler, which serves both. */
function rename({ words }: EffectiveStatement): readonly Fix[] {
  const [keyword] = words;
  if (keyword === undefined || keyword.expanded) return [];
  return [{ title: say`write unicast_src_ip`, safe: true, edits: [{ ...keyword.place, text: "unicast_src_ip" }] }];
}
