import { networkInterface } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const garpGroup: KeywordEntry = {
  name: "garp_group",
  kind: "block",
  since: "1.2.21",
  summary:
    "Limits the rate of gratuitous ARP and neighbour advertisements on the listed interfaces, for switches that drop bursts. At least one of `garp_interval` and `gna_interval` is required, or the group is removed. Interfaces in no group use `vrrp_garp_interval` and `vrrp_gna_interval`.",
  processes: ["vrrp"],
  features: ["vrrp"],
  note: "Words after the keyword are ignored.",
  children: [
    {
      name: "garp_interval",
      kind: "option",
      since: "1.2.21",
      summary:
        "Pause, in seconds, between two gratuitous ARP packets on the interfaces of the group; fractions down to a microsecond. The listed `interfaces` share the pause, so with many VIPs a failover takes that much longer.",
      arguments: [
        {
          name: "seconds",
          type: "decimal",
          min: 0,
          max: 4294.967295,
          maxDecimals: 6,
          unit: "s",
          until: [{ until: "2.3.1", max: 2147.483647 }],
        },
      ],
      required: "this or the other interval",
      badValue: "ignored",
      differences: [{ version: "2.3.2", note: "Up to 4294.967295 seconds; before, up to 2147.483647." }],
    },
    {
      name: "gna_interval",
      kind: "option",
      since: "1.2.21",
      summary:
        "Pause, in seconds, between two unsolicited IPv6 neighbour advertisements on the interfaces of the group; fractions down to a microsecond. The IPv6 counterpart of `garp_interval`.",
      arguments: [
        {
          name: "seconds",
          type: "decimal",
          min: 0,
          max: 4294.967295,
          maxDecimals: 6,
          unit: "s",
          until: [{ until: "2.3.1", max: 2147.483647 }],
        },
      ],
      required: "this or the other interval",
      badValue: "ignored",
      differences: [{ version: "2.3.2", note: "Up to 4294.967295 seconds; before, up to 2147.483647." }],
    },
    {
      name: "interface",
      kind: "option",
      since: "1.2.21",
      summary:
        "One physical interface to which the pauses apply. Interfaces that are already in another group, and VMAC and ipvlan interfaces, are reported and ignored. For several interfaces on one switch, use `interfaces`.",
      arguments: [networkInterface],
      badValue: "ignored",
      repetition: "list",
    },
    {
      name: "interfaces",
      kind: "lines",
      since: "1.2.21",
      summary:
        "Physical interfaces that share the pauses, typically because they lead to the same switch; any number per line. Interfaces that are already in another group, and VMAC and ipvlan interfaces, are reported and ignored.",
      lines: "words_interface",
    },
  ],
};

export const linkbeatInterfaces: KeywordEntry = {
  name: "linkbeat_interfaces",
  kind: "lines",
  since: "2.0.13",
  summary:
    "Interfaces whose link state is polled because their driver does not report changes; one per line, with an optional method. A name that does not exist makes keepalived refuse the configuration unless `dynamic_interfaces` is set; a VMAC interface is ignored with a log message.",
  lines: "linkbeat_interface",
  processes: ["vrrp"],
  features: ["vrrp", "linkbeat"],
};

export const interfaceUpDownDelays: KeywordEntry = {
  name: "interface_up_down_delays",
  kind: "lines",
  since: "2.2.3",
  summary:
    "Ignores short link interruptions: an interface must be down, or up, for this many seconds before VRRP reacts; one interface per line. The down delay must be shorter than the time after which a backup takes over, two advert intervals by default, or it is shortened with a log message.",
  lines: "if_up_down_delay",
  processes: ["vrrp"],
  features: ["vrrp"],
};
