import {
  type EffectiveStatement,
  isLinkLocalMulticast,
  readSocketAddress,
  specialAddress,
  statementsAt,
} from "@kalint/daemon";
import { say, switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

const group = (address: string) => `global_defs {\n    vrrp_mcast_group4 ${address}\n}\n\n${exampleInstance()}`;

export const routableMulticastGroup = defineHostRule({
  id: "routable-multicast-group",
  category: "vrrp",
  severity: "warning",
  summary: "A multicast group for adverts that is not link-local.",
  why: "Switches forward 224.0.0.0/24 to every port, whatever they have learned. Other groups go only where a host has joined them: a switch with IGMP snooping and without a querier stops forwarding after some minutes, and then both hosts are MASTER. Routers may also carry such a group into other networks.",
  advice:
    "Use a group in 224.0.0.0/24 (VRRP's own is 224.0.0.18), or for IPv6 in `ff02::/16` (ff02::12). To separate clusters, give each its own `virtual_router_id`.",
  options: {
    allow: { kind: "words", default: [], description: "Groups that the network is set up for." },
  },
  restsOn: "line",
  since: "0.1.0",
  source: "RFC 4541, section 2.1.2; RFC 5771, section 4",
  bad: [{ files: group("239.0.0.18") }],
  good: [{ files: group("224.0.0.19") }, { files: group("239.0.0.18"), options: { allow: ["239.0.0.18"] } }],
  evidence: ["https://github.com/acassen/keepalived/issues/1663"],
  check(host, report, { allow }) {
    const lines = statementsAt(
      host,
      "global_defs/vrrp_mcast_group4",
      "global_defs/vrrp_mcast_group6",
      "vrrp_instance/mcast_dst_ip",
    );
    for (const line of lines) {
      const word = line.words[1];
      // Of an IPv6 group keepalived says so itself.
      const isSaid = line.keyword.name === "mcast_dst_ip" || switchesOf(host.effective.target).reportsRoutableGroup;
      const reported = isSaid && word?.value.includes(":");
      if (word && !reported && !allow.includes(word.value) && isRoutable(line)) {
        report({
          place: word.place,
          message: say`${word.value} is a multicast group that switches do not pass to every port: adverts may stop arriving`,
        });
      }
    }
  },
});

function isRoutable({ wording: { words } }: EffectiveStatement): boolean {
  const address = readSocketAddress(words[1]?.value ?? "").value;
  if (address === undefined || specialAddress(address) !== "multicast") return false;
  return !isLinkLocalMulticast(address);
}
