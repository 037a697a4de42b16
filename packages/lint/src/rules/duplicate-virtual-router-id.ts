import type { EffectiveStatement, HostConfiguration, Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lackIn } from "../statements.js";

export const duplicateVirtualRouterId = defineRemarkRule({
  id: "duplicate-virtual-router-id",
  category: "daemon",
  severity: "error",
  summary: "Two instances of a host use the same `virtual_router_id` on one interface.",
  why: "Both would be the same virtual router. keepalived stops setting up VRRP at that point: no instance runs at all.",
  advice:
    "Give each instance on an interface its own id from 1 to 255. An IPv4 and an IPv6 instance can share an id; since 2.2.5 so can unicast instances that have no peer in common.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: check_vrid_conflicts",
  bad: [
    {
      files: `${exampleInstance()}
${exampleInstance([], { name: "mail", addresses: ["192.0.2.11/24"] })}`,
    },
  ],
  good: [
    {
      files: `${exampleInstance()}
${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}`,
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/389", "https://github.com/acassen/keepalived/issues/2022"],
  remarks: {
    "router-id-shared": ({ id, interface: device, other, first, place }, host) => ({
      ...lackIn(addressesOfUnknownFamily(host, [place, first])),
      message: say`virtual_router_id ${id} is already used${device === undefined ? "" : say` on ${device}`} by ${other}`,
      related: [{ place: first, message: say`${other} uses it here` }],
    }),
  },
});

/** IPv4 and IPv6 may share an id: where keepalived has refused all addresses of one instance, their errors come first. */
function addressesOfUnknownFamily(host: HostConfiguration, places: readonly Place[]): EffectiveStatement | undefined {
  const sharing = host.instances.filter(
    ({ family, virtualRouterId }) =>
      family === undefined && virtualRouterId !== undefined && places.includes(virtualRouterId.place),
  );
  return sharing
    .flatMap(({ statement }) => statement.children)
    .find(({ keyword }) => keyword.name === "virtual_ipaddress");
}
