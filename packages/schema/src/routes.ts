/** What stands at the head of a route: `to` or a type, and the destination. */
import type { AddressArgument } from "./types.js";

/** Source: keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route; the names are those of rtnl_rtntype_a2n. */
export const routeTypes: ReadonlySet<string> = new Set([
  ...["unicast", "local", "broadcast", "brd", "anycast", "multicast"],
  ...["blackhole", "unreachable", "prohibit", "throw", "nat", "xresolve"],
]);

/** A type may be a number too. */
export function isRouteType(word: string): boolean {
  return routeTypes.has(word) || (/^(0x[0-9a-f]+|[0-9]+)$/i.test(word) && Number(word) <= 255);
}

export const routeDestination: AddressArgument = {
  name: "destination",
  type: "ip-mask",
  family: "any",
  words: [
    { value: "default" },
    { value: "any" },
    { value: "all" },
    { value: "default6", deprecated: { replacement: "::/0", reported: "logged" } },
  ],
};
