import type { Feature, Option, Version } from "../types.js";
import {
  bytes,
  count,
  garpInterval,
  name,
  networkInterface,
  nice,
  optionalGroup,
  optionalUser,
  port,
  positiveDelay,
  processName,
  scriptAndUser,
  truth,
  user,
  zeroBecomesOne,
} from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

/** The options of `lvs_sync_daemon` that every release takes behind the interface and the instance. */
const syncOptions: readonly Option[] = [
  {
    name: "id",
    since: "1.2.24",
    summary: "Number that sender and receivers must share; defaults to the router id of the instance, else `0`.",
    arguments: [{ name: "syncid", type: "uint", min: 0, max: 255 }],
  },
  {
    name: "maxlen",
    since: "1.2.24",
    summary:
      "Largest payload of a synchronisation packet in bytes; by default derived from the MTU. Requires Linux 4.3.",
    arguments: [{ name: "bytes", type: "uint", min: 1, max: 65507 }],
    features: ["ipvs-sync-attributes"],
  },
  {
    name: "port",
    since: "1.2.24",
    summary: "UDP port of the synchronisation; default `8848`. It must be the same on all nodes. Requires Linux 4.3.",
    arguments: [port],
    features: ["ipvs-sync-attributes"],
  },
  {
    name: "ttl",
    since: "1.2.24",
    summary: "TTL of the synchronisation packets; the kernel's default is `1`, the local link. Requires Linux 4.3.",
    arguments: [{ name: "ttl", type: "uint", min: 1, max: 255 }],
    features: ["ipvs-sync-attributes"],
  },
  {
    name: "group",
    since: "1.2.24",
    summary:
      "Multicast group of the synchronisation; default `224.0.0.81`. It must be the same on all nodes. Requires Linux 4.3.",
    arguments: [{ name: "mcast", type: "ip", family: "any", multicast: true }],
    features: ["ipvs-sync-attributes"],
  },
  {
    name: "<syncid>",
    since: "1.2.20",
    summary:
      "The synchronisation id in the old form, as the third word. It works, but is reported: write `id` before it.",
    positional: true,
    arguments: [{ name: "syncid", type: "uint", min: 0, max: 255 }],
    word: 3,
    deprecated: { replacement: "id", reported: "error" },
  },
];

interface Text {
  readonly summary: string;
}

/** How much CPU time one of the processes may use with real-time priority, with the name of older releases. */
function realTimeLimitOf(process: string, feature: Feature, text: Text): readonly KeywordEntry[] {
  return [
    {
      name: `${process}_rlimit_rttime`,
      kind: "option",
      since: "2.1.0",
      ...text,
      arguments: [{ name: "limit", type: "uint", min: 1, max: 4_294_967_295, unit: "us", note: "1 is read as 2." }],
      default: "10000",
      badValue: "default",
      features: [feature],
    },
    {
      name: `${process}_rlimit_rtime`,
      kind: "option",
      since: "2.0.0",
      summary: `Old misspelling of \`${process}_rlimit_rttime\`; it still works, and only the log mentions it.`,
      arguments: [{ name: "limit", type: "uint", min: 1, max: 4_294_967_295, unit: "us" }],
      badValue: "default",
      deprecated: { since: "2.1.0", replacement: `global_defs/${process}_rlimit_rttime`, reported: "logged" },
      features: [feature],
    },
  ];
}

/** How one of the processes is scheduled. */
function schedulingOf(
  process: "vrrp" | "checker" | "bfd",
  feature: Feature,
  since: Version,
  texts: Readonly<Record<"priority" | "no_swap" | "rt_priority" | "cpu_affinity" | "rlimit_rttime", Text>>,
): readonly KeywordEntry[] {
  return [
    {
      name: `${process}_priority`,
      kind: "option",
      since,
      ...texts.priority,
      arguments: [nice],
      default: "0",
      missingArgument: "error",
      badValue: "default",
      features: [feature],
    },
    {
      name: `${process}_no_swap`,
      kind: "flag",
      since,
      ...texts.no_swap,
      default: "off",
      features: [feature],
    },
    {
      name: `${process}_rt_priority`,
      kind: "option",
      since: "2.0.0",
      ...texts.rt_priority,
      arguments: [
        {
          name: "priority",
          type: "int",
          min: 1,
          max: 99,
          note: "A number outside the range is moved to the nearer limit; anything else is ignored.",
        },
      ],
      missingArgument: "error",
      badValue: "clamped",
      features: [feature],
    },
    {
      name: `${process}_cpu_affinity`,
      kind: "option",
      since: "2.0.17",
      ...texts.cpu_affinity,
      arguments: [
        {
          name: "cpu",
          type: "int",
          min: 0,
          max: 1023,
          hostMax: "the number of processors that are on, less one",
          variadic: true,
        },
      ],
      missingArgument: "error",
      badValue: "unset",
      surplusWords: "variadic",
      features: [feature],
    },
    ...realTimeLimitOf(process, feature, texts.rlimit_rttime),
  ];
}

export const globalDefs: KeywordEntry = {
  name: "global_defs",
  kind: "block",
  since: "1.0.0",
  summary:
    "Daemon-wide settings: identity, email, scripts, process scheduling, SNMP, and the defaults that VRRP instances and checkers inherit. Several `global_defs` blocks are merged; for most settings the last value wins. Place it first in the file: a reload reads everything in order, and some settings then apply only to what follows.",
  repetition: "merge",
  note: "The parent process reads it and passes it to the other processes; on a reload every process reads it.",
  children: [
    {
      name: "process_names",
      kind: "flag",
      since: "2.0.16",
      summary:
        "Gives the child processes the names `keepalived_vrrp`, `keepalived_lvs` and `keepalived_bfd`, so that `ps` and `top` tell them apart. A single `vrrp_process_name`, `checker_process_name` or `bfd_process_name` line after it overrides one of them.",
    },
    {
      name: "process_name",
      kind: "option",
      since: "2.0.16",
      summary:
        "Renames the parent process as shown by `ps` and `top`. The kernel keeps at most 15 bytes; longer names are reported and truncated.",
      arguments: [processName],
      badValue: "truncated",
    },
    {
      name: "vrrp_process_name",
      kind: "option",
      since: "2.0.16",
      summary:
        "Renames the VRRP child process as shown by `ps` and `top`. The kernel keeps at most 15 bytes. Monitoring that looks for the name `keepalived` must use the new name.",
      arguments: [processName],
      badValue: "truncated",
      features: ["vrrp"],
    },
    {
      name: "checker_process_name",
      kind: "option",
      since: "2.2.0",
      summary:
        "Renames the health checker (IPVS) child process as shown by `ps` and `top`. The kernel keeps at most 15 bytes; before 2.2.0 write `lvs_process_name`.",
      arguments: [processName],
      badValue: "truncated",
      features: ["lvs"],
    },
    {
      name: "lvs_process_name",
      kind: "option",
      since: "2.0.16",
      summary:
        "Old spelling of `checker_process_name`, still accepted but logged at every start. Use the new name unless hosts older than 2.2.0 read the same file.",
      arguments: [processName],
      badValue: "truncated",
      deprecated: { since: "2.2.0", replacement: "global_defs/checker_process_name", reported: "logged" },
      features: ["lvs"],
    },
    {
      name: "bfd_process_name",
      kind: "option",
      since: "2.0.16",
      summary: "Renames the BFD child process as shown by `ps` and `top`. The kernel keeps at most 15 bytes.",
      arguments: [processName],
      badValue: "truncated",
      features: ["bfd"],
    },
    {
      name: "use_symlink_paths",
      kind: "option",
      since: "2.3.0",
      summary:
        "Runs a script by its path as written, instead of the path with all symbolic links resolved. Off by default; turn it on for programs whose behaviour depends on the name they are called by. Requires 2.3.0.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "set_supplementary_groups",
      kind: "option",
      since: "2.4.4",
      summary:
        "Runs scripts with all supplementary groups of their user; by default a script gets only its user and one group. A `:` before a group name requests the same for a single script.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "router_id",
      kind: "option",
      since: "1.1.8",
      summary:
        "Name of this machine in alert emails and SNMP; the default is the host name. It is not part of the VRRP protocol: a duplicate breaks nothing, but you can no longer tell which node sent an email. Quote it when it contains spaces: extra words are dropped silently.",
      arguments: [name],
      default: "the host's name",
      missingArgument: "error",
    },
    {
      name: "notification_email_from",
      kind: "option",
      since: "1.0.0",
      summary:
        "Sender address of alert emails. Without it, and with `smtp_server` set, the daemon uses `user@hostname`, which many mail servers refuse. Quote the whole value when it includes a display name.",
      arguments: [{ name: "address", type: "string", note: "Quote it when it contains spaces." }],
      default: "user@host, if smtp_server is set",
      missingArgument: "error",
      surplusWords: "error",
      differences: [{ version: "2.3.0", note: "Extra words are reported, and display names are quoted again." }],
      variants: [{ until: "2.2.8", surplusWords: "ignored" }],
    },
    {
      name: "smtp_server",
      kind: "option",
      since: "1.0.0",
      summary:
        "Mail server that receives the alert emails, as address or host name, with an optional port (default `25`). A name is resolved while the configuration is read, so a DNS failure at that moment disables email. TLS and authentication are not supported, so a local relay is the usual choice.",
      arguments: [
        { name: "host", type: "host-or-ip", family: "any", note: "A host name is resolved when the file is read." },
        { name: "port", type: "port", min: 1, max: 65535, optional: true, default: "25" },
      ],
      badValue: "unset",
    },
    {
      name: "smtp_helo_name",
      kind: "option",
      since: "1.2.20",
      summary:
        "Name announced to the mail server in `HELO`. The default is the local host name; set it when the server insists on a resolvable, fully qualified name.",
      arguments: [name],
      default: "the host's name, if smtp_server is set",
      missingArgument: "silent",
    },
    {
      name: "smtp_connect_timeout",
      kind: "option",
      since: "1.0.0",
      summary:
        "Seconds to wait for the mail server before giving up on an alert; default `30`. `0` is reported and becomes `1`.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s", adjusted: zeroBecomesOne }],
      onlyWith: ["smtp_server"],
      default: "30",
      badValue: "ignored",
    },
    {
      name: "notification_email",
      kind: "lines",
      since: "1.0.0",
      summary:
        "Recipients of alert emails, one or more addresses per line. Nothing is sent without `smtp_server` and an enabled `smtp_alert`. Quote an entry that includes a display name.",
      lines: "words_email",
    },
    {
      name: "smtp_alert",
      kind: "option",
      since: "2.0.0",
      summary:
        "Default for all email alerts: VRRP state changes, virtual servers and real servers. Without any setting, VRRP instances and virtual servers send nothing, but real servers do send email. `smtp_alert_vrrp`, `smtp_alert_checker` and the `smtp_alert` of a block take precedence.",
      arguments: [truth],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "startup_script",
      kind: "option",
      since: "2.1.0",
      summary:
        "Program that the parent runs once before it starts any child process, for example to create firewall chains or fwmark rules. Start-up waits until it ends or `startup_script_timeout` kills it. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      missingArgument: "error",
      repetition: "first-wins",
      splitter: "quoted",
      note: "Only the parent process reads it.",
    },
    {
      name: "startup_script_timeout",
      kind: "option",
      since: "2.1.0",
      summary:
        "Seconds that `startup_script` may run before it is killed; default `10`. The node takes no part in VRRP until then, so a slow script delays every start.",
      arguments: [{ name: "seconds", type: "uint", min: 1, max: 1000, unit: "s" }],
      default: "10",
      missingArgument: "error",
      badValue: "ignored",
    },
    {
      name: "shutdown_script",
      kind: "option",
      since: "2.1.0",
      summary:
        "Program that the parent runs once after all child processes have ended, usually to undo what `startup_script` did. It does not run when the daemon is killed or crashes. Quote the value when it has parameters.",
      arguments: scriptAndUser,
      missingArgument: "error",
      repetition: "first-wins",
      splitter: "quoted",
      note: "Only the parent process reads it.",
    },
    {
      name: "shutdown_script_timeout",
      kind: "option",
      since: "2.1.0",
      summary:
        "Seconds that `shutdown_script` may run before it is killed; default `10`. Keep it below the stop timeout of the service manager.",
      arguments: [{ name: "seconds", type: "uint", min: 1, max: 1000, unit: "s" }],
      default: "10",
      missingArgument: "error",
      badValue: "ignored",
    },
    {
      name: "max_auto_priority",
      kind: "option",
      since: "2.1.0",
      summary:
        "Lets the daemon raise its own scheduling priority when it notices that timers expire late: first to real-time, then step by step up to this limit. The default, `0`, is off; `-1` is off without the message in the log; no value means the system maximum (`99`).",
      arguments: [
        {
          name: "priority",
          type: "int",
          min: -1,
          max: 99,
          optional: true,
          default: "99",
          note: "0 and -1 turn it off.",
        },
      ],
      default: "0",
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "min_auto_priority_delay",
      kind: "option",
      since: "2.1.0",
      summary:
        "How late, in microseconds, a timer must expire before the priority is raised automatically; default `1000000` (one second). No effect without `max_auto_priority`. Lower it where `advert_int` is short.",
      arguments: [{ name: "delay", type: "uint", min: 1, max: 10_000_000, unit: "us" }],
      default: "1000000",
      missingArgument: "error",
      badValue: "ignored",
    },
    {
      name: "smtp_alert_vrrp",
      kind: "option",
      since: "2.0.0",
      summary:
        "Default for email on state changes of VRRP instances and sync groups. Without it `smtp_alert` applies; without either, no email is sent. The `smtp_alert` of an instance or group takes precedence.",
      arguments: [truth],
      inherits: ["global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "smtp_alert_checker",
      kind: "option",
      since: "2.0.0",
      summary:
        "Default for email about virtual and real servers; without it `smtp_alert` applies. When neither is set, real servers still send email while virtual servers do not.",
      arguments: [truth],
      inherits: ["global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "checker_log_all_failures",
      kind: "option",
      since: "2.0.11",
      summary:
        "Logs every failed attempt of every health check, not only the one that takes a real server out of service. Off by default; useful to see a flapping backend, noisy with many servers. A checker's own `log_all_failures` turns it on for that checker alone.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "dynamic_interfaces",
      kind: "option",
      since: "2.0.0",
      summary:
        "Allows names of interfaces that do not exist yet, and follows interfaces that are deleted and created again. Without it, a single unknown interface name makes keepalived refuse the whole VRRP configuration. Place it above the first use of such a name, because a reload reads the file in order.",
      arguments: [
        {
          name: "option",
          type: "enum",
          values: [
            {
              value: "allow_if_changes",
              summary:
                "Also allows an interface to return with another type or on another base interface; duplicate router ids are then not errors at start.",
              since: "2.0.8",
            },
          ],
          caseSensitive: true,
          optional: true,
        },
      ],
      default: "off",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
      note: "It is turned on even if the argument is unknown.",
    },
    {
      name: "no_email_faults",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Suppresses the email that announces `FAULT`; email for `MASTER` and `BACKUP` is still sent. Off by default, so a flapping link can fill a mailbox.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "default_interface",
      kind: "option",
      since: "1.2.24",
      summary:
        "Interface for addresses that name none: static addresses without `dev`, and VIPs of an instance without `interface`. The default is `eth0`, which does not exist on hosts with predictable interface names.",
      arguments: [networkInterface],
      default: "eth0",
      missingArgument: "error",
      features: ["vrrp"],
    },
    {
      name: "disable_local_igmp",
      kind: "flag",
      since: "2.2.0",
      summary:
        "Stops the kernel from sending IGMP reports for `224.0.0.0/24` by clearing the sysctl `igmp_link_local_mcast_reports`. An alternative to the firewall rules that keep such reports off VMAC interfaces. It is an error if the kernel lacks that sysctl.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "v3_checksum_as_v2",
      kind: "flag",
      since: "2.2.8",
      summary:
        "Omits the IPv4 pseudo-header from the VRRPv3 checksum, as Cisco and Juniper do; both sides must agree, or every advert is dropped. Unlike the instance keyword, it ignores its argument: even `false` turns it on. Place it above the instances, because a reload applies it only to those that follow.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "lvs_timeouts",
      kind: "option",
      since: "1.2.24",
      summary:
        "Sets the kernel's IPVS connection timeouts, in seconds, for established TCP, TCP after FIN, and UDP. At least one is required; the others keep the value they had when keepalived started. They apply to the whole network namespace, not to one virtual server.",
      arguments: [
        {
          name: "options",
          type: "options",
          options: [
            {
              name: "tcp",
              since: "1.2.24",
              summary: "Seconds that an idle established TCP connection is kept; `0` or no value leaves it unchanged.",
              arguments: [{ name: "seconds", type: "uint", min: 0, max: 2_678_400, unit: "s" }],
            },
            {
              name: "tcpfin",
              since: "1.2.24",
              summary: "Seconds that a TCP connection is kept after a FIN; `0` or no value leaves it unchanged.",
              arguments: [{ name: "seconds", type: "uint", min: 0, max: 2_678_400, unit: "s" }],
            },
            {
              name: "udp",
              since: "1.2.24",
              summary: "Seconds that an idle UDP flow is kept; `0` or no value leaves it unchanged.",
              arguments: [{ name: "seconds", type: "uint", min: 0, max: 2_678_400, unit: "s" }],
            },
          ],
          minOptions: 1,
        },
      ],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error",
      features: ["lvs"],
    },
    {
      name: "lvs_flush",
      kind: "flag",
      since: "1.2.23",
      summary:
        "Empties the whole IPVS table when the daemon starts. Useful after a crash has left stale entries, but it also deletes services that others configured with `ipvsadm`, and cuts their connections. It does not act on a reload.",
      default: "off",
      features: ["lvs"],
    },
    {
      name: "lvs_flush_on_stop",
      kind: "option",
      since: "2.2.0",
      summary:
        "Clears IPVS in bulk at shutdown instead of removing real servers one by one, which is much faster with many of them. Without a value the entire table is cleared, including entries that keepalived does not own; with `VS`, only the virtual servers that keepalived manages are deleted.",
      arguments: [
        {
          name: "scope",
          type: "enum",
          values: [
            {
              value: "VS",
              summary:
                "Deletes only the virtual servers that keepalived manages; the kernel drops their real servers with them.",
            },
          ],
          caseSensitive: true,
          optional: true,
          default: "everything",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "lvs_flush_onstop",
      kind: "option",
      since: "2.0.15",
      summary: "Old spelling of `lvs_flush_on_stop`, accepted silently. Use it only for hosts older than 2.2.0.",
      arguments: [
        {
          name: "scope",
          type: "enum",
          values: [
            {
              value: "VS",
              summary:
                "Deletes only the virtual servers that keepalived manages; the kernel drops their real servers with them.",
            },
          ],
          caseSensitive: true,
          optional: true,
          default: "everything",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      deprecated: { since: "2.2.0", replacement: "global_defs/lvs_flush_on_stop", reported: "silent" },
      features: ["lvs"],
    },
    {
      name: "lvs_sync_daemon",
      kind: "option",
      since: "1.2.20",
      summary:
        "Runs the kernel's IPVS connection synchronisation over the given interface, so that connections survive a failover. With `inst`, the node sends while that VRRP instance is master and receives otherwise; without it, both roles run all the time. A wrong instance name is found only at a real start, not by `keepalived -t`.",
      arguments: [
        networkInterface,
        {
          name: "options",
          type: "options",
          options: [
            {
              name: "inst",
              since: "2.1.0",
              summary: "VRRP instance whose state determines whether this node sends or receives connections.",
              arguments: [{ name: "instance", type: "reference", to: "vrrp_instance", defined: "anywhere" }],
              missingValue: "fatal",
            },
            ...syncOptions,
            {
              name: "<instance>",
              since: "1.2.20",
              summary: "The VRRP instance in the old form, as the word after the interface. Write `inst` before it.",
              positional: true,
              arguments: [{ name: "instance", type: "reference", to: "vrrp_instance", defined: "anywhere" }],
              word: 2,
              deprecated: { replacement: "inst", reported: "silent" },
            },
          ],
        },
      ],
      missingArgument: "error",
      badValue: "ignored",
      repetition: "first-wins",
      surplusWords: "error",
      variants: [
        {
          until: "2.0.20",
          arguments: [
            networkInterface,
            { name: "instance", type: "reference", to: "vrrp_instance", defined: "anywhere" },
            { name: "options", type: "options", options: syncOptions },
          ],
        },
      ],
      features: ["lvs", "vrrp"],
    },
    {
      name: "vrrp_mcast_group4",
      kind: "option",
      since: "1.2.10",
      summary:
        "Multicast group to which IPv4 instances send adverts and on which they listen; default `224.0.0.18`. All nodes must agree. A group outside `224.0.0.0/24` is subject to IGMP snooping and may not reach the peers.",
      arguments: [
        {
          name: "address",
          type: "ip",
          family: "ipv4",
          multicast: true,
          until: [{ until: "2.1.5", unclaimed: true }],
        },
      ],
      default: "224.0.0.18",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_mcast_group6",
      kind: "option",
      since: "1.2.10",
      summary:
        "Multicast group to which IPv6 instances send adverts and on which they listen; default `ff02::12`. All nodes must agree; a group that is not link-local is used, but reported.",
      arguments: [
        {
          name: "address",
          type: "ip",
          family: "ipv6",
          multicast: true,
          note: "A group that is not link-local is reported, and used.",
          until: [
            { until: "2.1.5", family: "any", unclaimed: true },
            { until: "2.2.4", family: "any" },
          ],
        },
      ],
      default: "ff02::12",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_master_delay",
      kind: "option",
      since: "1.2.20",
      summary:
        "Seconds after becoming master until a second burst of gratuitous ARP or unsolicited neighbour advertisements is sent; default `5`. `0` means no second burst. It helps with switches that lose the first burst.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s" }],
      default: "5",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_master_repeat",
      kind: "option",
      since: "1.2.20",
      summary:
        "Number of gratuitous ARP or neighbour advertisement packets per VIP in a burst after becoming master; default `5`. `0` is reported and becomes `1`. With hundreds of VIPs, combine it with `vrrp_garp_interval`.",
      arguments: [{ ...count, adjusted: zeroBecomesOne }],
      default: "5",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_master_refresh",
      kind: "option",
      since: "1.2.20",
      summary:
        "Interval, in seconds, at which a master repeats its gratuitous ARP and neighbour advertisements; default `0`, never. A value such as `60` repairs stale ARP caches after a split brain, or in switches that forget entries.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4_294_967_295, unit: "s" }],
      default: "0",
      badValue: "default",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_master_refresh_repeat",
      kind: "option",
      since: "1.2.20",
      summary:
        "Number of packets per VIP in each `vrrp_garp_master_refresh` round; default `1`. `0` is reported and becomes `1`.",
      arguments: [{ ...count, adjusted: zeroBecomesOne }],
      default: "1",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_lower_prio_delay",
      kind: "option",
      since: "1.2.20",
      summary:
        "Seconds between the two bursts of gratuitous ARP that a master sends when it receives an advert of lower priority; defaults to `vrrp_garp_master_delay`. `0` omits the second burst. Instances in strict mode always use `0`.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s" }],
      inherits: ["global_defs/vrrp_garp_master_delay"],
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_lower_prio_repeat",
      kind: "option",
      since: "1.2.20",
      summary:
        "Number of gratuitous ARP packets per VIP that a master sends when it receives an advert of lower priority, to win the traffic back after a split brain; defaults to `vrrp_garp_master_repeat`. `0` sends none. Instances in strict mode always use `0`.",
      arguments: [{ name: "count", type: "uint", min: 0, max: 2_147_483_647 }],
      inherits: ["global_defs/vrrp_garp_master_repeat"],
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_down_timer_adverts",
      kind: "option",
      since: "2.2.3",
      summary:
        "Default for `down_timer_adverts`: how many adverts a backup may miss before it takes over; `3` by default, as the standard requires. It must be equal on all nodes of an instance, and strict mode enforces `3`.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 100 }],
      default: "3",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_interval",
      kind: "option",
      since: "1.2.21",
      summary:
        "Pause, in seconds, between two gratuitous ARP packets on the same interface; none by default. Set it, for example to `0.001`, when a switch drops bursts. Large values delay a failover, because every VIP waits its turn. `0` itself is refused: omit the line instead.",
      arguments: [positiveDelay],
      default: "none",
      badValue: "ignored",
      features: ["vrrp"],
      note: "A value of one second or more is logged.",
    },
    {
      name: "vrrp_gna_interval",
      kind: "option",
      since: "1.2.21",
      summary:
        "Pause, in seconds, between two unsolicited IPv6 neighbour advertisements on the same interface; none by default. The IPv6 counterpart of `vrrp_garp_interval`. `0` itself is refused: omit the line instead.",
      arguments: [positiveDelay],
      default: "none",
      badValue: "ignored",
      features: ["vrrp"],
      note: "A value of one second or more is logged.",
    },
    {
      name: "vrrp_min_garp",
      kind: "option",
      since: "2.0.12",
      summary:
        "Reduces gratuitous ARP after becoming master to one packet without a second burst. It changes only those `vrrp_garp_master_*` values that still have their defaults, and lines below it still win, so the order matters.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_garp_extra_if",
      kind: "option",
      since: "2.2.3",
      summary:
        "Interval, in seconds, of repeated gratuitous ARP on interfaces that carry VIPs but no adverts, so that switches do not forget the MAC address. By default only on VMAC interfaces; `all` includes the others. About a third of the switch's MAC ageing time is sensible. Off by default.",
      arguments: [
        garpInterval({
          since: "2.2.3",
          min: 1,
          summary: "Seconds between two rounds; about a third of the switch's MAC ageing time is sensible.",
        }),
      ],
      default: "none",
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error",
      features: ["vrrp", "vmac"],
    },
    {
      name: "vrrp_vmac_garp_intvl",
      kind: "option",
      since: "2.2.0",
      summary:
        "Old spelling of `vrrp_garp_extra_if`; reported as deprecated, and then `keepalived -t` exits with 5. Replace it unless hosts older than 2.2.3 read the same file.",
      arguments: [garpInterval({ since: "2.2.0", min: 1, summary: "Seconds between two rounds." })],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error",
      deprecated: { since: "2.2.3", replacement: "global_defs/vrrp_garp_extra_if", reported: "error" },
      features: ["vrrp", "vmac"],
    },
    {
      name: "vrrp_lower_prio_no_advert",
      kind: "option",
      since: "1.2.20",
      summary:
        "Stops a master from answering an advert of lower priority with one of its own immediately; it then waits for the next regular interval. Off by default, on in strict mode. The immediate answer ends a split brain sooner.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_higher_prio_send_advert",
      kind: "option",
      since: "1.3.5",
      summary:
        "Makes a master that receives an advert of higher priority send one last advert before it steps down, so that the new master notices the conflict and repeats its gratuitous ARP. Off by default; strict mode forces it off.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_version",
      kind: "option",
      since: "1.2.20",
      summary:
        "Protocol version of instances that set none: `2` (default) or `3`; IPv6 instances always use `3`. Versions do not mix: nodes with different versions discard each other's adverts and all become master. With `3`, `authentication` blocks are dropped.",
      arguments: [{ name: "version", type: "int", min: 2, max: 3 }],
      default: "2",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_iptables",
      kind: "option",
      since: "1.2.20",
      summary:
        "Uses iptables for the rules behind `no_accept` and VMACs, in the given chains. Without names these are `INPUT` and `OUTPUT`; with one name only incoming packets are filtered. It is better to name chains of your own that exist and contain nothing else. nftables wins when both are configured; builds without iptables report an error and use nftables.",
      arguments: [
        { name: "inchain", type: "string", maxLength: 27, optional: true, default: "INPUT" },
        {
          name: "outchain",
          type: "string",
          maxLength: 27,
          optional: true,
          default: "OUTPUT, if no chain at all is given",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      repetition: "first-wins",
      features: ["vrrp", "firewall"],
      note: "Two equal chain names are logged, and the line is dropped.",
    },
    {
      name: "vrrp_ipsets",
      kind: "option",
      since: "1.2.20",
      summary:
        "Names of the ipsets used together with `vrrp_iptables`; omitted ones are derived from the first. Without any name, ipsets are not used at all. The line is ignored, with only a log message, when `vrrp_iptables` is missing.",
      arguments: [
        { name: "address", type: "string", maxLength: 30, optional: true },
        { name: "address6", type: "string", maxLength: 30, optional: true },
        { name: "address_iface6", type: "string", maxLength: 30, optional: true },
        { name: "igmp", type: "string", maxLength: 30, optional: true },
        { name: "mld", type: "string", maxLength: 30, optional: true },
        { name: "vmac_nd", type: "string", maxLength: 30, optional: true },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp", "firewall", "ipset"],
      note: "Omitted names are the first one with 6, _if6, _igmp, _mld and _nd appended; all must differ.",
    },
    {
      name: "nftables",
      kind: "option",
      since: "2.0.11",
      summary:
        "Uses nftables for the rules behind `no_accept` and VMACs, in a table of this name (default `keepalived`). The table must belong to keepalived alone: it is created and removed by the daemon, and each daemon in a network namespace needs its own.",
      arguments: [{ name: "table", type: "string", maxLength: 254, optional: true, default: "keepalived" }],
      missingArgument: "allowed",
      badValue: "ignored",
      repetition: "first-wins",
      features: ["vrrp", "nftables"],
    },
    {
      name: "nftables_priority",
      kind: "option",
      since: "2.0.11",
      summary:
        "Hook priority of the nftables base chains; default `-1`, just before the usual filter chains at `0`. Change it when other rule sets must act earlier.",
      arguments: [{ name: "priority", type: "int", min: -2_147_483_648, max: 2_147_483_647 }],
      default: "-1",
      badValue: "ignored",
      features: ["vrrp", "nftables"],
    },
    {
      name: "nftables_ifindex",
      kind: "flag",
      since: "2.0.11",
      summary:
        "Builds the nftables set for IPv6 link-local VIPs on interface indexes instead of interface names. Off by default; needed only where an old `nft` displays sets of names incorrectly. Indexes change when an interface is created again.",
      default: "off",
      features: ["vrrp", "nftables"],
    },
    {
      name: "vrrp_check_unicast_src",
      kind: "flag",
      since: "1.2.20",
      summary:
        "Accepts unicast adverts only from addresses listed in `unicast_peer`, for all instances. Off by default. It guards against stray or forged adverts, but adverts of a peer behind NAT or with another source address are then ignored and both nodes become master.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "vrrp_skip_check_adv_addr",
      kind: "option",
      since: "1.2.20",
      summary:
        "Compares the VIP list of an advert with its own only when the master changes, which saves work with many VIPs. Off by default. It also hides lists that differ between nodes. Before 2.3.0 any argument, even `false`, turns it on.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
      differences: [{ version: "2.3.0", note: "Takes a boolean; before, any argument was ignored, even 'false'." }],
      variants: [{ until: "2.2.8", kind: "flag", arguments: [] }],
    },
    {
      name: "vrrp_strict",
      kind: "option",
      since: "1.2.20",
      summary:
        "Makes all instances comply strictly with the RFC: unicast, passwords and `preempt_delay` are refused or reset. Unless the priority is 255 (or `accept` is given with VRRPv3), packets to the VIPs are dropped, so clients cannot even ping them. Off by default; many tutorials enable it needlessly. Before 2.3.0 any argument, even `false`, turns it on.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
      differences: [{ version: "2.3.0", note: "Takes a boolean; before, any argument was ignored, even 'false'." }],
      variants: [{ until: "2.2.8", kind: "flag", arguments: [] }],
    },
    ...schedulingOf("vrrp", "vrrp", "1.2.20", {
      priority: {
        summary:
          "Nice value of the VRRP process; a lower value gets more CPU time. Default `0`. A negative value helps a loaded node to send adverts in time; `vrrp_rt_priority` is the stronger measure.",
      },
      no_swap: { summary: "Locks the VRRP process in memory so that swapping cannot delay adverts. Off by default." },
      rt_priority: {
        summary:
          "Runs the VRRP process with real-time scheduling at this priority, so that load does not delay adverts; unset by default. `vrrp_rlimit_rttime` guards against a process that loops. Containers often lack the required capability.",
      },
      cpu_affinity: {
        summary:
          "Pins the VRRP process to the listed CPU numbers, counted from 0; unset by default. A number beyond the host's CPUs is reported, so a file shared by different machines can fail on the smaller one.",
      },
      rlimit_rttime: {
        summary:
          "Microseconds of CPU time that the VRRP process may use without blocking while it runs with real-time priority; default `10000`. Half of it already causes a warning in the log; at the limit the kernel kills the process. Slow CPUs and large configurations need a higher value.",
      },
    }),
    {
      name: "nftables_ipvs",
      kind: "option",
      since: "2.2.2",
      summary:
        "Lets keepalived create nftables rules (default table `keepalived_ipvs`) that mark the packets of a virtual server group. This reduces its IPVS services from one per address and port to a single one. Nothing else may use the table.",
      arguments: [{ name: "table", type: "string", maxLength: 254, optional: true, default: "keepalived_ipvs" }],
      missingArgument: "allowed",
      badValue: "ignored",
      repetition: "first-wins",
      features: ["nftables", "lvs"],
    },
    {
      name: "nftables_ipvs_priority",
      kind: "option",
      since: "2.2.2",
      summary:
        "Hook priority of the chains that set the firewall marks of virtual server groups; default `-1`. They must run before IPVS sees the packet.",
      arguments: [{ name: "priority", type: "int", min: -2_147_483_648, max: 2_147_483_647 }],
      default: "-1",
      badValue: "ignored",
      features: ["nftables", "lvs"],
    },
    {
      name: "nftables_ipvs_start_fwmark",
      kind: "option",
      since: "2.2.2",
      summary:
        "First firewall mark that `nftables_ipvs` assigns, increasing by one for each group; default `1000`. Choose a range that no routing rule or other firewall uses.",
      arguments: [{ name: "fwmark", type: "uint", min: 1, max: 4_294_967_295 }],
      default: "1000",
      badValue: "ignored",
      features: ["nftables", "lvs"],
    },
    {
      name: "nftables_counters",
      kind: "flag",
      since: "2.0.11",
      summary:
        "Adds packet counters to the nftables rules that keepalived creates, to show what is dropped. Off by default; meant for debugging.",
      default: "off",
      features: ["nftables", "vrrp-or-lvs"],
    },
    {
      name: "notify_fifo",
      kind: "option",
      since: "1.3.6",
      summary:
        "Named pipe that receives every event, of VRRP and of health checkers, in order and one per line. It is created when missing. Its name must differ from `vrrp_notify_fifo` and `lvs_notify_fifo`.",
      arguments: [{ name: "fifo", type: "path" }, optionalUser, optionalGroup],
      missingArgument: "error",
      badValue: "logged",
      repetition: "first-wins",
    },
    {
      name: "notify_fifo_script",
      kind: "option",
      since: "1.3.6",
      summary:
        "Program that keepalived starts to read `notify_fifo`; the path of the pipe is appended as its last argument. It must keep reading until the pipe is closed. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      missingArgument: "error",
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "vrrp_notify_fifo",
      kind: "option",
      since: "1.3.6",
      summary:
        'Named pipe that receives VRRP events as lines such as `INSTANCE "VI_1" MASTER 100`. Unlike notify scripts, which run side by side and may overtake each other, it keeps the order. Created when missing; the name must differ from the other pipes.',
      arguments: [{ name: "fifo", type: "path" }, optionalUser, optionalGroup],
      missingArgument: "error",
      badValue: "logged",
      repetition: "first-wins",
      features: ["vrrp"],
    },
    {
      name: "vrrp_notify_fifo_script",
      kind: "option",
      since: "1.3.6",
      summary:
        "Program that keepalived starts to read `vrrp_notify_fifo`; the path of the pipe is appended as its last argument. It must keep reading until the pipe is closed. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      missingArgument: "error",
      repetition: "first-wins",
      splitter: "quoted",
      features: ["vrrp"],
    },
    {
      name: "vrrp_notify_priority_changes",
      kind: "option",
      since: "2.0.16",
      summary:
        "Also writes a line to the notify pipes whenever the effective priority of an instance changes, not only its state. Off by default; instances and sync groups can override it.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "fifo_write_vrrp_states_on_reload",
      kind: "flag",
      since: "2.2.5",
      summary:
        "Writes the current state of every instance and sync group to the notify pipes after a reload, so that a reader can resynchronise. Off by default.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "lvs_notify_fifo",
      kind: "option",
      since: "1.3.6",
      summary:
        "Named pipe that receives the up and down events of virtual servers (`VS`) and real servers (`RS`), in order and one per line. Created when missing; the name must differ from the other pipes.",
      arguments: [{ name: "fifo", type: "path" }, optionalUser, optionalGroup],
      missingArgument: "error",
      badValue: "logged",
      repetition: "first-wins",
      features: ["lvs"],
    },
    {
      name: "lvs_notify_fifo_script",
      kind: "option",
      since: "1.3.6",
      summary:
        "Program that keepalived starts to read `lvs_notify_fifo`; the path of the pipe is appended as its last argument. It must keep reading until the pipe is closed. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      missingArgument: "error",
      repetition: "first-wins",
      splitter: "quoted",
      features: ["lvs"],
    },
    ...schedulingOf("checker", "lvs", "1.2.20", {
      priority: {
        summary:
          "Nice value of the health checker process; a lower value gets more CPU time. Default `0`. Late checks on a loaded node look like failing backends.",
      },
      no_swap: {
        summary: "Locks the health checker process in memory so that swapping cannot delay checks. Off by default.",
      },
      rt_priority: {
        summary:
          "Runs the health checker process with real-time scheduling at this priority; unset by default. Normally only `vrrp_rt_priority` is needed.",
      },
      cpu_affinity: {
        summary:
          "Pins the health checker process to the listed CPU numbers, counted from 0; unset by default. A number beyond the CPUs of the host is reported.",
      },
      rlimit_rttime: {
        summary:
          "Microseconds of CPU time that the health checker process may use without blocking while it runs with real-time priority; default `10000`. At the limit the kernel kills the process; raise it when the log warns.",
      },
    }),
    ...schedulingOf("bfd", "bfd", "2.0.0", {
      priority: {
        summary:
          "Nice value of the BFD process; a lower value gets more CPU time. Default `0`. BFD intervals of a few milliseconds need a process that is scheduled promptly.",
      },
      no_swap: {
        summary: "Locks the BFD process in memory so that swapping cannot delay its packets. Off by default.",
      },
      rt_priority: {
        summary:
          "Runs the BFD process with real-time scheduling at this priority; unset by default. Worth setting where short BFD intervals cause false alarms under load.",
      },
      cpu_affinity: {
        summary:
          "Pins the BFD process to the listed CPU numbers, counted from 0; unset by default. A number beyond the CPUs of the host is reported.",
      },
      rlimit_rttime: {
        summary:
          "Microseconds of CPU time that the BFD process may use without blocking while it runs with real-time priority; default `10000`. At the limit the kernel kills the process; raise it when the log warns.",
      },
    }),
    {
      name: "snmp_socket",
      kind: "option",
      since: "1.2.20",
      summary:
        "Address at which the SNMP master agent listens for AgentX, such as `udp:192.0.2.1:705`. The default is that of net-snmp, `unix:/var/agentx/master`. Words after it make keepalived drop the line.",
      arguments: [{ name: "socket", type: "string", maxLength: 4095 }],
      default: "unix:/var/agentx/master",
      missingArgument: "error",
      repetition: "first-wins",
      surplusWords: "error-line-dropped",
      features: ["snmp"],
    },
    {
      name: "enable_traps",
      kind: "flag",
      since: "1.2.5",
      summary:
        "Sends SNMP traps for the parts of the MIB that are enabled. Off by default. On its own it does nothing for VRRP: one of the `enable_snmp_*` lines is required too.",
      default: "off",
      features: ["snmp"],
    },
    {
      name: "enable_snmp_vrrp",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Serves the VRRP part of keepalived's own MIB through the SNMP master agent. Off by default; requires a build with SNMP.",
      default: "off",
      features: ["snmp", "snmp-vrrp"],
    },
    {
      name: "enable_snmp_keepalived",
      kind: "flag",
      since: "1.2.20",
      summary: "Old spelling of `enable_snmp_vrrp`, accepted without a message since 2.0.0.",
      deprecated: { since: "2.0.0", replacement: "global_defs/enable_snmp_vrrp", reported: "silent" },
      features: ["snmp", "snmp-vrrp"],
    },
    {
      name: "enable_snmp_rfc",
      kind: "flag",
      since: "1.2.20",
      summary:
        "Serves both standard VRRP MIBs, RFC 2787 for version 2 and RFC 6527 for version 3. Off by default; requires a build with those MIBs.",
      default: "off",
      features: ["snmp", "snmp-rfc"],
    },
    {
      name: "enable_snmp_rfcv2",
      kind: "flag",
      since: "1.2.20",
      summary: "Serves the standard MIB for VRRP version 2 (RFC 2787). Off by default; requires a build with that MIB.",
      default: "off",
      features: ["snmp", "snmp-rfcv2"],
    },
    {
      name: "enable_snmp_rfcv3",
      kind: "flag",
      since: "1.2.20",
      summary: "Serves the standard MIB for VRRP version 3 (RFC 6527). Off by default; requires a build with that MIB.",
      default: "off",
      features: ["snmp", "snmp-rfcv3"],
    },
    {
      name: "enable_snmp_checker",
      kind: "flag",
      since: "1.2.20",
      summary:
        "Serves the part of keepalived's own MIB that covers virtual and real servers. Off by default; requires a build with SNMP.",
      default: "off",
      features: ["snmp", "snmp-checker"],
    },
    {
      name: "snmp_vs_stats_update_interval",
      kind: "option",
      since: "2.3.0",
      summary:
        "For how many seconds the virtual server statistics read from the kernel are reused for SNMP answers; default `5`. Short values cost CPU when a manager walks a large table. Requires 2.3.0.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.001, max: 30, maxDecimals: 6, unit: "s" }],
      default: "5",
      badValue: "ignored",
      features: ["snmp", "snmp-checker"],
    },
    {
      name: "snmp_rs_stats_update_interval",
      kind: "option",
      since: "2.3.0",
      summary:
        "For how many seconds the real server statistics read from the kernel are reused for SNMP answers; defaults to `snmp_vs_stats_update_interval`. Requires 2.3.0.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.001, max: 30, maxDecimals: 6, unit: "s" }],
      inherits: ["global_defs/snmp_vs_stats_update_interval"],
      badValue: "ignored",
      features: ["snmp", "snmp-checker"],
    },
    {
      name: "enable_dbus",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Publishes the VRRP instances on the system D-Bus and sends a signal for each state change. Off by default; the D-Bus policy must allow the service name.",
      default: "off",
      features: ["dbus"],
    },
    {
      name: "dbus_service_name",
      kind: "option",
      since: "1.3.7",
      summary:
        "Name under which keepalived registers on D-Bus; default `org.keepalived.Vrrp1`. A second daemon on the host needs another name and a D-Bus policy for it.",
      arguments: [name],
      default: "org.keepalived.Vrrp1",
      missingArgument: "error",
      features: ["dbus"],
    },
    {
      name: "dbus_no_interface_name",
      kind: "option",
      since: "2.3.0",
      summary:
        "Replaces the interface in the D-Bus path of an instance that has none; default `none`. Change it only if an interface is really called `none`. Requires 2.3.0.",
      arguments: [name],
      default: "none",
      missingArgument: "error",
      features: ["dbus"],
    },
    {
      name: "script_user",
      kind: "option",
      since: "1.3.0",
      summary:
        "User, and optionally group, of the scripts that set none of their own. The default is `keepalived_script` if that account exists, otherwise the user of the daemon, usually root. If the user does not exist, every script without a user of its own is dropped.",
      arguments: [user, optionalGroup],
      default: "keepalived_script if that user exists, else the daemon's user",
      missingArgument: "error",
      badValue: "ignored",
    },
    {
      name: "enable_script_security",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Refuses to run a script as root when anyone but root can write to any part of its path, and stops scripts from defaulting to root. Without it, `keepalived -t` exits with 6 as soon as any script is configured. Without `script_user` and the account `keepalived_script`, scripts without a user are dropped.",
      default: "off",
    },
    {
      name: "vrrp_netlink_cmd_rcv_bufs",
      kind: "option",
      since: "2.0.0",
      summary:
        "Receive buffer, in bytes, of the netlink socket through which the VRRP process sends commands to the kernel; defaults to the kernel's value. Raise it when the log reports a netlink receive buffer overrun.",
      arguments: [bytes],
      default: "the kernel's",
      missingArgument: "error",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_netlink_cmd_rcv_bufs_force",
      kind: "option",
      since: "2.0.0",
      summary: "Lets `vrrp_netlink_cmd_rcv_bufs` exceed the sysctl `net.core.rmem_max`. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_netlink_monitor_rcv_bufs",
      kind: "option",
      since: "2.0.0",
      summary:
        "Receive buffer, in bytes, of the netlink socket on which the VRRP process monitors links, addresses and routes; defaults to the kernel's value. Raise it when the log reports a netlink receive buffer overrun, as happens with thousands of interfaces or routes.",
      arguments: [bytes],
      default: "the kernel's",
      missingArgument: "error",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vrrp_netlink_monitor_rcv_bufs_force",
      kind: "option",
      since: "2.0.0",
      summary: "Lets `vrrp_netlink_monitor_rcv_bufs` exceed the sysctl `net.core.rmem_max`. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "process_monitor_rcv_bufs",
      kind: "option",
      since: "2.0.11",
      summary:
        "Receive buffer, in bytes, of the socket that reports process starts and ends to `vrrp_track_process`; defaults to the kernel's value. Raise it when many processes end at once, because a lost event makes keepalived scan all processes again.",
      arguments: [bytes],
      default: "the kernel's",
      missingArgument: "error",
      badValue: "ignored",
      features: ["vrrp", "track-process"],
    },
    {
      name: "process_monitor_rcv_bufs_force",
      kind: "option",
      since: "2.0.11",
      summary: "Lets `process_monitor_rcv_bufs` exceed the sysctl `net.core.rmem_max`. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp", "track-process"],
    },
    {
      name: "lvs_netlink_cmd_rcv_bufs",
      kind: "option",
      since: "2.0.0",
      summary:
        "Receive buffer, in bytes, of the netlink socket through which the checker process sends commands to the kernel; defaults to the kernel's value. Raise it when the log reports a netlink receive buffer overrun.",
      arguments: [bytes],
      default: "the kernel's",
      missingArgument: "error",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "lvs_netlink_cmd_rcv_bufs_force",
      kind: "option",
      since: "2.0.0",
      summary: "Lets `lvs_netlink_cmd_rcv_bufs` exceed the sysctl `net.core.rmem_max`. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "lvs_netlink_monitor_rcv_bufs",
      kind: "option",
      since: "2.0.0",
      summary:
        "Receive buffer, in bytes, of the netlink socket on which the checker process monitors addresses, as `ha_suspend` needs; defaults to the kernel's value. Raise it when the log reports a netlink receive buffer overrun.",
      arguments: [bytes],
      default: "the kernel's",
      missingArgument: "error",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "lvs_netlink_monitor_rcv_bufs_force",
      kind: "option",
      since: "2.0.0",
      summary: "Lets `lvs_netlink_monitor_rcv_bufs` exceed the sysctl `net.core.rmem_max`. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "rs_init_notifies",
      kind: "option",
      since: "2.0.0",
      summary:
        "Also runs the up notifications of real servers that are considered alive at start-up. Off by default: the first notification is then that of a later change.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "no_checker_emails",
      kind: "option",
      since: "2.0.0",
      summary:
        "Sends email only when a real server actually enters or leaves service, not for each checker whose result changes. Off by default; useful when a real server has several checkers.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["lvs"],
    },
    {
      name: "vrrp_rx_bufs_policy",
      kind: "option",
      since: "2.0.3",
      summary:
        "Size of the receive buffers of the VRRP sockets: a number of bytes, `MTU` or `ADVERT`. The last two are multiplied by `vrrp_rx_bufs_multiplier` and summed over the instances on a socket. Defaults to the kernel's value. A number excludes the words, and `MTU` wins over `ADVERT`.",
      arguments: [
        {
          name: "policy",
          type: "enum-or-uint",
          min: 0,
          max: 4_294_967_295,
          values: [
            { value: "MTU", summary: "Sizes the buffer by the MTU of the interface. Wins over `ADVERT`." },
            { value: "ADVERT", summary: "Sizes the buffer by the advert of each instance, the smallest choice." },
          ],
          caseSensitive: false,
          variadic: true,
          note: "Either a size in bytes, which must be the first word, or policies; MTU wins over ADVERT.",
        },
      ],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "variadic",
      features: ["vrrp"],
    },
    {
      name: "vrrp_rx_bufs_multiplier",
      kind: "option",
      since: "2.0.3",
      summary:
        "Number of packets per instance that the receive buffer holds with the `vrrp_rx_bufs_policy` `MTU` or `ADVERT`; default `3`. If it is too low, adverts are lost when the process is busy.",
      arguments: [{ name: "multiplier", type: "uint", min: 1, max: 4_294_967_295 }],
      default: "3",
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "error-line-dropped",
      features: ["vrrp"],
    },
    {
      name: "vrrp_startup_delay",
      kind: "option",
      since: "2.0.14",
      summary:
        "Seconds that VRRP instances wait after every start of the daemon before they may become master; default `0`. This gives bonds and switch ports time to forward traffic. It also delays a plain restart; `vrrp_delay_after_boot` does not. If both are set, the longer delay applies.",
      arguments: [
        {
          name: "seconds",
          type: "decimal",
          min: 0.001,
          max: 4294.967295,
          maxDecimals: 6,
          unit: "s",
          until: [{ until: "2.2.2", min: 1e-9 }],
        },
      ],
      default: "none",
      badValue: "ignored",
      features: ["vrrp"],
      note: "A value of 60 s or more is logged.",
    },
    {
      name: "vrrp_delay_after_boot",
      kind: "option",
      since: "2.4.0",
      summary:
        "Keeps VRRP instances waiting until the host has been up for this many seconds; default `0`. Unlike `vrrp_startup_delay`, it does not delay a later restart of the daemon. If both are set, the longer delay applies. Requires 2.4.0.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.001, max: 4294.967295, maxDecimals: 6, unit: "s" }],
      default: "none",
      badValue: "ignored",
      features: ["vrrp"],
      note: "A value of 60 s or more is logged.",
    },
    {
      name: "log_unknown_vrids",
      kind: "flag",
      since: "2.0.16",
      summary:
        "Logs adverts for router ids that no instance on the receiving interface uses. Off by default; useful to find other clusters in the same segment before choosing a `virtual_router_id`.",
      default: "off",
      features: ["vrrp"],
    },
    {
      name: "vrrp_owner_ignore_adverts",
      kind: "option",
      since: "2.3.3",
      summary:
        "Makes instances with priority 255 drop all received adverts, because no node may outrank the address owner. Off by default, on in strict mode. No effect on other priorities. Requires 2.3.3.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
      features: ["vrrp"],
    },
    {
      name: "vmac_prefix",
      kind: "option",
      since: "2.2.0",
      summary:
        "Prefix of generated VMAC interface names; default `vrrp`, as in `vrrp.51`. Interface names have at most 15 characters, so keep it short.",
      arguments: [{ name: "prefix", type: "string" }],
      default: "vrrp",
      repetition: "first-wins",
      features: ["vrrp", "vmac"],
    },
    {
      name: "vmac_addr_prefix",
      kind: "option",
      since: "2.2.0",
      summary:
        "Prefix of generated names of VMAC interfaces that are created for VIPs on other interfaces than the instance's own; defaults to `vmac_prefix`.",
      arguments: [{ name: "prefix", type: "string" }],
      default: "vrrp",
      repetition: "first-wins",
      features: ["vrrp", "vmac"],
    },
    {
      name: "umask",
      kind: "option",
      since: "2.0.9",
      summary:
        "Permission bits that are removed from files created by keepalived, such as dumps and pid files; by default everything but read and write for the owner. A number without a leading `0` is decimal: write `077`, not `77`, or names such as `IRWXG|IRWXO`. The command line option takes precedence.",
      arguments: [
        {
          name: "mask",
          type: "umask",
          min: 0,
          max: 511,
          base: "c",
          values: [
            { value: "IRUSR", summary: "Removes read permission from the owner." },
            { value: "IWUSR", summary: "Removes write permission from the owner." },
            { value: "IXUSR", summary: "Removes execute permission from the owner." },
            { value: "IRWXU", summary: "Removes all permissions from the owner. Requires 2.2.8.", since: "2.2.8" },
            { value: "IRGRP", summary: "Removes read permission from the group." },
            { value: "IWGRP", summary: "Removes write permission from the group." },
            { value: "IXGRP", summary: "Removes execute permission from the group." },
            { value: "IRWXG", summary: "Removes all permissions from the group. Requires 2.2.8.", since: "2.2.8" },
            { value: "IROTH", summary: "Removes read permission from others." },
            { value: "IWOTH", summary: "Removes write permission from others." },
            { value: "IXOTH", summary: "Removes execute permission from others." },
            { value: "IRWXO", summary: "Removes all permissions from others. Requires 2.2.8.", since: "2.2.8" },
          ],
          caseSensitive: true,
          variadic: true,
          note: "One number (decimal, or octal after a leading 0), or names joined by '|'.",
        },
      ],
      badValue: "ignored",
      surplusWords: "variadic",
      differences: [{ version: "2.2.8", note: "IRWXU, IRWXG and IRWXO are new." }],
    },
    {
      name: "random_seed",
      kind: "option",
      since: "2.0.15",
      summary:
        "Seed for `$_RANDOM`, so that a configuration with random values is the same each time. The default is the time of day. Useful only for tests.",
      arguments: [{ name: "seed", type: "uint", min: 0, max: 4_294_967_295 }],
      default: "the time of day",
      badValue: "ignored",
    },
    {
      name: "reload_check_config",
      kind: "option",
      since: "2.2.0",
      summary:
        "Tests the new configuration in a separate process before a reload, and keeps the running one when it has errors; the messages are written to the given file (default `/dev/null`). Off by default: a reload of a bad file can then terminate the daemon. Requires 2.2.0.",
      arguments: [{ name: "logfile", type: "path", optional: true, default: "/dev/null" }],
      default: "off",
      missingArgument: "allowed",
      features: ["child-processes"],
    },
    {
      name: "reload_time_file",
      kind: "option",
      since: "2.1.0",
      summary:
        "File whose first line holds a time at which keepalived reloads, as `HH:MM:SS`, optionally preceded by a date, with a final `Z` for UTC. Lets all nodes switch to an incompatible configuration at the same moment. The file is deleted after the reload unless `reload_repeat` is set.",
      arguments: [{ name: "file", type: "path" }],
      missingArgument: "error",
      surplusWords: "error-line-dropped",
      features: ["child-processes"],
    },
    {
      name: "reload_repeat",
      kind: "flag",
      since: "2.1.0",
      summary:
        "Keeps `reload_time_file` after the reload; a time without a date then triggers a reload every day. Off by default.",
      default: "off",
      features: ["child-processes"],
    },
    {
      name: "reload_file",
      kind: "option",
      since: "2.2.0",
      summary:
        "File that exists while keepalived reads its configuration: create it before requesting a reload; once it is gone, the files have been read and may be changed again. Without a path it is `keepalived.reload` in the pid directory. Requires 2.2.0.",
      arguments: [{ name: "file", type: "path", optional: true, default: "keepalived.reload in the PID directory" }],
      missingArgument: "allowed",
      features: ["child-processes"],
    },
    {
      name: "include_check",
      kind: "option",
      since: "2.2.0",
      summary:
        "Chooses which problems of `include` lines are errors: `read`, `match`, `wildcard_match`, `brace_match`; without any word, all four. By default a missing file is skipped silently. It applies to the lines below it, up to the end of the file that contains it, so place it at the top of the main file.",
      arguments: [
        {
          name: "check",
          type: "enum",
          values: [
            { value: "read", summary: "A file that matches but cannot be read is an error." },
            { value: "match", summary: "A name without wildcards that matches no file is an error." },
            { value: "wildcard_match", summary: "A pattern with wildcards that matches no file is an error too." },
            { value: "brace_match", summary: "Every alternative in braces must match a file." },
          ],
          caseSensitive: true,
          prefixes: ["+", "-"],
          optional: true,
          variadic: true,
          default: "all four checks",
          note: "The first word without a sign starts a new set; + adds to the set, - removes from it; further words without a sign are errors.",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
      surplusWords: "variadic",
      features: ["child-processes"],
    },
    {
      name: "config_save_dir",
      kind: "option",
      since: "2.2.3",
      summary:
        "Directory into which keepalived dumps its configuration state before and after each reload, to diagnose problems with reloads; unset by default. It is created when missing, even by `keepalived -t`, but its parent must exist. The files accumulate.",
      arguments: [{ name: "directory", type: "path" }],
      badValue: "ignored",
      features: ["child-processes"],
    },
    {
      name: "tmp_config_directory",
      kind: "option",
      since: "2.2.0",
      summary:
        "Directory for the temporary copy of the configuration that all processes read; by default the copy is kept in memory. Useful only for huge configurations. Place it at the very top; a reload cannot change it.",
      arguments: [{ name: "directory", type: "path" }],
      missingArgument: "error",
      repetition: "first-wins",
    },
    {
      name: "data_use_instance",
      kind: "option",
      since: "2.2.3",
      summary:
        "Adds the `instance` name and the network namespace to the names of the dump files that signals produce, so that several daemons on a host do not overwrite each other's files. Off by default.",
      arguments: [truth],
      default: "false",
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "json_version",
      kind: "option",
      since: "2.2.8",
      summary:
        "Layout of the JSON dump: `1` (default) is a bare list of VRRP data, `2` puts it under a name and adds tracked processes. Change it together with the programs that read the dump. Requires 2.2.8 and a build with JSON.",
      arguments: [{ name: "version", type: "uint", min: 1, max: 2 }],
      default: "1",
      missingArgument: "error",
      badValue: "ignored",
      features: ["json"],
    },
    {
      name: "iproute_usr_dir",
      kind: "option",
      since: "2.3.2",
      summary:
        "Directory of the name files that iproute2 ships, such as `rt_tables`; the default is determined when keepalived is built. Set it when names of tables or protocols are reported as unknown. Files in `iproute_etc_dir` take precedence.",
      arguments: [{ name: "directory", type: "path" }],
      default: "as keepalived was built",
      missingArgument: "error",
      surplusWords: "error-line-dropped",
      features: ["vrrp"],
    },
    {
      name: "iproute_etc_dir",
      kind: "option",
      since: "2.3.2",
      summary:
        "Directory of the host's own iproute2 name files, usually `/etc/iproute2`; the default is determined when keepalived is built. Its entries override those of `iproute_usr_dir`. Requires 2.3.2.",
      arguments: [{ name: "directory", type: "path" }],
      default: "as keepalived was built",
      missingArgument: "error",
      surplusWords: "error-line-dropped",
      features: ["vrrp"],
    },
    {
      name: "state_dump_file",
      kind: "option",
      since: "2.3.3",
      summary:
        "Destination of the state dump that `SIGUSR1` requests. A path ending in `/` is a directory and keeps the standard file names; otherwise each process appends its own suffix to the name. Choose a tmpfs: slow storage blocks VRRP during the write.",
      arguments: [{ name: "file", type: "path", minLength: 1 }],
      missingArgument: "error",
      surplusWords: "error-line-dropped",
    },
    {
      name: "stats_dump_file",
      kind: "option",
      since: "2.3.3",
      summary:
        "Destination of the statistics that `SIGUSR2` requests. A path ending in `/` is a directory and keeps the standard file name. Choose a tmpfs: slow storage blocks VRRP during the write.",
      arguments: [{ name: "file", type: "path", minLength: 1 }],
      missingArgument: "error",
      surplusWords: "error-line-dropped",
    },
    {
      name: "json_dump_file",
      kind: "option",
      since: "2.3.3",
      summary:
        "Destination of the JSON dump, in a build with JSON. A path ending in `/` is a directory and keeps the standard file name. Choose a tmpfs: slow storage blocks VRRP during the write.",
      arguments: [{ name: "file", type: "path", minLength: 1 }],
      missingArgument: "error",
      surplusWords: "error-line-dropped",
    },
  ],
};
