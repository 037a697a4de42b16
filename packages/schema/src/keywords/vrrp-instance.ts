import {
  address,
  bytes,
  count,
  garpInterval,
  name,
  networkInterface,
  optionalGroup,
  optionalUser,
  scriptAndUser,
  truth,
  zeroBecomesOne,
} from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const vrrpInstance: KeywordEntry = {
  name: "vrrp_instance",
  kind: "block",
  since: "1.0.0",
  summary:
    "One virtual router: a set of addresses that the nodes with the same `virtual_router_id` on a link share, and that moves to the node with the highest priority. The name must be one unique word; a duplicate is reported and its whole block skipped. `virtual_router_id` is required, and `interface` almost always.",
  arguments: [name],
  defines: "vrrp_instance",
  exactHeader: true,
  missingArgument: "error",
  repetition: "unique-name",
  surplusWords: "block-skipped",
  processes: ["vrrp"],
  features: ["vrrp"],
  children: [
    {
      name: "use_vmac",
      kind: "option",
      since: "1.2.3",
      summary:
        "Sets the VIPs on a macvlan interface with the VRRP MAC address, so that clients keep their ARP entries across a failover. With unicast peers, `vmac_xmit_base` is required as well. The port of a hypervisor or switch must accept a second MAC address; check `rp_filter` when replies do not arrive.",
      arguments: [
        {
          name: "options",
          type: "options",
          options: [
            {
              name: "<ifname>",
              since: "1.2.3",
              summary:
                "Name of the VMAC interface, at most 15 characters; by default `vrrp.` followed by the router id.",
              positional: true,
              arguments: [
                { name: "interface", type: "interface", maxLength: 15, note: "No '/', ':' or space; neither . nor .." },
              ],
            },
            {
              name: "<mac>",
              since: "2.2.5",
              summary:
                "MAC address to use instead of the VRRP one; five bytes are completed with the router id. Multicast and VRRP addresses are refused; strict mode ignores it. Requires 2.2.5.",
              positional: true,
              arguments: [
                {
                  name: "mac",
                  type: "mac",
                  note: "Six bytes, or five to which the virtual router id is added; neither multicast nor 00:00:5e:00:01 or 02.",
                },
              ],
              note: "Any word that contains a ':'.",
            },
            {
              name: "name",
              since: "2.3.0",
              summary: "Introduces the interface name, for names that would be read as another option. Requires 2.3.0.",
              arguments: [networkInterface],
              missingValue: "fatal",
            },
            {
              name: "netlink_notify_msg",
              since: "2.3.0",
              summary:
                "Makes the kernel announce a change of the base interface after the VMAC interface is created, which it otherwise omits. Requires 2.3.0.",
              arguments: [],
            },
            {
              name: "group",
              since: "2.3.0",
              summary:
                "Interface group of the VMAC, as number or name; defaults to that of the base interface. Requires 2.3.0.",
              arguments: [
                { name: "group", type: "rt-name", min: 0, max: 2_147_483_647, base: "c", namesFrom: "group" },
              ],
              features: ["interface-groups"],
              missingValue: "fatal",
            },
          ],
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      repetition: "merge",
      surplusWords: "error",
      variants: [{ until: "2.2.8", surplusWords: "ignored" }],
      features: ["vmac"],
      note: "Several lines are combined; a second name or MAC address is an error.",
    },
    {
      name: "use_vmac_addr",
      kind: "flag",
      since: "2.2.0",
      summary:
        "Also creates VMAC interfaces for VIPs on other interfaces than the instance's own, or in `virtual_ipaddress_excluded` with the other address family. Off by default; a single address can request the same with its own `use_vmac`. Requires 2.2.0.",
      default: "off",
      features: ["vmac"],
    },
    {
      name: "vmac_xmit_base",
      kind: "flag",
      since: "1.2.10",
      summary:
        "Sends and receives adverts on the base interface instead of the VMAC interface. Required for VMAC together with unicast; if it is missing there, keepalived reports that and turns it on. Without `use_vmac` it is an error, and strict mode clears it.",
      default: "off",
      features: ["vmac"],
    },
    {
      name: "use_ipvlan",
      kind: "option",
      since: "2.0.17",
      summary:
        "Sets the VIPs on an ipvlan interface on top of the instance's own, for networks that allow only one MAC address per port; an IPv4 instance must give an address here. All ipvlans on one base interface must share the mode `bridge` (default), `private` or `vepa`. Give it a name, so that a restart finds it again.",
      arguments: [
        {
          name: "options",
          type: "options",
          options: [
            {
              name: "<ifname>",
              since: "2.0.17",
              summary:
                "Name of the ipvlan interface, at most 15 characters. Give one, so that a restart finds the interface again.",
              positional: true,
              arguments: [networkInterface],
            },
            {
              name: "<address>",
              since: "2.0.17",
              summary: "Address of the ipvlan interface, of the instance's family; required for IPv4.",
              positional: true,
              arguments: [{ name: "address", type: "ip-mask", family: "any" }],
            },
            {
              name: "bridge",
              since: "2.0.17",
              summary: "The ipvlans of the base interface reach each other directly. The default.",
              arguments: [],
              group: "mode",
            },
            {
              name: "private",
              since: "2.0.17",
              summary: "The ipvlans of the base interface do not reach each other.",
              arguments: [],
              group: "mode",
            },
            {
              name: "vepa",
              since: "2.0.17",
              summary: "Traffic between the ipvlans passes through the external switch.",
              arguments: [],
              group: "mode",
            },
            {
              name: "name",
              since: "2.3.0",
              summary:
                "Introduces the interface name, for names such as `bridge` that would be read as another option. Requires 2.3.0.",
              arguments: [networkInterface],
              missingValue: "fatal",
            },
            {
              name: "group",
              since: "2.3.0",
              summary:
                "Interface group of the ipvlan, as number or name; defaults to that of the base interface. Requires 2.3.0.",
              arguments: [
                { name: "group", type: "rt-name", min: 0, max: 2_147_483_647, base: "c", namesFrom: "group" },
              ],
              features: ["interface-groups"],
              missingValue: "fatal",
            },
          ],
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      repetition: "first-wins",
      surplusWords: "error",
      features: ["ipvlan"],
    },
    {
      name: "unicast_peer",
      kind: "lines",
      since: "1.2.8",
      summary:
        "Sends adverts to the listed addresses instead of the multicast group, one peer per line. On every node, list every other node but never the node itself: a peer missing on one side leads to two masters. Set `unicast_src_ip` too, so that the source is the address the peers expect.",
      lines: "unicast_peer",
      differences: [{ version: "2.3.3", note: "A peer given twice is reported; before, it went unnoticed." }],
    },
    {
      name: "unicast_fault_no_peer",
      kind: "flag",
      since: "2.2.5",
      summary:
        "Keeps an instance that has unicast settings but no peers in `FAULT`, instead of falling back to multicast. Off by default; useful where templates may produce an empty peer list. Requires 2.2.5.",
      default: "off",
      note: "Counts as a unicast setting of the instance.",
    },
    {
      name: "check_unicast_src",
      kind: "flag",
      since: "2.1.0",
      summary:
        "Drops unicast adverts whose source is not listed in `unicast_peer`. Off by default unless `vrrp_check_unicast_src` is set or a peer has `min_ttl` or `max_ttl`. Peers must then send from exactly the listed address.",
      inherits: ["global_defs/vrrp_check_unicast_src"],
      note: "Counts as a unicast setting of the instance.",
    },
    {
      name: "old_unicast_checksum",
      kind: "option",
      since: "1.3.7",
      summary:
        "Uses the incorrect VRRPv3 unicast checksum of releases up to 1.3.6, to interoperate with such peers. Normally omit it: old checksums are recognised automatically, and `never` turns that off. Not in every build; `keepalived -v` shows whether it is.",
      arguments: [
        {
          name: "mode",
          type: "enum",
          values: [{ value: "never", summary: "Turns off the recognition of old checksums." }],
          caseSensitive: true,
          optional: true,
          default: "always the old checksum",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["checksum-compat"],
    },
    {
      name: "native_ipv6",
      kind: "flag",
      since: "1.2.1",
      summary:
        "Makes this an IPv6 instance, which uses VRRPv3. Unnecessary when the VIPs or peers are IPv6, because the first address determines the family; an error after IPv4 addresses.",
    },
    {
      name: "state",
      kind: "option",
      since: "1.0.0",
      summary:
        "Initial state of the instance: `MASTER` or `BACKUP`, in capitals. The default, which also replaces any other word, is `MASTER` with priority 255 and `BACKUP` otherwise. Only `priority` decides the election. `MASTER` without a `priority` silently makes it 255, and `MASTER` disables `nopreempt` and `preempt_delay`.",
      arguments: [
        {
          name: "state",
          type: "enum",
          values: [
            {
              value: "MASTER",
              summary:
                "Starts as master: immediately with priority 255, otherwise after an election. At most one node needs it; it disables `nopreempt` and `preempt_delay`.",
            },
            {
              value: "BACKUP",
              summary:
                "Starts as backup and becomes master only if no adverts of equal or higher priority arrive. A good choice for all nodes.",
            },
          ],
          caseSensitive: true,
        },
      ],
      default: "BACKUP, or MASTER with priority 255",
      badValue: "default",
      fallback: "BACKUP",
      repetition: "sticky",
      note: "After MASTER, a BACKUP below it is reported and ignored.",
    },
    {
      name: "interface",
      kind: "option",
      since: "1.0.0",
      summary:
        "Interface on which the adverts are sent and, unless an address says otherwise, the VIPs are set. It must exist when the configuration is read, or the whole VRRP part is refused, unless `dynamic_interfaces` is set. Since 2.3.3, unicast with `unicast_src_ip` does not need it.",
      arguments: [
        {
          name: "interface",
          type: "interface",
          maxLength: 15,
          note: "Must exist unless dynamic_interfaces is set; a loopback interface is refused.",
        },
      ],
      required: "unless there are unicast peers and unicast_src_ip",
      badValue: "ignored",
      differences: [
        { version: "2.3.3", note: "Not needed with unicast peers and unicast_src_ip; before, always needed." },
      ],
      variants: [{ until: "2.3.2", required: "always" }],
    },
    {
      name: "vrf",
      kind: "option",
      since: "2.2.5",
      summary:
        "VRF device in which a unicast instance without `interface` runs. With an `interface`, or without unicast peers, it is reported and ignored. Requires 2.2.5.",
      arguments: [networkInterface],
      badValue: "ignored",
      repetition: "first-wins",
      context: "Unicast only, and without interface.",
      features: ["vrf"],
    },
    {
      name: "dont_track_primary",
      kind: "flag",
      since: "1.1.8",
      summary:
        "Ignores link failures of the instance's own interface, so that a lost link no longer means `FAULT`. Off by default. Meant for nodes connected by a direct cable; elsewhere, a node without a link stays or becomes master beside the real one.",
      default: "off",
    },
    {
      name: "track_interface",
      kind: "lines",
      since: "1.0.1",
      summary:
        "Further interfaces to watch, one per line. Without a weight, losing one of them puts the instance into `FAULT`; with a weight it only changes the priority. The instance's own interface is always tracked, and is reported when listed.",
      lines: "track_interface",
    },
    {
      name: "track_script",
      kind: "lines",
      since: "1.1.13",
      summary:
        "Scripts to watch, one `vrrp_script` name per line. With weight 0 (the default) a failing script puts the instance into `FAULT`; with a weight it changes the priority. The weight must exceed the difference to the backup's priority, and never helps with `nopreempt`. The script must be defined earlier in the configuration, otherwise the line is ignored.",
      lines: "track_script",
    },
    {
      name: "track_file",
      kind: "lines",
      since: "2.0.0",
      summary:
        "Files to watch, one `track_file` name per line. The number in the file, times the weight, is added to the priority; with weight 0 any number but 0 means `FAULT`; the default weight is 1. The file must be defined earlier in the configuration, otherwise the line is ignored.",
      lines: "track_file",
    },
    {
      name: "track_process",
      kind: "lines",
      since: "2.0.11",
      summary:
        "Processes to watch, one `vrrp_track_process` name per line. With weight 0 (the default) a missing process puts the instance into `FAULT`; with a weight it changes the priority. It must be defined earlier in the configuration. It reacts immediately and costs less than a script that runs `pidof` or `killall -0`.",
      lines: "track_process",
      features: ["track-process"],
    },
    {
      name: "track_bfd",
      kind: "lines",
      since: "2.0.0",
      summary:
        "BFD sessions to watch, one `bfd_instance` name per line. With weight 0 a lost session puts the instance into `FAULT`; with a weight it changes the priority. The session must be defined earlier in the configuration. A session with the other VRRP node needs a weight, or a backup that goes down takes the master with it.",
      lines: "track_bfd",
      features: ["bfd"],
    },
    {
      name: "mcast_src_ip",
      kind: "option",
      since: "1.0.0",
      summary:
        "Source address of multicast adverts; by default the primary address of the interface. Must be of the instance's address family. It is the same setting as `unicast_src_ip`, so the last of the two counts.",
      arguments: [address],
      badValue: "ignored",
    },
    {
      name: "unicast_src_ip",
      kind: "option",
      since: "1.2.10",
      summary:
        "Source address of unicast adverts; by default the primary address of the interface. It must be an address of this node, and in the `unicast_peer` list of every other one. Without any peer, the instance is reported and uses multicast.",
      arguments: [address],
      badValue: "ignored",
      note: "The same setting as mcast_src_ip.",
    },
    {
      name: "mcast_dst_ip",
      kind: "option",
      since: "2.2.5",
      summary:
        "Multicast group of this instance, instead of `vrrp_mcast_group4` or `vrrp_mcast_group6`. All nodes must agree; an IPv6 group must be link-local. With unicast peers it is reported and ignored.",
      arguments: [
        { name: "address", type: "ip", family: "any", multicast: true, note: "An IPv6 group must be link-local." },
      ],
      badValue: "ignored",
      context: "Multicast only.",
    },
    {
      name: "track_src_ip",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Puts the instance into `FAULT` while the configured source address is missing from the host. Off by default; without `mcast_src_ip` or `unicast_src_ip` it is dropped silently.",
      default: "off",
    },
    {
      name: "virtual_router_id",
      kind: "option",
      since: "1.0.0",
      summary:
        "Number that identifies the virtual router on its link; required, and the same on all nodes. It must differ from that of every other VRRP cluster in the segment; an IPv4 and an IPv6 instance may share it. Most tutorials use `51`, so it is often taken already.",
      arguments: [{ name: "vrid", type: "uint", min: 1, max: 255 }],
      required: "always",
      badValue: "ignored",
    },
    {
      name: "unicast_ttl",
      kind: "option",
      since: "2.1.0",
      summary:
        "TTL or hop limit of unicast adverts; default `255`. Lower it to keep adverts within a known distance. Without unicast peers it is reported as an error.",
      arguments: [{ name: "ttl", type: "uint", min: 0, max: 255 }],
      default: "255",
      badValue: "ignored",
      context: "With unicast peers only.",
    },
    {
      name: "version",
      kind: "option",
      since: "1.2.17",
      summary:
        "VRRP version of this instance, `2` or `3`; defaults to `3` for IPv6, otherwise to `vrrp_version`. Must be the same on all nodes: they discard adverts of the other version and then all become master. With `3` there is no `authentication` block.",
      arguments: [{ name: "version", type: "int", min: 2, max: 3 }],
      default: "3 for IPv6",
      inherits: ["global_defs/vrrp_version"],
      badValue: "ignored",
      repetition: "first-kept",
      note: "A second, different version is reported and ignored, and so is 2 with IPv6.",
    },
    {
      name: "priority",
      kind: "option",
      since: "1.0.0",
      summary:
        "Priority in the election; the highest wins. Default `100`, but `255` when only `state MASTER` is given. `255` means address owner: such a node takes over immediately, ignores the weights of trackers and cannot use `nopreempt`. Give each node its own value, far enough apart for the weights of the trackers.",
      arguments: [{ name: "priority", type: "uint", min: 1, max: 255 }],
      default: "100, or 255 with state MASTER",
      badValue: "default",
      fallback: "100",
    },
    {
      name: "advert_int",
      kind: "option",
      since: "1.0.0",
      summary:
        "Seconds between adverts; default `1`. Version 2 allows whole seconds only, and all nodes must agree, or adverts are dropped; version 3 allows hundredths, up to 40.95. A backup takes over after about three intervals, so below `0.1` a busy host can lose its role although it is alive.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.01, max: 255, maxDecimals: 6, unit: "s" }],
      default: "1",
      badValue: "ignored",
      context: "VRRP version 2 takes whole seconds from 1 to 255, version 3 multiples of 0.01 s to 40.95.",
    },
    {
      name: "virtual_ipaddress",
      kind: "lines",
      since: "1.0.0",
      summary:
        "Addresses that the master sets and announces, one per line. Keep the list equal on all nodes: up to 2.3.2 an advert with another list is dropped, so that every node becomes master; since 2.3.3 the difference is only logged. All are of one family, at most 255, and `/32` or `/128` unless a prefix is given. The first IPv6 address should be link-local.",
      lines: "ip_address",
      required: "in VRRP version 3 and strict mode; a warning in version 2",
      differences: [{ version: "2.3.3", note: "An address given twice is reported; before, it went unnoticed." }],
    },
    {
      name: "virtual_ipaddress_excluded",
      kind: "lines",
      since: "1.0.0",
      summary:
        "Additional addresses that the master sets but that adverts do not carry. Use it for the other address family, for more addresses than fit into a packet, and to change addresses without disturbing peers. Nodes do not compare this list, so keep it equal yourself.",
      lines: "ip_address",
    },
    {
      name: "no_virtual_ipaddress",
      kind: "flag",
      since: "2.2.8",
      summary:
        "Declares that the instance intentionally has no VIP, for example when scripts move a cloud address. It silences the warning of version 2 and lifts the requirement of version 3; strict mode clears it. Requires 2.2.8.",
      default: "off",
    },
    {
      name: "promote_secondaries",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Sets the sysctl `promote_secondaries` on the interface, so that removing one address does not make the kernel delete the others of the same subnet. Off by default. With `use_vmac` or `use_ipvlan` it is automatic, and reported when given.",
      default: "off",
    },
    {
      name: "linkbeat_use_polling",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Polls the link state of this instance's interface instead of relying on netlink events. Deprecated and reported as an error: list the interface in the `linkbeat_interfaces` block instead.",
      deprecated: { since: "2.0.13", replacement: "linkbeat_interfaces", reported: "error" },
      features: ["linkbeat"],
    },
    {
      name: "v3_checksum_as_v2",
      kind: "option",
      since: "2.2.8",
      summary:
        "Omits the IPv4 pseudo-header from the VRRPv3 checksum, as Cisco and Juniper do and as RFC 9568 requires. Off by default, unless the global setting is given. All nodes must agree, or every advert is dropped.",
      arguments: [truth],
      inherits: ["global_defs/v3_checksum_as_v2"],
      missingArgument: "allowed",
      badValue: "ignored",
      context: "VRRP version 3 with IPv4.",
    },
    {
      name: "virtual_routes",
      kind: "lines",
      since: "1.0.1",
      summary:
        "Routes that exist only while this node is master, one per line in the style of `ip route`. If such a route disappears, the instance leaves the master state, unless the line says `no_track`.",
      lines: "ip_route",
    },
    {
      name: "virtual_rules",
      kind: "lines",
      since: "1.2.20",
      summary:
        "Policy routing rules that exist only while this node is master, one per line in the style of `ip rule`. Give every rule a `preference`; otherwise it is reported and the order is undefined.",
      lines: "ip_rule",
    },
    {
      name: "accept",
      kind: "flag",
      since: "1.2.17",
      summary:
        "Lets a master that is not the address owner answer packets sent to the VIPs, such as pings and connections. This is the default, except in strict mode, where version 3 needs this line to make the VIPs reachable and version 2 clears it.",
      default: "accept, unless in strict mode with a priority below 255",
      repetition: "last-wins",
    },
    {
      name: "no_accept",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Drops packets addressed to the VIPs unless the priority is 255, so that they serve for routing only. It creates firewall rules, with nftables unless iptables is chosen. The default only in strict mode; a common reason for VIPs that do not answer.",
      default: "accept, unless in strict mode with a priority below 255",
      repetition: "last-wins",
      features: ["firewall"],
    },
    {
      name: "skip_check_adv_addr",
      kind: "option",
      since: "1.2.20",
      summary:
        "Compares the VIP list of an advert with its own only when the master changes. Defaults to `vrrp_skip_check_adv_addr`. Beware: any valid value turns it on, even `false`; omit the line instead.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_skip_check_adv_addr"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "strict_mode",
      kind: "option",
      since: "1.2.20",
      summary:
        "Turns RFC compliance on or off for this instance; defaults to `vrrp_strict`. When on, unicast, passwords and `preempt_delay` are refused or reset, `MASTER` requires priority 255, and the VIPs of other nodes drop packets unless version 3 and `accept` are used.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_strict"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "preempt",
      kind: "flag",
      since: "1.0.0",
      summary:
        "Lets a node of higher priority take over from a running master. This is the default; the line exists for old files and cancels a `nopreempt` above it.",
    },
    {
      name: "nopreempt",
      kind: "flag",
      since: "1.1.8",
      summary:
        "Does not take over from a running master even when this node has a higher priority, so that a repaired node does not cause a second failover. Requires `state BACKUP` on this node, otherwise it is reported and cleared. Useless with weighted trackers: a lowered priority alone never moves the VIPs, so use weight 0.",
    },
    {
      name: "preempt_delay",
      kind: "option",
      since: "1.1.8",
      summary:
        "Seconds to wait before taking over from a master of lower priority, in addition to the usual timeout; default `0`. Gives routing and services time to settle after a boot. It does not delay the takeover from a dead master, and is cleared with `state MASTER`, `nopreempt` or strict mode.",
      arguments: [{ name: "seconds", type: "decimal", min: 0, max: 1000, maxDecimals: 6, unit: "s" }],
      default: "0",
      badValue: "default",
      fallback: "0",
    },
    {
      name: "debug",
      kind: "option",
      since: "1.0.0",
      summary:
        "No effect: keepalived reads a level but never uses it. Use the command line option `--log-detail` for more detail.",
      arguments: [{ name: "level", type: "uint", min: 0, max: 4 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "notify_backup",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run when the instance becomes backup. Quote the value when it has parameters; a user and a group may follow it. It is started without a shell and in parallel, so scripts of rapid changes can overtake each other.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_master",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run when the instance becomes master. Quote the value when it has parameters; a user and a group may follow it. It is started without a shell, and keepalived does not wait for it: scripts of rapid changes can overtake each other. A `vrrp_notify_fifo` keeps the order.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_fault",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run when the instance enters `FAULT`, for example after a lost link or a failed check. Quote the value when it has parameters; a user and a group may follow it. After the fault, the instance normally becomes backup first, not master.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_stop",
      kind: "option",
      since: "1.1.13",
      summary:
        "Script to run when keepalived stops; a crash does not run it. It is the only notify script with a time limit, about a second. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_deleted",
      kind: "option",
      since: "2.1.0",
      summary:
        "Reports `DELETED` instead of `FAULT` when a reload removes the instance; with a script it also runs that. Without the line, a removal looks like a fault to scripts, pipes and email. Requires 2.1.0.",
      arguments: [{ name: "script", type: "script", optional: true }, optionalUser, optionalGroup],
      missingArgument: "allowed",
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify",
      kind: "option",
      since: "1.1.2",
      summary:
        "Script for every state change, started right after the specific one. It receives four more arguments: `INSTANCE`, the name, the new state (`MASTER`, `BACKUP`, `FAULT`, `STOP` or `DELETED`) and the priority. Quote the value when it has parameters of its own; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_master_rx_lower_pri",
      kind: "option",
      since: "2.0.6",
      summary:
        "Script to run each time this master receives an advert of lower priority, a sign that another node was master as well. Lets a cloud script reclaim a floating address after a split brain. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "smtp_alert",
      kind: "option",
      since: "1.0.0",
      summary:
        "Sends an email on state changes of this instance. Defaults to `smtp_alert_vrrp`, then to the global `smtp_alert`, then to off. Nothing is sent without `smtp_server` and `notification_email`.",
      arguments: [truth],
      default: "false",
      inherits: ["global_defs/smtp_alert_vrrp", "global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "notify_priority_changes",
      kind: "option",
      since: "2.0.16",
      summary:
        "Also writes changes of the effective priority to the notify pipes. Defaults to the sync group's setting, then to `vrrp_notify_priority_changes`. It has no effect on notify scripts.",
      arguments: [truth],
      inherits: ["vrrp_sync_group/notify_priority_changes", "global_defs/vrrp_notify_priority_changes"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "lvs_sync_daemon_interface",
      kind: "option",
      since: "1.0.0",
      summary:
        "Interface for IPVS connection synchronisation that follows this instance. Deprecated and reported as an error: write `lvs_sync_daemon` with `inst` in `global_defs` instead, which wins when both are present.",
      arguments: [networkInterface],
      repetition: "first-wins",
      deprecated: { since: "1.2.20", replacement: "global_defs/lvs_sync_daemon", reported: "error" },
      features: ["lvs"],
    },
    {
      name: "garp_master_delay",
      kind: "option",
      since: "1.0.0",
      summary:
        "Seconds after becoming master until the second burst of gratuitous ARP is sent; defaults to `vrrp_garp_master_delay` (`5`). `0` means no second burst.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s" }],
      inherits: ["global_defs/vrrp_garp_master_delay"],
      badValue: "ignored",
    },
    {
      name: "garp_master_refresh",
      kind: "option",
      since: "1.2.10",
      summary:
        "Interval, in seconds, at which a master repeats its gratuitous ARP; defaults to `vrrp_garp_master_refresh` (`0`, never). A value such as `60` repairs stale ARP caches after a split brain.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4_294_967_295, unit: "s" }],
      inherits: ["global_defs/vrrp_garp_master_refresh"],
      badValue: "default",
      fallback: "0",
    },
    {
      name: "garp_master_repeat",
      kind: "option",
      since: "1.2.14",
      summary:
        "Number of gratuitous ARP packets per VIP in a burst after becoming master; defaults to `vrrp_garp_master_repeat` (`5`). `0` is reported and becomes `1`.",
      arguments: [{ ...count, adjusted: zeroBecomesOne }],
      inherits: ["global_defs/vrrp_garp_master_repeat"],
      badValue: "ignored",
    },
    {
      name: "garp_master_refresh_repeat",
      kind: "option",
      since: "1.2.14",
      summary:
        "Number of gratuitous ARP packets per VIP in each periodic refresh; defaults to `vrrp_garp_master_refresh_repeat` (`1`). Useful only together with `garp_master_refresh`. `0` is reported and becomes `1`.",
      arguments: [{ ...count, adjusted: zeroBecomesOne }],
      inherits: ["global_defs/vrrp_garp_master_refresh_repeat"],
      badValue: "ignored",
    },
    {
      name: "garp_lower_prio_delay",
      kind: "option",
      since: "1.2.20",
      summary:
        "Seconds between the two bursts of gratuitous ARP after an advert of lower priority; defaults to `vrrp_garp_lower_prio_delay`. `0` omits the second burst; strict mode allows only `0`.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s" }],
      inherits: ["global_defs/vrrp_garp_lower_prio_delay"],
      badValue: "ignored",
    },
    {
      name: "garp_lower_prio_repeat",
      kind: "option",
      since: "1.2.20",
      summary:
        "Number of gratuitous ARP packets per VIP when this master receives an advert of lower priority; defaults to `vrrp_garp_lower_prio_repeat`. `0` sends none; strict mode allows only `0`.",
      arguments: [{ name: "count", type: "uint", min: 0, max: 2_147_483_647 }],
      inherits: ["global_defs/vrrp_garp_lower_prio_repeat"],
      badValue: "ignored",
    },
    {
      name: "down_timer_adverts",
      kind: "option",
      since: "2.2.3",
      summary:
        "How many adverts a backup may miss before it takes over; defaults to `vrrp_down_timer_adverts` (`3`). All nodes must use the same value. `1` fails over fast but reacts to a single lost packet; strict mode resets it to `3`.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 100 }],
      inherits: ["global_defs/vrrp_down_timer_adverts"],
      badValue: "ignored",
    },
    {
      name: "timer_expired_backup",
      kind: "option",
      since: "2.2.8",
      summary:
        "Makes a master step back to backup if it was not scheduled for so long that another node must have taken over. The value is the highest priority that any other node can have, by default `254`. Works with `nopreempt` only, and is otherwise cleared.",
      arguments: [{ name: "highest_other_priority", type: "uint", min: 1, max: 254, optional: true, default: "254" }],
      default: "off",
      missingArgument: "allowed",
      badValue: "ignored",
      context: "With nopreempt only.",
    },
    {
      name: "thread_timer_expired",
      kind: "option",
      aliasOf: "timer_expired_backup",
      since: "2.3.2",
      summary:
        "Incorrect name of `timer_expired_backup` that once appeared in release notes; it works but is reported as an error.",
      arguments: [{ name: "highest_other_priority", type: "uint", min: 1, max: 254, optional: true, default: "254" }],
      missingArgument: "allowed",
      badValue: "ignored",
      deprecated: { since: "2.3.2", replacement: "vrrp_instance/timer_expired_backup", reported: "error" },
    },
    {
      name: "garp_extra_if",
      kind: "option",
      since: "2.2.3",
      summary:
        "Interval, in seconds, of repeated gratuitous ARP on interfaces that carry VIPs but no adverts; defaults to `vrrp_garp_extra_if`, `0` turns it off. Only VMAC interfaces are included unless `all` is given. Requires 2.2.3.",
      arguments: [
        garpInterval({
          since: "2.2.3",
          min: 0,
          summary: "Seconds between two rounds; `0` turns it off for this instance.",
        }),
      ],
      inherits: ["global_defs/vrrp_garp_extra_if"],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error",
      features: ["vmac"],
    },
    {
      name: "vmac_garp_intvl",
      kind: "option",
      since: "2.2.0",
      summary:
        "Old spelling of `garp_extra_if`; reported as deprecated, and then `keepalived -t` exits with 5. Replace it unless hosts older than 2.2.3 read the same file.",
      arguments: [
        garpInterval({
          since: "2.2.0",
          min: 0,
          summary: "Seconds between two rounds; `0` turns it off for this instance.",
        }),
      ],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error",
      deprecated: { since: "2.2.3", replacement: "vrrp_instance/garp_extra_if", reported: "error" },
      features: ["vmac"],
    },
    {
      name: "lower_prio_no_advert",
      kind: "option",
      since: "1.2.20",
      summary:
        "Stops a master from answering an advert of lower priority immediately with one of its own. Defaults to `vrrp_lower_prio_no_advert` (off); always on in strict mode.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_lower_prio_no_advert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "higher_prio_send_advert",
      kind: "option",
      since: "1.3.5",
      summary:
        "Makes a master that receives an advert of higher priority send one last advert before it steps down, so that the winner repeats its gratuitous ARP. Defaults to `vrrp_higher_prio_send_advert` (off); always off in strict mode.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_higher_prio_send_advert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "owner_ignore_adverts",
      kind: "option",
      since: "2.3.3",
      summary:
        "Makes an instance with priority 255 drop all received adverts. Defaults to `vrrp_owner_ignore_adverts`; on in strict mode. An error with any other priority; an explicit `false` with 255 is reported and overridden.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_owner_ignore_adverts"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "kernel_rx_buf_size",
      kind: "option",
      since: "2.0.3",
      summary:
        "Receive buffer, in bytes, that this instance contributes to its socket, instead of what `vrrp_rx_bufs_policy` yields. Unset by default; extra words make keepalived drop the line.",
      arguments: [bytes],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error-line-dropped",
    },
    {
      name: "authentication",
      kind: "block",
      since: "1.0.0",
      summary:
        "Password check of VRRPv2, long since removed from the standard. The password is sent in clear text, so it protects against mistakes, not against attackers. It must be equal on all nodes. It is reported and dropped with version 3 (hence with IPv6) and in strict mode; `auth_hmac` (2.4.0) is the secure replacement.",
      repetition: "merge",
      context: "VRRP version 2 only, and not in strict mode.",
      features: ["vrrp-auth"],
      note: "Words between the keyword and the brace are ignored.",
      children: [
        {
          name: "auth_type",
          kind: "option",
          since: "1.0.0",
          summary:
            "Kind of VRRPv2 authentication: `PASS` for a plain password or `AH` for IPsec headers; none by default. Use `PASS`. A type without `auth_pass` is reported and the whole block dropped.",
          arguments: [
            {
              name: "type",
              type: "enum",
              values: [
                { value: "PASS", summary: "Plain password in every advert; protects against mistakes only." },
                {
                  value: "AH",
                  summary:
                    "IPsec authentication header, IPv4 only. Not recommended: `state MASTER` below priority 255 is changed to `BACKUP`, and few other implementations support it.",
                },
              ],
              caseSensitive: true,
            },
          ],
          default: "none",
          badValue: "ignored",
        },
        {
          name: "auth_pass",
          kind: "option",
          since: "1.0.0",
          summary:
            "Shared VRRPv2 password, sent in clear text; only the first 8 bytes count, a longer one is reported and truncated. Quote it when it contains `#` or `!`, which otherwise start a comment and truncate it silently. Without `auth_type` it is never used.",
          arguments: [{ name: "password", type: "string", maxLength: 8, secret: true }],
          required: "with auth_type",
          badValue: "truncated",
        },
      ],
    },
    {
      name: "auth_hmac",
      kind: "block",
      since: "2.4.0",
      summary:
        "Signs every advert with HMAC-SHA256 and rejects forged or replayed ones, for both versions and families. All nodes need the same keys and, with `anti_replay time`, synchronised clocks; other implementations do not know it. It replaces `authentication`, which is dropped when both are given.",
      repetition: "merge",
      features: ["vrrp-auth"],
      children: [
        {
          name: "key",
          kind: "option",
          since: "2.4.0",
          summary:
            "A signing key: a number, then 32 to 64 bytes as text, `hex:` digits or `file:` and a path. Several keys with different numbers allow a key change without interruption. Prefer a file that only root can read; one that group or others can read is reported (exit 6) but used.",
          arguments: [
            { name: "id", type: "uint", min: 1, max: 255 },
            {
              name: "value",
              type: "hmac-key",
              minLength: 32,
              maxLength: 64,
              secret: true,
              note: "Plain text, hex:DIGITS or file:PATH; 32 to 64 bytes after decoding.",
            },
          ],
          missingArgument: "error",
          badValue: "ignored",
          repetition: "unique-name",
          note: "Each id may be given once.",
        },
        {
          name: "active_key",
          kind: "option",
          since: "2.4.0",
          summary:
            "Number of the key with which this node signs; required, and that `key` must exist, otherwise the extension is disabled. To change keys, first add the new one on every node, then change this line node by node.",
          arguments: [{ name: "id", type: "uint", min: 1, max: 255 }],
          required: "always",
          badValue: "ignored",
        },
        {
          name: "time_window",
          kind: "option",
          since: "2.4.0",
          summary:
            "How many seconds an advert's time stamp may differ; defaults to three times `advert_int`, within 5 to 300. It must cover the clock differences between the nodes, and is used only with `anti_replay time`.",
          arguments: [{ name: "seconds", type: "uint", min: 1, max: 300, unit: "s" }],
          default: "three advert intervals, at least 5 and at most 300",
          badValue: "ignored",
        },
        {
          name: "anti_replay",
          kind: "option",
          since: "2.4.0",
          summary:
            "How replayed adverts are recognised: `time` (default) requires a recent time stamp and so synchronised clocks; `monotonic` only requires that each sender's sequence increases, and so accepts a late copy after this node has restarted.",
          arguments: [
            {
              name: "method",
              type: "enum",
              values: [
                {
                  value: "time",
                  summary: "Accepts only recent time stamps; the nodes need synchronised clocks. The default.",
                },
                {
                  value: "monotonic",
                  summary:
                    "Accepts any increasing sequence; needs no synchronised clocks, but an old advert can pass after a restart.",
                },
              ],
              caseSensitive: true,
            },
          ],
          default: "time",
          badValue: "ignored",
        },
        {
          name: "mode",
          kind: "option",
          since: "2.4.0",
          summary:
            "How strict the check is: `enforce` (default) accepts signed adverts only, `permissive` signs but also accepts unsigned ones, `receive-only` accepts both and does not sign. Roll out in the order `receive-only`, `permissive`, `enforce` to avoid an outage. Strict mode requires `enforce`.",
          arguments: [
            {
              name: "mode",
              type: "enum",
              values: [
                {
                  value: "enforce",
                  summary: "Signs adverts and accepts signed ones only. The default, and the goal of a rollout.",
                },
                {
                  value: "permissive",
                  summary: "Signs adverts but also accepts unsigned ones. Second step of a rollout.",
                },
                {
                  value: "receive-only",
                  summary: "Sends unsigned adverts, checks signed ones and accepts both. First step of a rollout.",
                },
              ],
              caseSensitive: true,
            },
          ],
          default: "enforce",
          badValue: "ignored",
        },
      ],
    },
  ],
};
