/** What stands at the head of a route: `to` or a type, and the destination. */
import type { AddressArgument, EnumArgument } from "./types.js";

/** Source: keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route; the names are those of rtnl_rtntype_a2n. */
export const routeType: EnumArgument = {
  name: "routeType",
  type: "enum",
  values: [
    { value: "local", summary: "The destination is an address of this host." },
    { value: "nat", summary: "Obsolete address translation; current kernels do not support it." },
    { value: "broadcast", summary: "Packets are sent as link broadcasts." },
    { value: "brd", summary: "Short form of `broadcast`." },
    { value: "anycast", summary: "The destination is an anycast address of this host." },
    { value: "multicast", summary: "Route for multicast delivery." },
    {
      value: "prohibit",
      summary: "Packets are discarded, and the sender is notified that communication is prohibited.",
    },
    {
      value: "unreachable",
      summary: "Packets are discarded, and the sender is notified that the host is unreachable.",
    },
    { value: "blackhole", summary: "Packets are discarded silently." },
    { value: "xresolve", summary: "Reserved for an external resolver; the kernel does not support it." },
    { value: "unicast", summary: "Ordinary route over a gateway or interface; the default." },
    { value: "throw", summary: "Ends the search in this table, so that the next rule is tried." },
  ],
  caseSensitive: true,
  optional: true,
  note: "A number from 0 to 255 is accepted too.",
};

const typeNames: ReadonlySet<string> = new Set(routeType.values.map(({ value }) => value));

/** A type may be a number too. */
export function isRouteType(word: string): boolean {
  return typeNames.has(word) || (/^(0x[0-9a-f]+|[0-9]+)$/i.test(word) && Number(word) <= 255);
}

/** RTPROT_KEEPALIVED, by number and by its name in rt_protos: what it marks its own routes and rules with. */
export const ownRouteProtocol = { number: 18, name: "keepalived" } as const;

export const routeDestination: AddressArgument = {
  name: "destination",
  type: "ip-mask",
  family: "any",
  words: [
    { value: "default" },
    { value: "any" },
    { value: "all" },
    { value: "default6", family: "ipv6", deprecated: { replacement: "::/0", reported: "logged" } },
  ],
};
