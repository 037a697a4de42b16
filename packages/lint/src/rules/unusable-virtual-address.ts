import { type SpecialAddress, specialAddress, type VirtualAddress } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const unusableVirtualAddress = defineHostRule({
  id: "unusable-virtual-address",
  category: "vrrp",
  severity: "warning",
  summary: "A virtual address that no host can have: a network, broadcast, loopback or multicast address.",
  why: "keepalived adds the address without checking it, and the MASTER looks fine. But nobody reaches it: other hosts take it for their network or a broadcast address, or do not look for it at all.",
  advice: "Use a free address between the first and the last one of the network, or correct the prefix length.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress; RFC 1122, section 3.2.1.3",
  bad: [
    { files: exampleInstance([], { addresses: ["192.0.2.127/26"] }) },
    { files: exampleInstance([], { addresses: ["192.0.2.0/24"] }) },
    { files: exampleInstance([], { addresses: ["127.0.0.10"] }) },
  ],
  good: [
    { files: exampleInstance([], { addresses: ["192.0.2.127/24"] }) },
    { files: exampleInstance([], { addresses: ["192.0.2.0/31"] }) },
  ],
  eachBlock: true,
  check(host, report) {
    for (const { addresses, excludedAddresses } of host.instances) {
      for (const address of [...addresses, ...excludedAddresses]) {
        const kind = specialAddress(address.value);
        if (kind) report({ place: address.place, message: describe(address, kind) });
      }
    }
  },
});

function describe({ value: { text, prefixLength } }: VirtualAddress, kind: SpecialAddress): string {
  switch (kind) {
    case "network":
      return say`${text} is the network's own address in a /${prefixLength}: no host can have it`;
    case "broadcast":
      return prefixLength === undefined || text === "255.255.255.255"
        ? say`${text} is the broadcast address: every host takes packets to it for broadcasts`
        : say`${text} is the broadcast address of its /${prefixLength}: the hosts of the network take packets to it for broadcasts`;
    case "loopback":
      return say`${text} is a loopback address: other hosts reach themselves with it, never this host`;
    case "multicast":
      return say`${text} is a multicast address: hosts join such a group, they do not have the address`;
    case "unspecified":
      return say`${text} means no address at all`;
    case "reserved":
      return say`${text} is reserved: no system sends packets to it`;
  }
}
