import { address, truth } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const bfdInstance: KeywordEntry = {
  name: "bfd_instance",
  kind: "block",
  since: "2.0.0",
  summary:
    "One BFD session with a neighbour. BFD detects a dead path within milliseconds; VRRP follows the session with `track_bfd`, a real server with `BFD_CHECK`. Define it before either uses it. A block without a name crashes keepalived. Requires a build with BFD, and the neighbour must run BFD too.",
  arguments: [{ name: "name", type: "string", maxLength: 31 }],
  defines: "bfd_instance",
  missingArgument: "crash",
  badValue: "block-skipped",
  repetition: "unique-name",
  processes: ["bfd", "vrrp", "checker"],
  features: ["bfd"],
  note: "The VRRP and checker processes read only the name, weight, vrrp and checker.",
  children: [
    {
      name: "source_ip",
      kind: "option",
      since: "2.0.0",
      summary:
        "Local address of the session, of the same family as `neighbor_ip`. Set it: otherwise the kernel chooses the address, and a source port that may lie outside the range of RFC 5881, which some neighbours reject.",
      arguments: [address],
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "neighbor_ip",
      kind: "option",
      since: "2.0.0",
      summary:
        "Address of the neighbour; without a valid one the instance is dropped. Two instances with the same neighbour must differ in `source_ip` or `multihop`, or the second is dropped. The keyword without an address crashes keepalived.",
      arguments: [address],
      required: "always",
      missingArgument: "crash",
      badValue: "block-dropped",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "neighbour_ip",
      kind: "option",
      since: "2.0.0",
      summary:
        "British spelling of `neighbor_ip`: address of the neighbour, without which the instance is dropped. The keyword without an address crashes keepalived.",
      arguments: [address],
      missingArgument: "crash",
      badValue: "block-dropped",
      aliasOf: "neighbor_ip",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "min_rx",
      kind: "option",
      since: "2.0.0",
      summary:
        "Minimum interval, in milliseconds, at which this host accepts packets; 10 by default. The neighbour sends at the longer of this and its own transmit interval, so this value and the neighbour's multiplier determine how quickly this host detects a failure.",
      arguments: [
        {
          name: "milliseconds",
          type: "decimal",
          min: 1,
          max: 4294967,
          maxDecimals: 3,
          unit: "ms",
          note: "A value above 10000 is logged as not sensible.",
          until: [{ until: "2.1.5", type: "uint" }],
        },
      ],
      default: "10",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "min_tx",
      kind: "option",
      since: "2.0.0",
      summary:
        "Minimum interval, in milliseconds, at which this host sends while the session is up; 10 by default. The neighbour can only slow it down. On virtual machines or busy hosts, 10 ms causes false alarms; 100 or more is safer.",
      arguments: [
        {
          name: "milliseconds",
          type: "decimal",
          min: 1,
          max: 4294967,
          maxDecimals: 3,
          unit: "ms",
          note: "A value above 10000 is logged as not sensible.",
          until: [{ until: "2.1.5", type: "uint" }],
        },
      ],
      default: "10",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "idle_tx",
      kind: "option",
      since: "2.0.0",
      summary:
        "Interval, in milliseconds, at which this host sends while the session is not up; 1000 by default, the minimum that RFC 5880 allows. Longer values delay the recovery of the session; above 10000 the log warns.",
      arguments: [
        {
          name: "milliseconds",
          type: "decimal",
          min: 1000,
          max: 4294967,
          maxDecimals: 3,
          unit: "ms",
          until: [{ until: "2.1.5", type: "uint" }],
        },
      ],
      default: "1000",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "multiplier",
      kind: "option",
      since: "2.0.0",
      summary:
        "Number of packets that the neighbour may miss before it declares the session down; 5 by default. This value is sent to the neighbour: how soon this host detects a failure depends on the neighbour's multiplier instead.",
      arguments: [{ name: "multiplier", type: "uint", min: 1, max: 255 }],
      default: "5",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "passive",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Waits for the neighbour's first packet instead of starting the session. Only one side may do so: if both are passive, the session never comes up.",
      default: "off",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "ttl",
      kind: "option",
      since: "2.0.0",
      summary:
        "TTL (hop limit for IPv6) of sent packets; 255 by default for IPv4, but only 64 for IPv6. Neighbours that follow RFC 5881 discard single-hop packets with less than 255, so set 255 for IPv6. `max_hops` also compares received packets with this value.",
      arguments: [{ name: "ttl", type: "uint", min: 1, max: 255 }],
      default: "255 for IPv4, 64 for IPv6",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "hoplimit",
      kind: "option",
      since: "2.0.0",
      summary:
        "Same setting as `ttl` under its IPv6 name: hop limit of the packets sent, 64 by default for IPv6 and 255 for IPv4. Neighbours that follow RFC 5881 need 255.",
      arguments: [{ name: "hoplimit", type: "uint", min: 1, max: 255 }],
      badValue: "ignored",
      aliasOf: "ttl",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "max_hops",
      kind: "option",
      since: "2.0.0",
      summary:
        "Maximum number of hops that a received packet may have travelled: packets whose TTL is lower than `ttl` minus this number are discarded. The default, 0, suits direct neighbours that send with the same TTL; `-1` disables the check. A routed path needs as many hops as it has routers.",
      arguments: [{ name: "hops", type: "int", min: -1, max: 255, note: "-1 disables the check." }],
      default: "0",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "multihop",
      kind: "option",
      since: "2.2.8",
      summary:
        "Uses the multihop BFD port (RFC 5883, UDP 4784) instead of the single-hop port 3784, for neighbours behind routers; both sides must agree. Off by default. Set `max_hops` as well. Since 2.2.8.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      processes: ["bfd"],
      knownTo: ["vrrp", "checker", "bfd"],
    },
    {
      name: "weight",
      kind: "option",
      since: "2.0.0",
      summary:
        "Changes the priority of the VRRP instances that track this session, unless they set their own weight: a positive value is added while it is up, a negative one subtracted while it is down; `reverse` inverts the sign. The default, 0, puts the instance into FAULT while the session is down. Real servers ignore it.",
      arguments: [
        { name: "weight", type: "int", min: -253, max: 253 },
        {
          name: "direction",
          type: "enum",
          values: [
            {
              value: "reverse",
              summary:
                "Inverts the sign of the weight; with weight 0 the instance is in FAULT while the session is up.",
            },
          ],
          caseSensitive: true,
          optional: true,
          since: "2.0.18",
        },
      ],
      default: "0",
      badValue: "ignored",
      processes: ["vrrp"],
      knownTo: ["vrrp", "checker", "bfd"],
      features: ["vrrp"],
    },
    {
      name: "vrrp",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Reports this session's changes to the VRRP process. Without this and `checker`, both processes are notified; with this keyword alone, `BFD_CHECK` does not know the session.",
      default: "both, unless either is given",
      features: ["vrrp"],
    },
    {
      name: "checker",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Reports this session's changes to the checker process. Without this and `vrrp`, both processes are notified; with this keyword alone, `track_bfd` does not know the session.",
      default: "both, unless either is given",
      features: ["lvs"],
    },
  ],
};
