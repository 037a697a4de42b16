import { sameAddress, staticAddresses } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingSourceAddress = defineHostRule({
  id: "conflicting-source-address",
  category: "vrrp",
  severity: "error",
  summary: "The source address of the adverts is one of the virtual addresses.",
  why: "A host has a virtual address only while it is MASTER. With unicast peers, keepalived 2.1.0 to 2.3.2 enters FAULT on a host that does not have its source address. Otherwise the hosts send from one address: the MASTER drops such adverts as coming from itself, and hosts that identify each other by source address mistake one for the other.",
  advice:
    "Set `unicast_src_ip` or `mcast_src_ip` to a fixed address of the host, or remove it: keepalived then uses the address of the interface.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: open_vrrp_read_socket, open_sockpool_socket; __fib_validate_source of Linux",
  bad: [{ files: exampleInstance(["mcast_src_ip 192.0.2.10"]) }],
  good: [{ files: exampleInstance(["mcast_src_ip 192.0.2.2"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/2645"],
  check(host, report) {
    const fixed = staticAddresses(host);
    for (const { source, owner } of host.instances) {
      if (source === undefined || owner) continue;
      if (fixed.some((address) => sameAddress(address, source.value))) continue;
      for (const { name, addresses, excludedAddresses } of host.instances) {
        const virtual = [...addresses, ...excludedAddresses].find(({ value }) => sameAddress(value, source.value));
        if (virtual === undefined) continue;
        report({
          place: source.place,
          message: say`${source.from.keyword.name} ${source.value.text} is a virtual address of ${name}: this host has it only while it is MASTER`,
          related: [{ place: virtual.place, message: say`the virtual address of ${name}` }],
        });
      }
    }
  },
});
