import {
  address,
  anyDelay,
  anyPositiveDelay,
  largestNumber,
  name,
  positiveDelay,
  scriptAndUser,
  truth,
} from "./arguments.js";
import type { KeywordEntry } from "./entry.js";
import { forwardingMethod, scheduler, tunnelOptions } from "./forwarding.js";
import { realServer } from "./real-server.js";

export const virtualServerGroup: KeywordEntry = {
  name: "virtual_server_group",
  kind: "lines",
  since: "1.0.2",
  summary:
    "Named list of addresses, ranges and firewall marks that one `virtual_server group NAME` serves together, so that each real server is checked once instead of once per address. Without `nftables_ipvs`, every address becomes an IPVS service of its own. At most one virtual server per protocol and address family may use a group. A virtual server that names an undefined group is dropped with only a log message.",
  arguments: [name],
  lines: "vsg_entry",
  defines: "virtual_server_group",
  missingArgument: "fatal",
  processes: ["checker"],
  features: ["lvs"],
  note: "Further words after the name are reported.",
};

export const virtualServer: KeywordEntry = {
  name: "virtual_server",
  kind: "block",
  since: "1.0.0",
  summary:
    "One load-balanced service, identified by address and port, by `fwmark NUMBER` or by `group NAME`, with its scheduler, forwarding method and real servers. Port `0` or no port means every port and requires persistence. It is dropped if it has no valid `real_server`; the address itself must be set elsewhere, usually by a `vrrp_instance`.",
  arguments: [
    {
      name: "address",
      type: "variant",
      variants: [
        [
          { name: "ip", type: "ip", family: "any" },
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
          { name: "fwmark", type: "literal", value: "fwmark" },
          {
            name: "fwmark",
            type: "uint",
            min: 0,
            max: 4_294_967_295,
            summary:
              "Serves all packets that the firewall has given this mark, regardless of address, port and protocol.",
          },
        ],
        [
          { name: "group", type: "literal", value: "group" },
          {
            name: "group",
            type: "reference",
            to: "virtual_server_group",
            defined: "anywhere",
            summary:
              "Serves all addresses and marks of the `virtual_server_group` of this name, which may be defined earlier or later in the configuration.",
          },
        ],
      ],
    },
  ],
  missingArgument: "fatal",
  badValue: "block-skipped",
  processes: ["checker"],
  features: ["lvs"],
  children: [
    {
      name: "ip_family",
      kind: "option",
      since: "1.2.20",
      summary:
        "Address family of a `fwmark` or `group` service: `inet` or `inet6`. Needed only if nothing else determines it, that is, if all real servers are tunnelled; otherwise it follows from the servers. A value that contradicts the known family is reported and ignored.",
      arguments: [
        {
          name: "family",
          type: "enum",
          values: [
            { value: "inet", summary: "IPv4, also assumed if nothing determines the family." },
            { value: "inet6", summary: "IPv6; real servers must then be IPv6 too, unless they are tunnelled." },
          ],
          caseSensitive: true,
        },
      ],
      badValue: "ignored",
      context: "Virtual servers by fwmark or group.",
    },
    {
      name: "retry",
      kind: "option",
      since: "1.3.7",
      summary:
        "Number of further attempts of a check after its first failure before the server is taken out of service; the default for all checks below. Without it each check uses its own: 1, `DNS_CHECK` 3, `MISC_CHECK` 0. `0` is allowed only inside a check.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 4_294_967_295 }],
      default: "the checker's own",
      badValue: "ignored",
    },
    {
      name: "delay_before_retry",
      kind: "option",
      since: "1.3.7",
      summary:
        "Seconds between the attempts counted by `retry`, the default for all checks below. Without it `HTTP_GET` and `SSL_GET` wait 3 s, `DNS_CHECK` waits `delay_loop`, all others 1 s.",
      arguments: [anyDelay],
      default: "the checker's own",
      badValue: "ignored",
    },
    {
      name: "warmup",
      kind: "option",
      since: "1.3.7",
      summary:
        "Upper limit, in seconds, of the random delay before the first run of each check, which spreads the load after a start. Without it the limit is `delay_loop`, so with `alpha` servers may stay out of service for up to a minute; `0` removes the delay.",
      arguments: [anyDelay],
      inherits: ["virtual_server/delay_loop"],
      badValue: "ignored",
    },
    {
      name: "connect_timeout",
      kind: "option",
      since: "2.0.13",
      summary:
        "Seconds that a check waits for the connection and for each answer, 5 by default; inherited by the real servers and their checks. A dead server is detected after about `delay_loop` plus (`retry` + 1) times this value plus the retry delays. At this level since 2.0.13.",
      arguments: [positiveDelay],
      default: "5",
      badValue: "ignored",
    },
    {
      name: "delay_loop",
      kind: "option",
      since: "1.0.0",
      summary:
        "Seconds between two runs of a check, 60 by default, inherited by real servers and checks. With the default, a dead server can receive traffic for more than a minute; a few seconds suit most services.",
      arguments: [anyPositiveDelay],
      default: "60",
      badValue: "ignored",
    },
    {
      name: "inhibit_on_failure",
      kind: "flag",
      since: "1.3.7",
      summary:
        "Keeps failed real servers in the IPVS table with weight 0 instead of removing them, so that established connections continue. Persistent clients, and hashing schedulers without their fallback flag, may still send traffic to the failed server. Takes no value here; a real server can set `inhibit_on_failure off`.",
      default: "off",
    },
    {
      name: "lb_algo",
      kind: "option",
      since: "1.0.0",
      summary:
        "Older name of `lvs_sched`, still accepted silently: the scheduler that selects the real server for a new connection; `wlc`, with an error, if absent. If a block has both, the later one counts.",
      arguments: [scheduler],
      default: "wlc",
      badValue: "ignored",
      aliasOf: "lvs_sched",
    },
    {
      name: "lvs_sched",
      kind: "option",
      since: "1.1.5",
      summary:
        "Scheduler that selects the real server for a new connection; `wlc`, with an error, if absent. The kernel needs the module `ip_vs_NAME` for it: without the module the service cannot be set up, and `keepalived -t` does not notice. Write it before `sh-…` and `mh-…` flags.",
      arguments: [scheduler],
      default: "wlc",
      badValue: "ignored",
      required: "or it is reported and wlc is used",
    },
    {
      name: "hashed",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Accepted for compatibility and without effect. Unless `lvs_sched` is `sh` or `mh` above it, it is even reported as an error. Delete the line.",
    },
    {
      name: "ops",
      kind: "flag",
      since: "1.2.8",
      summary:
        "One-packet scheduling: every UDP datagram is balanced on its own and no connection entry is kept. For stateless services such as DNS. With `TCP` or `SCTP` it is reported and cleared; it cannot be combined with persistence.",
      context: "UDP only.",
    },
    {
      name: "flag-1",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Sets scheduler flag 1 of the IPVS service, whose meaning depends on the scheduler. For `sh` and `mh` this bit is the fallback flag; `sh-fallback` or `mh-fallback` says so more clearly.",
      features: ["ipvs-scheduler-flags"],
    },
    {
      name: "flag-2",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Sets scheduler flag 2 of the IPVS service, whose meaning depends on the scheduler. For `sh` and `mh` this bit is the port flag; `sh-port` or `mh-port` says so more clearly.",
      features: ["ipvs-scheduler-flags"],
    },
    {
      name: "flag-3",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Sets scheduler flag 3 of the IPVS service, whose meaning depends on the scheduler. No scheduler of the mainline kernel uses it.",
      features: ["ipvs-scheduler-flags"],
    },
    {
      name: "sh-port",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Includes the client's source port in the hash of the `sh` scheduler, so that one client address is spread over several servers. Must come after `lvs_sched sh`; after `mh` it is ignored silently, after anything else reported and ignored.",
      context: "After lvs_sched sh.",
      features: ["ipvs-scheduler-flags"],
      note: "Reported otherwise, except after lvs_sched mh, where it does nothing.",
    },
    {
      name: "sh-fallback",
      kind: "flag",
      since: "1.3.0",
      summary:
        "Lets the `sh` scheduler choose another server when the hashed one has weight 0 or is overloaded. Without it such clients are refused, which is a problem with `inhibit_on_failure`. Must come after `lvs_sched sh`.",
      context: "After lvs_sched sh.",
      features: ["ipvs-scheduler-flags"],
      note: "Reported otherwise, except after lvs_sched mh, where it does nothing.",
    },
    {
      name: "mh-port",
      kind: "flag",
      since: "2.0.20",
      summary:
        "Includes the client's source port in the hash of the `mh` scheduler, so that one client address is spread over several servers. Must come after `lvs_sched mh`; after `sh` it is ignored silently, after anything else reported and ignored.",
      context: "After lvs_sched mh.",
      features: ["ipvs-scheduler-flags"],
      note: "Reported otherwise, except after lvs_sched sh, where it does nothing.",
    },
    {
      name: "mh-fallback",
      kind: "flag",
      since: "2.0.20",
      summary:
        "Lets the `mh` scheduler choose another server when the hashed one has weight 0 or is overloaded. Without it such clients are refused, which is a problem with `inhibit_on_failure`. Must come after `lvs_sched mh`.",
      context: "After lvs_sched mh.",
      features: ["ipvs-scheduler-flags"],
      note: "Reported otherwise, except after lvs_sched sh, where it does nothing.",
    },
    {
      name: "lb_kind",
      kind: "option",
      since: "1.0.0",
      summary:
        "Older name of `lvs_method`, still accepted silently: the forwarding method `NAT`, `DR` or `TUN` with its tunnel options. If a block has both, the later one counts.",
      arguments: [forwardingMethod, tunnelOptions],
      default: "NAT",
      badValue: "ignored",
      surplusWords: "error",
      aliasOf: "lvs_method",
      note: "Type gue needs a port and the others take none; ipip takes no checksum option, gre no remcsum. The options are also read for NAT and DR.",
    },
    {
      name: "lvs_method",
      kind: "option",
      since: "1.1.5",
      summary:
        "How packets reach the real servers: `NAT`, `DR` or `TUN`, in capitals; `NAT`, with an error, if absent. Only `NAT` can change the port: with `DR` and `TUN` a different real server port is reset to the service's. Tunnel options follow on the same line; an invalid combination drops all of them.",
      arguments: [forwardingMethod, tunnelOptions],
      default: "NAT",
      badValue: "ignored",
      surplusWords: "error",
      required: "or it is reported and NAT is used",
      note: "Type gue needs a port and the others take none; ipip takes no checksum option, gre no remcsum. The options are also read for NAT and DR.",
    },
    {
      name: "persistence_engine",
      kind: "option",
      since: "1.2.20",
      summary:
        "IPVS persistence engine that identifies sessions by something other than the client's address; the kernel provides `sip`, which uses the Call-ID of SIP over UDP. The name is not checked and is used only together with `persistence_timeout`; longer names are truncated to 15 characters.",
      arguments: [
        { name: "engine", type: "string", maxLength: 15, note: "Such as sip; the kernel must have the module." },
      ],
      badValue: "truncated",
    },
    {
      name: "persistence_timeout",
      kind: "option",
      since: "1.0.0",
      summary:
        "Seconds for which a client is sent to the same real server, counted from its last connection; 360 if the value is omitted, no persistence if the keyword is. A service for all ports requires it: there 360 is set, with an error.",
      arguments: [
        {
          name: "seconds",
          type: "uint",
          min: 1,
          max: 2_678_400,
          unit: "s",
          optional: true,
          default: "360",
          until: [{ until: "2.1.2", max: largestNumber }],
        },
      ],
      default: "none",
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "persistence_granularity",
      kind: "option",
      since: "1.0.0",
      summary:
        "Groups clients by network for persistence: a dotted netmask for IPv4 (`255.255.255.0`), a prefix length for IPv6. By default each address is a client of its own. It also turns on persistence, with 360 s, unless `persistence_timeout` is set.",
      arguments: [
        {
          name: "mask",
          type: "variant",
          variants: [
            [
              {
                name: "netmask",
                type: "ip",
                family: "ipv4",
                exact: true,
                note: "Short and octal spellings are accepted too.",
              },
            ],
            [{ name: "prefixlen", type: "uint", min: 1, max: 128 }],
          ],
          note: "A dotted mask for IPv4, a prefix length for IPv6.",
        },
      ],
      badValue: "ignored",
    },
    {
      name: "protocol",
      kind: "option",
      since: "1.0.0",
      summary:
        "Transport protocol of the service: `TCP`, `UDP` or `SCTP`. An address service without it is set up as `UDP`, with an error, so a forgotten line breaks every TCP service. A `fwmark` service has none, and there it is reported and ignored.",
      arguments: [
        {
          name: "protocol",
          type: "enum",
          values: [
            { value: "TCP", summary: "Balances TCP connections; upper or lower case." },
            {
              value: "UDP",
              summary:
                "Balances UDP datagrams; also assumed, with an error, if `protocol` is missing; upper or lower case.",
            },
            {
              value: "SCTP",
              summary: "Balances SCTP associations; upper or lower case. The kernel needs IPVS support for it.",
              since: "1.2.20",
            },
          ],
          caseSensitive: false,
        },
      ],
      default: "UDP",
      badValue: "ignored",
      required: "for servers by address, or it is reported and UDP is used",
    },
    {
      name: "ha_suspend",
      kind: "flag",
      since: "1.0.0",
      summary:
        "Runs the checks only while this host holds the service's address, which relieves the real servers of the checks of a VRRP backup. Cannot be used with firewall marks (reported and cleared), nor with a `group`: 2.4.3 never matches its addresses, so its checks would stay off.",
      context: "Not with fwmark.",
    },
    {
      name: "smtp_alert",
      kind: "option",
      since: "2.0.0",
      summary:
        "Sends email when the service gains or loses its quorum. Defaults to the global `smtp_alert_checker`, then to `smtp_alert`, then to off; email about single servers is set in `real_server`. Requires `smtp_server` and `notification_email`.",
      arguments: [truth],
      default: "false",
      inherits: ["global_defs/smtp_alert_checker", "global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "virtualhost",
      kind: "option",
      since: "1.0.0",
      summary:
        "Host name that `HTTP_GET` and `SSL_GET` checks send when neither the URL, the check nor the real server sets one. It is also the SNI name when a check has `enable_sni`.",
      arguments: [name],
      missingArgument: "error",
      repetition: "last-wins-reported",
      differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
      variants: [{ until: "2.2.7", repetition: "last-wins" }],
    },
    {
      name: "snmp_name",
      kind: "option",
      since: "2.2.3",
      summary:
        "Name of this service in the SNMP tables, to tell services apart in monitoring. No effect on balancing. Since 2.2.3, in builds with SNMP.",
      arguments: [name],
      missingArgument: "error",
      repetition: "last-wins-reported",
      surplusWords: "error-line-dropped",
      features: ["snmp-checker"],
      differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
      variants: [{ until: "2.2.7", repetition: "last-wins" }],
    },
    {
      name: "alpha",
      kind: "flag",
      since: "1.1.16",
      summary:
        "Starts with all checked real servers out of service and admits each after its first successful checks; by default servers count as up until a check fails. Servers without any check come up immediately. A flag here; real servers and checks can set `alpha off`.",
      default: "off",
    },
    {
      name: "omega",
      kind: "flag",
      since: "1.1.16",
      summary:
        "On shutdown, runs `notify_down` and `quorum_down` and sends the emails for servers and services that keepalived withdraws. Without it, keepalived stops without these notifications (except SNMP traps).",
      default: "off",
    },
    {
      name: "quorum_up",
      kind: "option",
      since: "1.1.16",
      summary:
        "Script to run when the weight of the live real servers reaches the quorum again. Put the command and its arguments into one quoted string: words after it are read as user and group. Use an absolute path. A second `quorum_up` is reported and ignored.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "quorum_down",
      kind: "option",
      since: "1.1.16",
      summary:
        "Script to run when the weight of the live real servers falls below the quorum; on shutdown only with `omega`. Put the command and its arguments into one quoted string: words after it are read as user and group. A second `quorum_down` is reported and ignored.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "quorum",
      kind: "option",
      since: "1.1.16",
      summary:
        "Total weight, not number, of live real servers that the service needs, 1 by default. Below it, `quorum_down` runs and a `sorry_server`, if there is one, replaces all real servers, including live ones. A value above the sum of the weights is reported and reduced to it.",
      arguments: [{ name: "quorum", type: "uint", min: 1, max: 4_294_967_295 }],
      default: "1",
      badValue: "default",
      fallback: "1",
    },
    {
      name: "hysteresis",
      kind: "option",
      since: "1.1.16",
      summary:
        "Weight by which the live total must exceed `quorum` to gain it, and may fall below it before it is lost; 0 by default. It prevents flapping around the limit. It must be below `quorum`, otherwise it is reported and set to one less.",
      arguments: [{ name: "hysteresis", type: "uint", min: 0, max: 4_294_967_295 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "weight",
      kind: "option",
      since: "1.3.7",
      summary:
        "Weight of real servers that set none themselves, 1 by default. Must be at least 1 here; to drain a server, set `weight 0` in its own block.",
      arguments: [
        { name: "weight", type: "uint", min: 1, max: 2_147_483_647, until: [{ until: "2.0.20", max: 65_535 }] },
      ],
      default: "1",
      badValue: "ignored",
    },
    {
      name: "sorry_server",
      kind: "option",
      since: "1.0.0",
      summary:
        "Server that receives all traffic while the quorum is lost. It is never checked, and with `DR` or `TUN` a port other than the service's is reset. Its address family must match the service unless it is tunnelled; `sorry_server_inhibit` and `sorry_server_lvs_method` must come after it.",
      arguments: [address, { name: "port", type: "port", min: 0, max: 65535, optional: true }],
      badValue: "ignored",
    },
    {
      name: "sorry_server_inhibit",
      kind: "flag",
      since: "1.2.13",
      summary:
        "Keeps the sorry server in the IPVS table with weight 0 while it is not needed, instead of adding and removing it. Rarely needed. Must come after `sorry_server`, otherwise it is reported and ignored.",
      context: "After sorry_server.",
    },
    {
      name: "sorry_server_lvs_method",
      kind: "option",
      since: "1.3.6",
      summary:
        "Forwarding method for the sorry server alone: `NAT`, `DR` or `TUN` with options, as in `lvs_method`, which is the default. Must come after `sorry_server`, otherwise it is reported and ignored.",
      arguments: [forwardingMethod, tunnelOptions],
      badValue: "ignored",
      surplusWords: "error",
      context: "After sorry_server.",
      note: "A missing method ends reading only if sorry_server is above it.",
    },
    realServer,
  ],
};
