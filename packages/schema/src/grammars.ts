import { address, mark, networkInterface } from "./keywords/arguments.js";
import { routeDestination, routeType } from "./routes.js";
import type { Argument, LineGrammar } from "./types.js";

/** Of a route: nothing is cut off. */
const routeAddress: Argument = { ...address, exact: true };

const encapsulation: Argument = {
  name: "encapsulation",
  type: "variant",
  variants: [
    [
      {
        name: "ip",
        type: "literal",
        value: "ip",
        summary:
          "Tunnel over IPv4; at least `dst` or `id` is needed, and `src`, `tos`, `ttl` and `flags` may be added.",
      },
      {
        name: "options",
        type: "options",
        options: [
          {
            name: "id",
            since: "1.2.24",
            summary: "Tunnel identifier, for example the VNI of a VXLAN device.",
            arguments: [{ name: "id", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" }],
          },
          {
            name: "dst",
            since: "1.2.24",
            summary: "Address of the tunnel's far end.",
            arguments: [{ name: "dst", type: "ip", family: "ipv4", exact: true }],
          },
          {
            name: "src",
            since: "1.2.24",
            summary: "Address of the tunnel's near end.",
            arguments: [{ name: "src", type: "ip", family: "ipv4", exact: true }],
          },
          {
            name: "tos",
            since: "1.2.24",
            summary: "Type of service of the outer packet.",
            arguments: [{ name: "tos", type: "rt-name", min: 0, max: 255, base: "c", namesFrom: "rt_dsfield" }],
          },
          {
            name: "ttl",
            since: "1.2.24",
            summary: "Time to live of the outer packet.",
            arguments: [{ name: "ttl", type: "uint", min: 0, max: 255 }],
          },
          {
            name: "flags",
            since: "1.2.24",
            summary: "Tunnel flags as a number, as the kernel defines them.",
            arguments: [{ name: "flags", type: "uint", min: 0, max: 65535 }],
          },
        ],
        needs: ["dst", "id"],
        note: "Needs dst or id.",
      },
    ],
    [
      {
        name: "ip6",
        type: "literal",
        value: "ip6",
        summary:
          "Tunnel over IPv6; at least `dst` or `id` is needed, and `src`, `tc`, `hoplimit` and `flags` may be added.",
      },
      {
        name: "options",
        type: "options",
        options: [
          {
            name: "id",
            since: "1.2.24",
            summary: "Tunnel identifier, for example the VNI of a VXLAN device.",
            arguments: [{ name: "id", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" }],
          },
          {
            name: "dst",
            since: "1.2.24",
            summary: "Address of the tunnel's far end.",
            arguments: [{ name: "dst", type: "ip", family: "ipv6", exact: true }],
          },
          {
            name: "src",
            since: "1.2.24",
            summary: "Address of the tunnel's near end.",
            arguments: [{ name: "src", type: "ip", family: "ipv6", exact: true }],
          },
          {
            name: "tc",
            since: "1.2.24",
            summary: "Traffic class of the outer packet.",
            arguments: [{ name: "tc", type: "rt-name", min: 0, max: 255, base: "c", namesFrom: "rt_dsfield" }],
          },
          {
            name: "hoplimit",
            since: "1.2.24",
            summary: "Hop limit of the outer packet.",
            arguments: [{ name: "hoplimit", type: "uint", min: 0, max: 255 }],
          },
          {
            name: "flags",
            since: "1.2.24",
            summary: "Tunnel flags as a number, as the kernel defines them.",
            arguments: [{ name: "flags", type: "uint", min: 0, max: 65535 }],
          },
        ],
        needs: ["dst", "id"],
        note: "Needs dst or id.",
      },
    ],
    [
      {
        name: "mpls",
        type: "literal",
        value: "mpls",
        summary: "Labels to put before the packet, separated by `/`, such as `100/200`.",
        features: ["route-encapsulation-mpls"],
      },
      {
        name: "labels",
        type: "other",
        grammar: "mpls-labels",
        note: "One label or several joined by /, each 0 to 1048575.",
      },
    ],
    [
      {
        name: "ila",
        type: "literal",
        value: "ila",
        summary: "Locator of Identifier Locator Addressing, as four groups of hexadecimal digits separated by colons.",
        features: ["route-encapsulation-ila"],
      },
      { name: "locator", type: "other", grammar: "address64", note: "Four groups of hexadecimal digits." },
    ],
  ],
};

export const lineGrammars: Readonly<Record<string, LineGrammar>> = {
  words_email: {
    name: "words_email",
    summary:
      'Email addresses, any number per line. Quote an entry that includes a display name, such as `"Ops <ops@example.org>"`.',
    positional: [],
    words: { name: "address", type: "email", summary: "Email address that receives the alerts." },
    options: [],
    order: "fixed",
    unknownWord: "ignored",
    missingValue: "reported",
    badValue: "ignored",
  },
  words_instance: {
    name: "words_instance",
    summary:
      "Names of VRRP instances, any number per line. They are looked up after the whole configuration has been read, so they may be defined later.",
    positional: [],
    words: {
      name: "instance",
      type: "reference",
      to: "vrrp_instance",
      defined: "anywhere",
      summary: "Name of a `vrrp_instance`, which may be defined later.",
    },
    options: [],
    order: "fixed",
    unknownWord: "ignored",
    missingValue: "reported",
    badValue: "ignored",
  },
  words_interface: {
    name: "words_interface",
    summary: "Names of network interfaces, any number per line.",
    positional: [],
    words: {
      name: "interface",
      type: "interface",
      maxLength: 15,
      summary: "Name of an interface, at most 15 characters.",
    },
    options: [],
    order: "fixed",
    unknownWord: "ignored",
    missingValue: "reported",
    badValue: "word-ignored",
  },
  ip_address: {
    name: "ip_address",
    summary:
      "One address per line: the address, optionally with a prefix length, then options in any order. Without a prefix length it is `/32` or `/128`, which suits an address in a subnet that the interface already has. An unknown option is reported and skipped.",
    positional: [
      {
        name: "address",
        type: "ip-mask",
        family: "any",
        summary: "IPv4 or IPv6 address, optionally with `/` and a prefix length; without one `/32` or `/128` is used.",
        note: "Without a prefix length it is /32 or /128.",
      },
    ],
    options: [
      {
        name: "dev",
        since: "1.0.1",
        summary:
          "Interface on which the address is set; defaults to that of the instance, for static addresses to `default_interface`. An unknown interface drops the line. The instance also tracks this interface unless `no_track` is given.",
        arguments: [networkInterface],
        badValue: "line-dropped",
        repetition: "line-dropped",
      },
      {
        name: "scope",
        since: "1.0.3",
        summary:
          "Scope of the address, as name or number; by default `global`. IPv4 only: for IPv6 it is reported and ignored.",
        arguments: [
          {
            name: "scope",
            type: "rt-name",
            min: 0,
            max: 255,
            base: "c",
            values: [
              { value: "global", summary: "Valid everywhere; the default." },
              { value: "nowhere", summary: "The narrowest scope; used for destinations that do not exist." },
              { value: "host", summary: "Valid inside this host only." },
              { value: "link", summary: "Valid on this link only." },
              { value: "site", summary: "Valid inside the site." },
            ],
            namesFrom: "rt_scopes",
          },
        ],
        badValue: "ignored",
        context: "IPv4 only; reported and ignored for IPv6.",
        family: "ipv4",
      },
      {
        name: "broadcast",
        since: "1.1.3",
        summary:
          "Broadcast address; `+` sets and `-` clears all host bits. IPv4 only, not together with `peer`; the signs require a prefix length of at most 30.",
        aliases: [{ name: "brd" }],
        arguments: [
          {
            name: "broadcast",
            type: "ip",
            family: "ipv4",
            exact: true,
            words: [{ value: "-" }, { value: "+" }],
            note: "+ sets all host bits, - clears them; the prefix length must be at most 30.",
          },
        ],
        badValue: "line-dropped",
        context: "IPv4 only, and not with peer.",
        family: "ipv4",
      },
      {
        name: "label",
        since: "1.1.14",
        summary:
          "Label shown by `ip` and `ifconfig`, at most 15 characters, such as `eth0:1`. IPv4 only: for IPv6 it is reported and ignored.",
        arguments: [{ name: "label", type: "string", maxLength: 15, until: [{ until: "2.2.2", unclaimed: true }] }],
        badValue: "line-dropped",
        context: "IPv4 only; reported and ignored for IPv6.",
        family: "ipv4",
      },
      {
        name: "peer",
        since: "2.0.0",
        summary:
          "Address at the other end of a point-to-point link. It has no prefix length and is of the address's family. A prefix length on the address itself is reported and replaced.",
        arguments: [{ name: "peer", type: "ip", family: "any", exact: true }],
        badValue: "ignored",
      },
      { name: "home", since: "1.3.6", summary: "Marks the address as a home address of Mobile IPv6.", arguments: [] },
      {
        name: "-nodad",
        since: "1.3.6",
        summary:
          "Keeps duplicate address detection on for this IPv6 address. By default keepalived turns it off, because detection delays a failover and can block the address after a split brain.",
        arguments: [],
      },
      {
        name: "mngtmpaddr",
        since: "1.3.6",
        summary: "Lets the kernel derive temporary privacy addresses from this IPv6 address.",
        arguments: [],
        features: ["address-managed-temporary"],
      },
      {
        name: "noprefixroute",
        since: "1.3.6",
        summary: "Stops the kernel from adding the subnet route of the address, for setups with routes of their own.",
        arguments: [],
        features: ["address-no-prefix-route"],
      },
      {
        name: "autojoin",
        since: "1.3.6",
        summary: "Makes the kernel join the multicast group of the address on the link, for switches with snooping.",
        arguments: [],
        features: ["address-autojoin"],
      },
      {
        name: "no_track",
        since: "2.0.3",
        summary:
          "Ignores the removal of the address and the loss of its interface: the instance stays master, and the address is set again only at the next transition to master.",
        arguments: [],
      },
      {
        name: "preferred_lft",
        since: "2.0.20",
        summary:
          "Seconds, or `forever`, during which an IPv6 address is preferred as source. `0` marks it deprecated, so that it is not used for outgoing connections; that is the default for `/128`.",
        arguments: [{ name: "lifetime", type: "uint", min: 0, max: 4_294_967_295, words: [{ value: "forever" }] }],
        badValue: "ignored",
      },
      {
        name: "track_group",
        since: "2.0.3",
        summary:
          "Moves the instances of this `track_group` to `FAULT` when the static address is lost and cannot be restored. The group must be defined earlier in the configuration.",
        arguments: [{ name: "group", type: "reference", to: "track_group", defined: "before" }],
        only: ["static_ipaddress"],
        badValue: "ignored",
        repetition: "line-ended",
      },
      {
        name: "use_vmac",
        since: "2.2.0",
        summary:
          "Sets this VIP on a VMAC interface of its own, on the interface given by `dev`, even if the instance does not use one there.",
        arguments: [],
        only: ["virtual_ipaddress", "virtual_ipaddress_excluded"],
      },
    ],
    order: "any",
    unknownWord: "word-ignored",
    missingValue: "line-dropped",
    badValue: "line-dropped",
  },
  ip_route: {
    name: "ip_route",
    summary:
      "One route per line in the style of `ip route`: a destination and options in any order, `nexthop` groups last. Write option names in full. A word that is no option is read as the destination, so a misspelled option drops the line.",
    positional: [],
    options: [
      {
        name: "inet",
        since: "1.2.24",
        summary: "Makes it an IPv4 route. The word after it is skipped unread, so put it at the end of the line.",
        arguments: [],
      },
      {
        name: "inet6",
        since: "1.2.24",
        summary: "Makes it an IPv6 route. The word after it is skipped unread, so put it at the end of the line.",
        arguments: [],
      },
      {
        name: "src",
        since: "1.0.2",
        summary:
          "Preferred source address for packets that this host sends over the route; usually a VIP of the same instance.",
        arguments: [routeAddress],
      },
      {
        name: "as",
        since: "1.2.24",
        summary: "Not supported: it is reported and ignored.",
        arguments: [{ name: "to", type: "literal", value: "to", optional: true }, routeAddress],
      },
      {
        name: "via",
        since: "1.0.1",
        summary: "Address of the gateway; `inet` or `inet6` before it allow a gateway of the other family.",
        aliases: [{ name: "gw", deprecated: { replacement: "via", reported: "error" } }],
        arguments: [
          {
            name: "family",
            type: "enum",
            values: [
              { value: "inet", summary: "The gateway address that follows is an IPv4 address." },
              { value: "inet6", summary: "The gateway address that follows is an IPv6 address." },
            ],
            caseSensitive: true,
            optional: true,
          },
          routeAddress,
        ],
      },
      {
        name: "from",
        since: "1.2.24",
        summary: "Source prefix to which the route is limited. IPv6 only.",
        arguments: [
          {
            name: "prefix",
            type: "ip-mask",
            family: "any",
            words: [
              { value: "default" },
              { value: "any" },
              { value: "all" },
              { value: "default6", family: "ipv6", deprecated: { replacement: "::/0", reported: "logged" } },
            ],
          },
        ],
        context: "IPv6 only.",
        family: "ipv6",
      },
      {
        name: "tos",
        since: "1.2.24",
        summary: "Type of service that packets must have, as number or name.",
        aliases: [{ name: "dsfield" }],
        arguments: [{ name: "tos", type: "rt-name", min: 0, max: 255, base: "c", namesFrom: "rt_dsfield" }],
      },
      {
        name: "table",
        since: "1.0.2",
        summary:
          "Routing table, as number or name from `rt_tables`; defaults to `main`, or to that of `vrf`. Another table is consulted only if a rule selects it.",
        arguments: [
          {
            name: "table",
            type: "rt-name",
            min: 0,
            max: 4_294_967_295,
            base: "c",
            values: [{ value: "default" }, { value: "main" }, { value: "local" }],
            namesFrom: "rt_tables",
          },
        ],
      },
      {
        name: "protocol",
        since: "1.2.24",
        summary:
          "Origin with which the route is marked. Without `no_track` it is reported and replaced by keepalived's own, by which a lost route is recognised.",
        arguments: [
          {
            name: "protocol",
            type: "rt-name",
            min: 0,
            max: 255,
            base: "c",
            values: [
              { value: "none" },
              { value: "redirect" },
              { value: "kernel" },
              { value: "boot" },
              { value: "static" },
              { value: "gated" },
              { value: "ra" },
              { value: "mrt" },
              { value: "zebra" },
              { value: "bird" },
              { value: "babel" },
              { value: "dnrouted" },
              { value: "xorp" },
              { value: "ntk" },
              { value: "dhcp" },
            ],
            namesFrom: "rt_protos",
          },
        ],
      },
      {
        name: "scope",
        since: "1.0.3",
        summary: "Scope of the destination, such as `link` or `global`, as name or number.",
        arguments: [
          {
            name: "scope",
            type: "rt-name",
            min: 0,
            max: 255,
            base: "c",
            values: [
              { value: "global", summary: "Valid everywhere; the default." },
              { value: "nowhere", summary: "The narrowest scope; used for destinations that do not exist." },
              { value: "host", summary: "Valid inside this host only." },
              { value: "link", summary: "Valid on this link only." },
              { value: "site", summary: "Valid inside the site." },
            ],
            namesFrom: "rt_scopes",
          },
        ],
      },
      {
        name: "metric",
        since: "1.1.15",
        summary: "Metric among routes to the same destination: the lowest wins.",
        aliases: [
          { name: "priority", since: "1.2.24" },
          { name: "preference", since: "1.2.24" },
        ],
        arguments: [{ name: "metric", type: "uint", min: 0, max: 4_294_967_295 }],
      },
      {
        name: "dev",
        since: "1.0.1",
        summary: "Interface over which the packets leave. The instance tracks it unless `no_track` is given.",
        aliases: [{ name: "oif" }],
        arguments: [networkInterface],
      },
      {
        name: "onlink",
        since: "1.2.24",
        summary: "Treats the gateway as directly reachable even if no local subnet contains it.",
        arguments: [],
      },
      {
        name: "encap",
        since: "1.2.24",
        summary:
          "Encapsulates the packets in a lightweight tunnel: `ip`, `ip6`, `mpls` or `ila`, followed by the values of that kind.",
        arguments: [encapsulation],
        features: ["route-encapsulation"],
        missingValue: "reported",
        badValue: "ignored",
      },
      {
        name: "expires",
        since: "1.2.24",
        summary:
          "Seconds after which the kernel removes the route. IPv6 only, and rarely useful, because keepalived reacts to its loss.",
        arguments: [{ name: "seconds", type: "uint", min: 0, max: 4_294_967_295 }],
        features: ["route-expires"],
        context: "IPv6 only.",
        family: "ipv6",
      },
      {
        name: "mtu",
        since: "1.2.24",
        summary: "Path MTU in bytes; with `lock` path MTU discovery cannot change it.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "mtu", type: "uint", min: 0, max: 4_294_967_295 },
        ],
      },
      {
        name: "hoplimit",
        since: "1.2.24",
        summary: "Hop limit of packets sent over the route; `0` uses the host's default.",
        arguments: [{ name: "hoplimit", type: "uint", min: 0, max: 255 }],
      },
      {
        name: "advmss",
        since: "1.2.24",
        summary: "Segment size that TCP announces on this route, in bytes.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "advmss", type: "uint", min: 0, max: 4_294_967_295 },
        ],
      },
      {
        name: "rtt",
        since: "1.2.24",
        summary:
          "Initial round trip estimate of TCP, with suffix `ms` or `s`. A bare number counts eighths of a millisecond, so write the suffix.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          {
            name: "rtt",
            type: "duration",
            min: 200,
            max: 120_000,
            maxDecimals: 3,
            unit: "ms",
            bare: { unit: "1/8 ms", min: 1600, max: 960_000 },
          },
        ],
        badValue: "clamped",
        note: "A value that is not a number drops the line.",
        variants: [{ until: "2.2.7", badValue: "logged" }],
      },
      {
        name: "rttvar",
        since: "1.2.24",
        summary:
          "Initial variance of TCP's round trip estimate, with suffix `ms` or `s`. A bare number counts quarters of a millisecond, so write the suffix.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          {
            name: "rttvar",
            type: "duration",
            min: 200,
            max: 120_000,
            maxDecimals: 3,
            unit: "ms",
            bare: { unit: "1/4 ms", min: 800, max: 480_000 },
          },
        ],
        badValue: "clamped",
        note: "A value that is not a number drops the line.",
        variants: [{ until: "2.2.7", badValue: "logged" }],
      },
      {
        name: "reordering",
        since: "1.2.24",
        summary: "How many packets may be reordered before TCP assumes a loss.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "reordering", type: "uint", min: 0, max: 4_294_967_295 },
        ],
      },
      {
        name: "window",
        since: "1.2.24",
        summary: "Largest receive window that TCP announces on this route, in bytes.",
        arguments: [{ name: "window", type: "uint", min: 0, max: 4_294_967_295 }],
      },
      {
        name: "cwnd",
        since: "1.2.24",
        summary: "Maximum of TCP's congestion window in packets; the kernel honours it only with `lock`.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "cwnd", type: "uint", min: 0, max: 4_294_967_295 },
        ],
      },
      {
        name: "ssthresh",
        since: "1.2.24",
        summary: "Initial slow start threshold of TCP in packets.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "ssthresh", type: "uint", min: 0, max: 4_294_967_295 },
        ],
      },
      {
        name: "realms",
        since: "1.2.24",
        summary: "Realm for accounting and classification: `to` or `from/to`, as numbers or names. IPv4 only.",
        arguments: [
          {
            name: "realms",
            type: "other",
            grammar: "realms",
            note: "One realm or two joined by /, as numbers to 255 or names of rt_realms.",
          },
        ],
        context: "IPv4 only.",
        family: "ipv4",
      },
      {
        name: "rto_min",
        since: "1.2.24",
        summary: "Shortest retransmission timeout of TCP, in milliseconds unless a suffix `ms` or `s` is given.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          {
            name: "rto_min",
            type: "duration",
            min: 200,
            max: 120_000,
            maxDecimals: 3,
            unit: "ms",
            bare: { unit: "ms", min: 200, max: 120_000 },
          },
        ],
        badValue: "clamped",
        note: "A value that is not a number drops the line.",
        variants: [{ until: "2.2.7", badValue: "logged" }],
      },
      {
        name: "initcwnd",
        since: "1.2.24",
        summary: "Congestion window in packets with which TCP connections start.",
        arguments: [{ name: "initcwnd", type: "uint", min: 0, max: 4_294_967_295 }],
      },
      {
        name: "initrwnd",
        since: "1.2.24",
        summary: "Receive window in packets with which TCP connections start.",
        arguments: [{ name: "initrwnd", type: "uint", min: 0, max: 4_294_967_295 }],
      },
      {
        name: "features",
        since: "1.2.24",
        summary: "Features to enable for this route; the only one is `ecn`.",
        arguments: [
          {
            name: "feature",
            type: "enum",
            values: [{ value: "ecn", summary: "Uses explicit congestion notification for TCP on this route." }],
            caseSensitive: true,
          },
        ],
        badValue: "ignored",
      },
      {
        name: "quickack",
        since: "1.2.24",
        summary: "`1` lets TCP acknowledge at once on this route, `0` leaves it to the kernel.",
        arguments: [{ name: "bool", type: "uint", min: 0, max: 1 }],
        features: ["route-quickack"],
      },
      {
        name: "congctl",
        since: "1.2.24",
        summary:
          "TCP congestion control algorithm for this route, such as `bbr`; with `lock` programs cannot choose another.",
        arguments: [
          { name: "lock", type: "literal", value: "lock", optional: true },
          { name: "algorithm", type: "string" },
        ],
        features: ["route-congestion-control"],
      },
      {
        name: "pref",
        since: "1.2.24",
        summary: "Router preference of an IPv6 route: `low`, `medium` or `high`.",
        arguments: [
          {
            name: "pref",
            type: "enum-or-uint",
            min: 0,
            max: 255,
            values: [
              { value: "low", summary: "Used only if no router of higher preference is reachable." },
              { value: "medium", summary: "Ordinary router preference; the default." },
              { value: "high", summary: "Preferred over other routers." },
            ],
            caseSensitive: true,
          },
        ],
        features: ["route-preference"],
        context: "IPv6 only.",
        family: "ipv6",
      },
      {
        name: "ttl-propagate",
        since: "2.0.8",
        summary: "Whether the TTL is carried over when an MPLS label is removed: `enabled` or `disabled`.",
        arguments: [
          {
            name: "state",
            type: "enum",
            values: [
              { value: "enabled", summary: "Copies the TTL from the label to the packet." },
              { value: "disabled", summary: "Leaves the TTL of the packet as it is." },
            ],
            caseSensitive: true,
          },
        ],
        features: ["route-ttl-propagate"],
        badValue: "ignored",
      },
      {
        name: "fastopen_no_cookie",
        since: "1.4.3",
        summary: "`1` allows TCP Fast Open without a cookie on this route.",
        arguments: [{ name: "bool", type: "uint", min: 0, max: 1 }],
        features: ["route-fast-open"],
      },
      {
        name: "add",
        since: "2.2.5",
        summary: "Adds the route only if no matching one exists.",
        arguments: [],
        group: "insertion",
      },
      {
        name: "prepend",
        since: "2.2.5",
        summary: "Puts the route before matching ones; this is the default.",
        arguments: [],
        group: "insertion",
      },
      {
        name: "append",
        since: "2.2.5",
        summary: "Puts the route after matching ones.",
        arguments: [],
        group: "insertion",
      },
      {
        name: "or",
        since: "1.1.16",
        summary: "Old word for a second gateway; reported as an error. Write `nexthop` groups instead.",
        arguments: [routeAddress],
        deprecated: { replacement: "nexthop", reported: "error" },
      },
      {
        name: "nexthop",
        since: "1.2.24",
        summary:
          "Starts one path of a multipath route; repeat it for every path. All other options must come before the first one.",
        arguments: [
          {
            name: "nexthops",
            type: "options",
            variadic: true,
            options: [
              {
                name: "via",
                since: "1.2.24",
                summary: "Gateway of this path.",
                arguments: [
                  {
                    name: "family",
                    type: "enum",
                    values: [
                      { value: "inet", summary: "The gateway address that follows is an IPv4 address." },
                      { value: "inet6", summary: "The gateway address that follows is an IPv6 address." },
                    ],
                    caseSensitive: true,
                    optional: true,
                  },
                  routeAddress,
                ],
              },
              { name: "dev", since: "1.2.24", summary: "Interface of this path.", arguments: [networkInterface] },
              {
                name: "weight",
                since: "1.2.24",
                summary: "Share of the traffic that takes this path, relative to the others.",
                arguments: [{ name: "weight", type: "uint", min: 1, max: 256 }],
              },
              {
                name: "onlink",
                since: "1.2.24",
                summary: "Treats the gateway of this path as directly reachable.",
                arguments: [],
              },
              {
                name: "encap",
                since: "1.2.24",
                summary: "Lightweight tunnel for this path, written as in the route itself.",
                arguments: [encapsulation],
              },
              {
                name: "realms",
                since: "1.2.24",
                summary: "Realm for accounting of this path.",
                arguments: [{ name: "realms", type: "other", grammar: "realms" }],
              },
              { name: "as", since: "1.2.24", summary: "Not supported: it is reported and ignored.", arguments: [] },
            ],
            note: "Must come last; each further nexthop starts another group.",
          },
        ],
      },
      {
        name: "no_track",
        since: "2.0.3",
        summary:
          "Ignores the loss of the route: the instance stays master, and the route is restored only at the next transition to master.",
        arguments: [],
      },
      {
        name: "track_group",
        since: "2.0.3",
        summary:
          "Moves the instances of this `track_group` to `FAULT` when the static route is lost. Needs `dev`, and the group must be defined earlier in the configuration.",
        arguments: [{ name: "group", type: "reference", to: "track_group", defined: "before" }],
        only: ["static_routes"],
        badValue: "ignored",
        repetition: "line-ended",
      },
      {
        name: "vrf",
        since: "2.2.5",
        summary: "Places the route in the table of this VRF device, which must exist.",
        arguments: [{ name: "vrf", type: "interface", maxLength: 15, note: "A VRF interface that exists." }],
      },
      {
        name: "<destination>",
        since: "1.0.1",
        summary:
          "Destination prefix, `default`, `any` or `all`, optionally preceded by `to` and a route type such as `blackhole`. Required. `default` takes its family from the words after it and is refused once a word such as `via` or `inet6` has determined the family, so write it first, or write `0.0.0.0/0` or `::/0` instead.",
        positional: true,
        required: true,
        arguments: [{ name: "to", type: "literal", value: "to", optional: true }, routeType, routeDestination],
        differences: [
          {
            version: "2.3.2",
            note: "Routes without a device (blackhole, unreachable, prohibit, throw) are tracked; before, a warning said that they were not.",
          },
        ],
      },
    ],
    order: "any",
    unknownWord: "destination",
    missingValue: "fatal",
    badValue: "line-dropped",
    required: ["destination"],
  },
  ip_rule: {
    name: "ip_rule",
    summary:
      "One policy routing rule per line in the style of `ip rule`: selectors, one action such as `table`, and always a `preference`. An unknown word drops the line. Without any IPv6 address or `inet6` the rule is an IPv4 one.",
    positional: [],
    options: [
      {
        name: "inet",
        since: "2.0.1",
        summary: "Makes it an IPv4 rule. The word after it is skipped unread, so put it at the end of the line.",
        arguments: [],
      },
      {
        name: "inet6",
        since: "2.0.1",
        summary: "Makes it an IPv6 rule. The word after it is skipped unread, so put it at the end of the line.",
        arguments: [],
      },
      {
        name: "from",
        since: "1.2.20",
        summary:
          "Source prefix that packets must match; `default`, `any` and `all` match everything, but are refused once another word has determined the family.",
        arguments: [
          {
            name: "prefix",
            type: "ip-mask",
            family: "any",
            words: [
              { value: "default" },
              { value: "any" },
              { value: "all" },
              { value: "default6", family: "ipv6", deprecated: { replacement: "::/0", reported: "logged" } },
            ],
          },
        ],
      },
      {
        name: "to",
        since: "1.2.20",
        summary:
          "Destination prefix that packets must match; `default`, `any` and `all` match everything, but are refused once another word has determined the family.",
        arguments: [
          {
            name: "prefix",
            type: "ip-mask",
            family: "any",
            words: [
              { value: "default" },
              { value: "any" },
              { value: "all" },
              { value: "default6", family: "ipv6", deprecated: { replacement: "::/0", reported: "logged" } },
            ],
          },
        ],
      },
      {
        name: "table",
        since: "1.2.20",
        summary: "Routing table to consult, as number or name from `rt_tables`. This is the usual action.",
        aliases: [{ name: "lookup", since: "1.2.24" }],
        arguments: [
          {
            name: "table",
            type: "rt-name",
            min: 1,
            max: 4_294_967_295,
            base: "c",
            values: [{ value: "default" }, { value: "main" }, { value: "local" }],
            namesFrom: "rt_tables",
          },
        ],
        group: "action",
      },
      {
        name: "not",
        since: "1.2.24",
        summary: "Inverts the selectors: the rule applies to packets that do not match.",
        arguments: [],
      },
      {
        name: "preference",
        since: "1.2.24",
        summary:
          "Position among the rules: lower numbers are tried first. Without it, a number from 16384 downwards is generated and reported, which leaves the order undefined.",
        aliases: [{ name: "order" }, { name: "priority" }],
        arguments: [{ name: "preference", type: "uint", min: 0, max: 4_294_967_295, base: "c" }],
      },
      {
        name: "tos",
        since: "1.2.24",
        summary: "Type of service that packets must have, as number or name.",
        aliases: [{ name: "dsfield" }],
        arguments: [{ name: "tos", type: "rt-name", min: 0, max: 255, base: "c", namesFrom: "rt_dsfield" }],
      },
      {
        name: "fwmark",
        since: "1.2.24",
        summary: "Firewall mark that packets must have, optionally with `/` and a mask.",
        arguments: [
          { name: "mark", type: "other", grammar: "mark-mask", note: "A mark, optionally with / and a mask." },
        ],
      },
      {
        name: "realms",
        since: "1.2.24",
        summary: "Realm given to packets that match, for accounting. IPv4 rules with a `table` only.",
        arguments: [{ name: "realms", type: "other", grammar: "realms" }],
        needs: ["table", "l3mdev"],
        context: "IPv4 rules with a table only.",
        family: "ipv4",
      },
      {
        name: "suppress_prefixlength",
        since: "1.2.24",
        summary:
          "Rejects a route found in the table if its prefix is this long or shorter; `0` ignores the default route there. Only with `table`.",
        aliases: [{ name: "sup_pl" }],
        arguments: [{ name: "length", type: "uint", min: 0, max: 2_147_483_647 }],
        features: ["rule-suppress-prefix-length"],
        needs: ["table", "l3mdev"],
        context: "Rules with a table only.",
      },
      {
        name: "suppress_ifgroup",
        since: "1.2.24",
        summary: "Rejects a route found in the table if its interface is in this interface group. Only with `table`.",
        aliases: [{ name: "sup_group" }],
        arguments: [{ name: "group", type: "rt-name", min: 0, max: 2_147_483_647, base: "c", namesFrom: "group" }],
        features: ["interface-groups"],
        needs: ["table", "l3mdev"],
        context: "Rules with a table only.",
      },
      {
        name: "iif",
        since: "1.2.24",
        summary: "Interface on which packets must have arrived; `lo` means packets of this host.",
        aliases: [{ name: "dev" }],
        arguments: [networkInterface],
      },
      {
        name: "oif",
        since: "1.2.24",
        summary: "Interface to which the sending socket must be bound.",
        arguments: [networkInterface],
      },
      {
        name: "tunnel-id",
        since: "1.2.24",
        summary: "Tunnel identifier that packets must carry.",
        arguments: [{ name: "id", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" }],
        features: ["rule-tunnel-id"],
      },
      {
        name: "uidrange",
        since: "1.3.5",
        summary:
          "Range of user ids to which the sending program must belong, such as `1000-1999`; both ends are required.",
        arguments: [{ name: "range", type: "other", grammar: "uint-range", note: "Both ends are required." }],
      },
      {
        name: "l3mdev",
        since: "1.4.3",
        summary: "Uses the table of the VRF that the packet belongs to. Not together with `table`.",
        arguments: [],
        group: "action",
        features: ["rule-l3mdev"],
        context: "Not with table.",
      },
      {
        name: "protocol",
        since: "2.0.1",
        summary:
          "Number that marks the origin of the rule. Without `no_track` it is reported and replaced by keepalived's own.",
        arguments: [{ name: "protocol", type: "uint", min: 0, max: 255 }],
        features: ["rule-protocol"],
        badValue: "ignored",
      },
      {
        name: "ipproto",
        since: "2.0.1",
        summary: "Transport protocol that packets must have, as name or number, such as `tcp`.",
        arguments: [{ name: "proto", type: "other", grammar: "ip-protocol", note: "A name, or a number to 255." }],
        features: ["rule-ip-protocol"],
        badValue: "ignored",
      },
      {
        name: "sport",
        since: "2.0.1",
        summary:
          "Range of source ports, such as `1024-2047`. A single port is refused; write it as a range, such as `53-53`.",
        arguments: [
          {
            name: "ports",
            type: "other",
            grammar: "port-range",
            note: "A range; a single port is refused, so write it twice.",
          },
        ],
        features: ["rule-source-ports"],
        badValue: "ignored",
      },
      {
        name: "dport",
        since: "2.0.1",
        summary:
          "Range of destination ports, such as `80-89`. A single port is refused; write it as a range, such as `53-53`.",
        arguments: [
          {
            name: "ports",
            type: "other",
            grammar: "port-range",
            note: "A range; a single port is refused, so write it twice.",
          },
        ],
        features: ["rule-destination-ports"],
        badValue: "ignored",
      },
      {
        name: "no_track",
        since: "2.0.3",
        summary:
          "Ignores the loss of the rule: the instance stays master, and the rule is restored only at the next transition to master.",
        arguments: [],
      },
      {
        name: "track_group",
        since: "2.0.3",
        summary:
          "Moves the instances of this `track_group` to `FAULT` when the static rule is lost. Needs `iif` or `dev`, and the group must be defined earlier in the configuration.",
        arguments: [{ name: "group", type: "reference", to: "track_group", defined: "before" }],
        only: ["static_rules"],
        badValue: "ignored",
        repetition: "line-ended",
      },
      {
        name: "type",
        since: "1.2.24",
        summary: "Optional before the action words `goto`, `nop`, `blackhole`, `unreachable` and `prohibit`.",
        arguments: [
          {
            name: "action",
            type: "variant",
            variants: [
              [
                {
                  name: "goto",
                  type: "literal",
                  value: "goto",
                  summary:
                    "Continues with the rule that has this preference. The rule needs a smaller `preference` of its own.",
                },
                { name: "preference", type: "uint", min: 0, max: 4_294_967_295 },
              ],
              [
                {
                  name: "action",
                  type: "enum",
                  values: [
                    { value: "nop", summary: "Does nothing; serves as target of `goto`." },
                    { value: "blackhole", summary: "Discards the packet silently." },
                    {
                      value: "unreachable",
                      summary: "Discards the packet and reports the destination as unreachable.",
                    },
                    { value: "prohibit", summary: "Discards the packet and reports the communication as prohibited." },
                  ],
                  caseSensitive: true,
                },
              ],
            ],
          },
        ],
        group: "action",
      },
      {
        name: "goto",
        since: "1.2.24",
        summary: "Continues with the rule that has this preference. The rule needs a smaller `preference` of its own.",
        arguments: [{ name: "preference", type: "uint", min: 0, max: 4_294_967_295 }],
        group: "action",
      },
      {
        name: "nop",
        since: "1.2.24",
        summary: "Does nothing; serves as target of `goto`.",
        arguments: [],
        group: "action",
      },
      { name: "blackhole", since: "1.2.24", summary: "Discards the packet silently.", arguments: [], group: "action" },
      {
        name: "unreachable",
        since: "1.2.24",
        summary: "Discards the packet and reports the destination as unreachable.",
        arguments: [],
        group: "action",
      },
      {
        name: "prohibit",
        since: "1.2.24",
        summary: "Discards the packet and reports the communication as prohibited.",
        arguments: [],
        group: "action",
      },
    ],
    order: "any",
    unknownWord: "line-dropped",
    missingValue: "fatal",
    badValue: "line-dropped",
    required: ["an action"],
  },
  track_interface: {
    name: "track_interface",
    summary:
      "One interface per line, optionally with `weight`. Without a weight its loss means `FAULT`; with one it changes the priority.",
    positional: [
      {
        name: "interface",
        type: "interface",
        maxLength: 15,
        summary: "Name of the interface to watch. It must exist unless `dynamic_interfaces` is set.",
        badValue: "line-dropped",
      },
    ],
    options: [
      {
        name: "weight",
        since: "2.0.0",
        summary:
          "Positive: added to the priority while the interface is up; negative: subtracted while it is down. A `reverse` after it inverts the sign. `0` means `FAULT` when the interface is lost.",
        arguments: [
          {
            name: "weight",
            type: "int",
            min: -254,
            max: 254,
            adjusted: [
              { value: -254, to: -253, reported: true },
              { value: 254, to: 253, reported: true },
            ],
          },
          {
            name: "direction",
            type: "enum",
            values: [{ value: "reverse", summary: "Inverts the sign of the weight." }],
            caseSensitive: true,
            optional: true,
            since: "2.0.18",
          },
        ],
      },
    ],
    order: "fixed",
    unknownWord: "line-dropped",
    missingValue: "line-dropped",
    badValue: "ignored",
    note: "The second word must be weight, the fourth may be the direction; further words are ignored.",
  },
  track_script: {
    name: "track_script",
    summary: "One script per line, optionally with a `weight` that replaces the one of its definition.",
    positional: [
      {
        name: "script",
        type: "reference",
        to: "vrrp_script",
        defined: "before",
        summary:
          "Name of a `vrrp_script` defined earlier in the configuration; otherwise the line is reported and ignored.",
      },
    ],
    options: [
      {
        name: "weight",
        since: "1.1.13",
        summary:
          "Positive: added to the priority while the script succeeds; negative: subtracted while it fails. `reverse` inverts the sign, `noreverse` cancels a `reverse` of the definition. `0` means `FAULT` on failure.",
        arguments: [
          {
            name: "weight",
            type: "int",
            min: -254,
            max: 254,
            adjusted: [
              { value: -254, to: -253, reported: true },
              { value: 254, to: 253, reported: true },
            ],
          },
          {
            name: "direction",
            type: "enum",
            values: [
              { value: "reverse", summary: "Inverts the sign of the weight." },
              { value: "noreverse", summary: "Cancels a `reverse` in the definition of the script." },
            ],
            caseSensitive: true,
            optional: true,
            since: "2.0.18",
          },
        ],
      },
    ],
    order: "fixed",
    unknownWord: "line-dropped",
    missingValue: "line-dropped",
    badValue: "ignored",
    note: "The second word must be weight, the fourth may be the direction; further words are ignored.",
  },
  track_file: {
    name: "track_file",
    summary: "One tracked file per line, optionally with a `weight` that replaces the one of its definition.",
    positional: [
      {
        name: "file",
        type: "reference",
        to: "track_file",
        defined: "before",
        summary:
          "Name of a `track_file` that is defined above, not a path; otherwise the line is reported and ignored.",
      },
    ],
    options: [
      {
        name: "weight",
        since: "2.0.0",
        summary:
          "Factor for the number in the file; the product is added to the priority. `0` means `FAULT` for any number but 0. `reverse` inverts the sign, `noreverse` cancels a `reverse` of the definition.",
        arguments: [
          { name: "weight", type: "int", min: -254, max: 254 },
          {
            name: "direction",
            type: "enum",
            values: [
              {
                value: "reverse",
                summary:
                  "Inverts the sign of the weight; with weight 0, the number 0 instead of any other means `FAULT`.",
              },
              { value: "noreverse", summary: "Cancels a `reverse` in the definition of the file." },
            ],
            caseSensitive: true,
            optional: true,
            since: "2.0.18",
            badValue: "line-dropped",
          },
        ],
      },
    ],
    order: "fixed",
    unknownWord: "line-dropped",
    missingValue: "line-dropped",
    badValue: "ignored",
    note: "The second word must be weight, the fourth may be the direction; further words are ignored.",
  },
  track_process: {
    name: "track_process",
    summary: "One tracked process per line, optionally with a `weight` that replaces the one of its definition.",
    positional: [
      {
        name: "process",
        type: "reference",
        to: "vrrp_track_process",
        defined: "before",
        summary:
          "Name of a `vrrp_track_process` defined earlier in the configuration; otherwise the line is reported and ignored.",
      },
    ],
    options: [
      {
        name: "weight",
        since: "2.0.11",
        summary:
          "Positive: added to the priority while enough processes run; negative: subtracted while they do not. `reverse` inverts the sign, `noreverse` cancels a `reverse` of the definition. `0` means `FAULT` when they are missing.",
        arguments: [
          { name: "weight", type: "int", min: -254, max: 254 },
          {
            name: "direction",
            type: "enum",
            values: [
              { value: "reverse", summary: "Inverts the sign of the weight." },
              { value: "noreverse", summary: "Cancels a `reverse` in the definition of the process." },
            ],
            caseSensitive: true,
            optional: true,
            since: "2.0.18",
          },
        ],
      },
    ],
    order: "fixed",
    unknownWord: "line-dropped",
    missingValue: "line-dropped",
    badValue: "ignored",
    features: ["track-process"],
    note: "The second word must be weight, the fourth may be the direction; further words are ignored.",
  },
  track_bfd: {
    name: "track_bfd",
    summary: "One BFD session per line, optionally with a `weight` that replaces the one of its definition.",
    positional: [
      {
        name: "bfd",
        type: "reference",
        to: "bfd_instance",
        defined: "before",
        summary:
          "Name of a `bfd_instance` defined earlier in the configuration; otherwise the line is reported and ignored.",
      },
    ],
    options: [
      {
        name: "weight",
        since: "2.0.0",
        summary:
          "Positive: added to the priority while the session is up; negative: subtracted while it is down. `reverse` inverts the sign, `noreverse` cancels a `reverse` of the definition. `0` means `FAULT` when the session is lost.",
        arguments: [
          { name: "weight", type: "int", min: -253, max: 253 },
          {
            name: "direction",
            type: "enum",
            values: [
              { value: "reverse", summary: "Inverts the sign of the weight." },
              { value: "noreverse", summary: "Cancels a `reverse` in the definition of the BFD session." },
            ],
            caseSensitive: true,
            optional: true,
            since: "2.0.18",
            badValue: "line-dropped",
          },
        ],
      },
    ],
    order: "fixed",
    unknownWord: "line-dropped",
    missingValue: "line-dropped",
    badValue: "ignored",
    features: ["bfd"],
    note: "The second word must be weight, the fourth may be the direction; further words are ignored.",
  },
  unicast_peer: {
    name: "unicast_peer",
    summary:
      "One peer address per line, optionally with limits for the TTL of its adverts. Never list an address of this node.",
    positional: [
      {
        name: "address",
        type: "ip",
        family: "any",
        summary:
          "Address of another node, of the instance's family; it must be the address from which that node sends.",
      },
    ],
    options: [
      {
        name: "min_ttl",
        since: "2.1.0",
        summary:
          "Lowest TTL or hop limit at which adverts of this peer are accepted; default `0`. Senders use 255, so `255` accepts only the local link. Setting it turns on `check_unicast_src`.",
        arguments: [{ name: "ttl", type: "uint", min: 0, max: 255 }],
      },
      {
        name: "max_ttl",
        since: "2.1.0",
        summary:
          "Highest TTL or hop limit at which adverts of this peer are accepted; default `255`. Below `min_ttl` everything is discarded. Setting it turns on `check_unicast_src`.",
        arguments: [{ name: "ttl", type: "uint", min: 0, max: 255 }],
      },
    ],
    order: "any",
    unknownWord: "rest-ignored",
    variant: { until: "2.0.20", unknownWord: "ignored" },
    missingValue: "reported",
    badValue: "ignored",
  },
  linkbeat_interface: {
    name: "linkbeat_interface",
    summary: "One interface per line, optionally with the polling method.",
    positional: [
      {
        name: "interface",
        type: "interface",
        maxLength: 15,
        summary: "Name of the interface whose link state is polled.",
      },
      {
        name: "method",
        type: "enum",
        values: [
          { value: "MII", summary: "Reads the link state from the MII registers of the card." },
          { value: "ETHTOOL", summary: "Asks the driver through the ethtool interface." },
          { value: "IOCTL", summary: "Reads the interface flags with an ioctl; the fallback for all drivers." },
        ],
        caseSensitive: true,
        optional: true,
        summary:
          "How the state is polled: `MII`, `ETHTOOL` or `IOCTL`; by default the first of these that the driver supports.",
      },
    ],
    options: [],
    order: "fixed",
    unknownWord: "word-ignored",
    missingValue: "reported",
    badValue: "word-ignored",
    features: ["linkbeat"],
  },
  if_up_down_delay: {
    name: "if_up_down_delay",
    summary:
      "One interface per line with its down delay and, optionally, its up delay, both in seconds with fractions.",
    positional: [
      {
        name: "interface",
        type: "interface",
        maxLength: 15,
        summary: "Name of the interface; a VMAC on it inherits the delays.",
      },
      {
        name: "down_delay",
        type: "decimal",
        min: 0,
        max: 255,
        maxDecimals: 6,
        unit: "s",
        summary:
          "Seconds that the interface must be down before VRRP reacts. Must be shorter than the time after which a backup takes over, or it is shortened with a log message.",
      },
      {
        name: "up_delay",
        type: "decimal",
        min: 0,
        max: 255,
        maxDecimals: 6,
        unit: "s",
        optional: true,
        default: "0",
        summary:
          "Seconds that the interface must be up again before VRRP reacts; default `0`, regardless of the down delay.",
      },
    ],
    options: [],
    order: "fixed",
    unknownWord: "logged",
    missingValue: "logged",
    badValue: "logged",
  },
  vsg_entry: {
    name: "vsg_entry",
    summary:
      "Each line adds an address with an optional port, a range or network of addresses, or a firewall mark. All must be of one family, unless every real server is tunnelled and every mark states its family. A line that keepalived cannot read is dropped; the rest of the group remains.",
    positional: [],
    variants: [
      [
        {
          name: "address",
          type: "ip-range",
          family: "any",
          summary:
            "One address (`192.0.2.10`), a range (`192.0.2.10-19` or, since 2.2.2, `192.0.2.250-192.0.3.5`) or a network with empty host bits (`192.0.2.8/29`, since 2.2.2), with an optional port. A range includes both ends. No port or `0` means every port and requires persistence.",
          note: "One address; a range to another last octet (or last hexadecimal group for IPv6); since 2.2.2 also a range to a full address, or a network with empty host bits.",
        },
        {
          name: "port",
          type: "port",
          min: 0,
          max: 65535,
          optional: true,
          note: "0, or no port, is any port, which requires persistence.",
        },
      ],
      [
        {
          name: "fwmark",
          type: "literal",
          value: "fwmark",
          summary:
            "All packets that the firewall has marked with this number form the service. The family, `inet` or `inet6`, is needed only where real servers are tunnelled and the group mixes families.",
        },
        mark,
        {
          name: "family",
          type: "enum",
          values: [
            { value: "inet", summary: "IPv4 packets with this mark." },
            { value: "inet6", summary: "IPv6 packets with this mark." },
          ],
          caseSensitive: true,
          optional: true,
          since: "2.1.0",
        },
      ],
    ],
    options: [],
    order: "fixed",
    unknownWord: "ignored",
    missingValue: "fatal",
    badValue: "line-dropped",
  },
};
