import type { Argument } from "../types.js";
import { port } from "./arguments.js";

/** How packets reach the real servers. */
export const forwardingMethod: Argument = {
  name: "method",
  type: "enum",
  values: [
    {
      value: "NAT",
      summary:
        "Rewrites the address and, if configured, the port. Replies must come back through this host, so it must be the servers' gateway or translate the source as well.",
    },
    {
      value: "DR",
      summary:
        "Direct routing: sends packets unchanged to the server's MAC address; the server must share a network segment, hold the virtual address without answering ARP for it, and use the same port.",
    },
    {
      value: "TUN",
      summary:
        "Sends packets through a tunnel (IPIP unless `type` says otherwise) to servers anywhere. They must decapsulate them, hold the virtual address and use the same port, and the path must carry the larger packets.",
    },
  ],
  caseSensitive: true,
};

/** What may follow TUN. */
export const tunnelOptions: Argument = {
  name: "options",
  type: "options",
  options: [
    {
      name: "type",
      since: "2.0.18",
      summary: "Encapsulation of tunnelled packets: `ipip` (default), `gue` or `gre`; used only with `TUN`.",
      arguments: [
        {
          name: "tunnel",
          type: "enum",
          values: [
            { value: "ipip", summary: "IP in IP, the default; takes neither `port` nor checksum options." },
            {
              value: "gue",
              summary: "Generic UDP encapsulation, since Linux 5.2; needs `port`, and allows all checksum options.",
            },
            {
              value: "gre",
              summary: "Generic routing encapsulation, since Linux 5.3; takes no `port` and no `remcsum`.",
              features: ["ipvs-tunnel-gre"],
            },
          ],
          caseSensitive: true,
        },
      ],
      features: ["ipvs-tunnel-type"],
    },
    {
      name: "port",
      since: "2.0.18",
      summary: "UDP port to which `gue` packets are sent: required with `type gue`, an error with any other type.",
      arguments: [port],
      features: ["ipvs-tunnel-type"],
    },
    {
      name: "nocsum",
      since: "2.0.18",
      summary: "Sends tunnelled packets without a tunnel checksum; the default.",
      arguments: [],
      group: "csum",
      features: ["ipvs-tunnel-checksum"],
    },
    {
      name: "csum",
      since: "2.0.18",
      summary: "Adds a tunnel checksum; for `gue` and `gre`, an error with `ipip`. Requires Linux 5.3.",
      arguments: [],
      group: "csum",
      features: ["ipvs-tunnel-checksum"],
    },
    {
      name: "remcsum",
      since: "2.0.18",
      summary:
        "Leaves the inner checksum to the receiver (remote checksum offload); for `gue` only, and the server must support it. Requires Linux 5.3.",
      arguments: [],
      group: "csum",
      features: ["ipvs-tunnel-checksum"],
    },
  ],
};

/** How connections are spread. */
export const scheduler: Argument = {
  name: "scheduler",
  type: "enum",
  values: [
    { value: "rr", summary: "Round robin: every server in turn, regardless of weight and load." },
    { value: "wrr", summary: "Weighted round robin: every server in turn, in proportion to its weight." },
    { value: "lc", summary: "Least connections: the server with the fewest connections, regardless of weight." },
    {
      value: "wlc",
      summary: "Weighted least connections: the server with the fewest connections for its weight; the default.",
    },
    {
      value: "lblc",
      summary:
        "Locality-based least connections: requests for one destination address stay on one server until it is overloaded; meant for cache clusters.",
    },
    {
      value: "sh",
      summary:
        "Source hashing: the client's address selects the server; add `sh-port` to include the source port and `sh-fallback` to survive servers of weight 0.",
    },
    {
      value: "mh",
      summary:
        "Maglev hashing: the client's address selects the server, and few clients move when servers come or go; see `mh-port` and `mh-fallback`; needs Linux 4.18.",
    },
    {
      value: "dh",
      summary:
        "Destination hashing: the destination address selects the server. Meant for caches; with a single virtual address, all requests go to one server.",
    },
    { value: "fo", summary: "Weighted failover: all connections go to the available server with the greatest weight." },
    {
      value: "ovf",
      summary:
        "Weighted overflow: fills the server of greatest weight until its active connections reach the weight, then the next; not for UDP, which has no active connections.",
    },
    {
      value: "lblcr",
      summary:
        "Like `lblc`, but a set of servers that grows and shrinks with the load serves each destination address; meant for cache clusters.",
    },
    {
      value: "sed",
      summary:
        "Shortest expected delay: the server with the fewest active connections for its weight, counting the new one.",
    },
    { value: "nq", summary: "Never queue: an idle server if there is one, otherwise like `sed`." },
    {
      value: "twos",
      summary:
        "Power of two choices: draws two servers at random by weight and takes the less loaded one; needs a recent kernel with `ip_vs_twos`.",
      since: "2.2.5",
    },
  ],
  caseSensitive: true,
};
