import { sameAddress, specialAddress } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const conflictingUnicastPeer = defineHostRule({
  id: "conflicting-unicast-peer",
  category: "vrrp",
  severity: "error",
  summary: "A unicast peer that is this host itself, a virtual address, or not an address of any host.",
  why: "The instance sends its adverts to the addresses in `unicast_peer` and to nobody else. If the list contains the host's own address, another host was forgotten, or the file belongs to another host. A virtual address belongs to the MASTER: the MASTER then sends to itself, and the BACKUPs hear nothing and become MASTER too.",
  advice: "List the fixed address of every other host of the cluster, and not the host's own address.",
  fixable: "sometimes",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_send_pkt; the rest is advice",
  bad: [
    {
      files: exampleInstance(["unicast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.2", "    192.0.2.3", "}"]),
    },
    { files: exampleInstance(["unicast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.10", "}"]) },
  ],
  good: [{ files: exampleInstance(["unicast_src_ip 192.0.2.2", "unicast_peer {", "    192.0.2.3", "}"]) }],
  evidence: [
    "https://github.com/acassen/keepalived/issues/2645",
    "https://github.com/acassen/keepalived/issues/2458",
    "https://github.com/acassen/keepalived/issues/2651",
  ],
  check(host, report) {
    for (const { name, unicastPeers, source, addresses, excludedAddresses } of host.instances) {
      for (const peer of unicastPeers) {
        const { text } = peer.value;
        const virtual = [...addresses, ...excludedAddresses].find(({ value }) => sameAddress(value, peer.value));
        const special = specialAddress({ family: peer.value.family, text });
        if (source && sameAddress(source.value, peer.value)) {
          report({
            place: peer.place,
            message: say`${text} is this host's own address: ${name} sends to itself${unicastPeers.length === 1 ? say`, and to no other host` : ""}`,
            related: [{ place: source.place, message: `${source.from.keyword.name} ${text}` }],
            fixes: unicastPeers.length > 1 ? removeLine(host, peer.from, false, say`remove the own address`) : [],
          });
        } else if (virtual) {
          report({
            place: peer.place,
            message: say`${text} is a virtual address of ${name}, not another host's own: it belongs to whichever host is MASTER`,
            related: [{ place: virtual.place, message: say`the virtual address` }],
          });
        } else if (special) {
          report({ place: peer.place, message: say`${text} is a ${special} address: no peer has it` });
        }
      }
    }
  },
});
