import { headerPlace, sameAddress, type VirtualAddress, type VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const realServerIsVirtualAddress = defineHostRule({
  id: "real-server-is-virtual-address",
  category: "lvs",
  severity: "warning",
  summary: "A real server with the virtual address of its own service or of an instance.",
  why: "The virtual address is on whichever host is MASTER, so the load balancer sends these connections to itself. The check also tests itself: on the MASTER it reaches whatever answers there, on the BACKUP it reaches the other host.",
  advice: "Use the real server's own address.",
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [{ files: exampleServer([], { realServer: "192.0.2.10 80" }) }],
  good: [{ files: exampleServer() }],
  check(host, report) {
    if (host.virtualServers.length === 0) return;
    const virtual = new Map<string, VrrpInstance>();
    for (const instance of host.instances) {
      for (const { value } of instance.addresses) virtual.set(value.text, instance);
      for (const { value } of instance.excludedAddresses) virtual.set(value.text, instance);
    }
    for (const { service, statement, realServers } of host.virtualServers) {
      const own = service.kind === "address" ? service.address : undefined;
      for (const server of realServers) {
        const { text } = server.address;
        const held = virtual.get(text);
        if (own && sameAddress(own, server.address)) {
          report({
            place: server.statement.words[1]!.place,
            message: say`real_server ${text} is the address of its own virtual_server: the load balancer sends to itself`,
            related: [{ place: headerPlace(statement), message: say`the virtual server` }],
          });
        } else if (held) {
          report({
            place: server.statement.words[1]!.place,
            message: say`real_server ${text} is a virtual address of ${held.name}: it belongs to whichever host is MASTER`,
            related: [{ place: addressOf(held, text)!.place, message: say`the virtual address of ${held.name}` }],
          });
        }
      }
    }
  },
});

/** The last one, as it counts. */
function addressOf({ addresses, excludedAddresses }: VrrpInstance, text: string): VirtualAddress | undefined {
  return [...addresses, ...excludedAddresses].findLast(({ value }) => value.text === text);
}
