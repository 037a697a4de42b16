import type { EffectiveStatement, HostConfiguration, Place } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lackIn } from "../statements.js";

export const missingUnicastPeer = defineRemarkRule({
  id: "missing-unicast-peer",
  category: "daemon",
  severity: "error",
  summary: "Unicast settings without any peer.",
  why: "keepalived reports it and uses multicast, which unicast is usually meant to avoid. With `unicast_fault_no_peer` the instance stays in FAULT instead.",
  advice: "List the other hosts in `unicast_peer`, or remove the unicast settings.",
  followsFrom: relatedLines.peers,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["unicast_src_ip 192.0.2.1"]),
    },
    {
      files: exampleInstance(["unicast_ttl 64"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["unicast_src_ip 192.0.2.1", "unicast_peer {", "    192.0.2.2", "}"]),
    },
  ],
  remarks: {
    "unicast-without-peer": ({ instance, keyword, fault, place }, host) => ({
      // Without peers, what is wrong with the source on the same line.
      lacks: { within: place },
      ...lackIn(peersOf(host, instance, place)),
      message: fault
        ? say`${instance} has no unicast peer and stays in FAULT`
        : say`${instance} has ${keyword === "unicast_peer" ? say`an empty unicast_peer` : say`${keyword} but no unicast peer`}: it uses multicast`,
    }),
    "ttl-without-peer": ({ instance }) => ({
      message: say`unicast_ttl is reset, because ${instance} has no unicast peer`,
    }),
  },
});

/** The list of peers, which may be another line than the one that asks for unicast. */
function peersOf(host: HostConfiguration, instance: string, place: Place): EffectiveStatement | undefined {
  const blocks = host.instances
    .filter(({ name, statement }) => name === instance && statement.place.file === place.file)
    .flatMap(({ statement }) => statement.children.filter(({ keyword }) => keyword.name === "unicast_peer"));
  return blocks.at(-1);
}
