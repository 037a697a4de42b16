/** Names that iproute2 brings with it, by the table that keepalived looks them up in; a machine may have more. */
const names: Readonly<Record<string, readonly string[]>> = {
  rt_tables: ["local", "main", "default", "unspec"],
  rt_scopes: ["global", "nowhere", "host", "link", "site"],
  rt_realms: ["cosmos"],
  group: ["default"],
  rt_protos: [
    ...[
      "unspec",
      "none",
      "redirect",
      "kernel",
      "boot",
      "static",
      "gated",
      "ra",
      "mrt",
      "zebra",
      "bird",
      "babel",
      "dnrouted",
    ],
    ...["xorp", "ntk", "dhcp", "keepalived", "openr", "bgp", "isis", "ospf", "rip", "eigrp"],
  ],
  rt_dsfield: [
    ...["default", "EF", "CS0", "CS1", "CS2", "CS3", "CS4", "CS5", "CS6", "CS7"],
    ...[1, 2, 3, 4].flatMap((row) => [1, 2, 3].map((column) => `AF${row}${column}`)),
  ],
  protocols: [
    ...["ip", "icmp", "igmp", "ggp", "ipencap", "st", "tcp", "egp", "igp", "pup", "udp", "hmp", "xns-idp", "rdp"],
    ...["iso-tp4", "dccp", "xtp", "ddp", "idpr-cmtp", "ipv6", "ipv6-route", "ipv6-frag", "idrp", "rsvp", "gre", "esp"],
    ...[
      "ah",
      "skip",
      "ipv6-icmp",
      "icmpv6",
      "ipv6-nonxt",
      "ipv6-opts",
      "rspf",
      "vmtp",
      "eigrp",
      "ospf",
      "ax.25",
      "ipip",
    ],
    ...["etherip", "encap", "pim", "ipcomp", "vrrp", "l2tp", "isis", "sctp", "fc", "mobility-header", "udplite"],
    ...["mpls-in-ip", "manet", "hip", "shim6", "wesp", "rohc", "ethernet", "mptcp"],
  ],
};

/** Where an administrator adds names of their own. */
const files: Readonly<Record<string, string>> = { protocols: "/etc/protocols" };

export function isUsualName(table: string, text: string): boolean {
  return names[table]?.includes(text) ?? false;
}

export function fileOfNames(table: string): string {
  return files[table] ?? `/etc/iproute2/${table}`;
}
