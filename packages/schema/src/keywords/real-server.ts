import { address, anyDelay, anyPositiveDelay, name, positiveDelay, scriptAndUser, truth } from "./arguments.js";
import { pingCheck, tcpCheck, udpCheck } from "./connection-checks.js";
import { dnsCheck } from "./dns-check.js";
import type { KeywordEntry } from "./entry.js";
import { forwardingMethod, tunnelOptions } from "./forwarding.js";
import { httpGet, sslGet } from "./http-get.js";
import { miscCheck } from "./misc-check.js";
import { smtpCheck } from "./smtp-check.js";
import { bfdCheck, fileCheck } from "./tracker-checks.js";

export const realServer: KeywordEntry = {
  name: "real_server",
  kind: "block",
  since: "1.0.0",
  summary:
    "One server of the service, by address and optional port, with its weight and checks. Without a check it stays in service even when it is dead. Without a port it uses the service's, but its checks do not: give them `connect_port`. Except with `TUN`, its address family must match the service, or it is dropped.",
  arguments: [
    address,
    {
      name: "port",
      type: "port",
      min: 0,
      max: 65535,
      optional: true,
      note: "0, or no port, is the virtual server's port.",
    },
  ],
  required: "always",
  missingArgument: "fatal",
  badValue: "block-skipped",
  children: [
    {
      name: "weight",
      kind: "option",
      since: "1.0.0",
      summary:
        "Share of traffic relative to the other servers, by default the `weight` of the virtual server, else 1. `0` keeps established connections but admits no new ones; the weight also counts towards `quorum`.",
      arguments: [
        { name: "weight", type: "uint", min: 0, max: 2_147_483_647, until: [{ until: "2.0.20", max: 65_535 }] },
      ],
      inherits: ["virtual_server/weight"],
      badValue: "ignored",
    },
    {
      name: "lvs_method",
      kind: "option",
      since: "1.3.6",
      summary:
        "Forwarding method for this server alone: `NAT`, `DR` or `TUN` with tunnel options; by default that of the virtual server. A line with a wrong option combination applies the method but none of its options.",
      arguments: [forwardingMethod, tunnelOptions],
      inherits: ["virtual_server/lvs_method"],
      badValue: "ignored",
      surplusWords: "error",
      note: "Type gue needs a port and the others take none; ipip takes no checksum option, gre no remcsum. The options are also read for NAT and DR.",
    },
    {
      name: "uthreshold",
      kind: "option",
      since: "1.1.13",
      summary:
        "Number of connections at which the kernel stops sending new ones to this server; 0, the default, means no limit. It resumes below `lthreshold`, or below three quarters of this number if that is unset.",
      arguments: [{ name: "connections", type: "uint", min: 0, max: 4_294_967_295 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "lthreshold",
      kind: "option",
      since: "1.1.13",
      summary:
        "Number of connections below which a server that had reached `uthreshold` receives new ones again. 0, the default, means the kernel's three quarters of `uthreshold`. No effect without `uthreshold`.",
      arguments: [{ name: "connections", type: "uint", min: 0, max: 4_294_967_295 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "inhibit_on_failure",
      kind: "option",
      since: "1.0.0",
      summary:
        "Sets the weight of this server to 0 when it fails instead of removing it from the IPVS table, so that established connections continue. Defaults to the virtual server's setting. Persistent clients may still be sent to the failed server.",
      arguments: [truth],
      inherits: ["virtual_server/inhibit_on_failure"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "notify_up",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run when this server enters service. Put the command and its arguments into one quoted string: words after it are read as user and group. Servers that merely start up do not trigger it unless the global `rs_init_notifies` is set.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_down",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run when this server leaves service; on shutdown only with `omega`. Put the command and its arguments into one quoted string: words after it are read as user and group.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "alpha",
      kind: "option",
      since: "1.3.7",
      summary:
        "Keeps this server out of service after a start until its checks have succeeded once; defaults to the virtual server's setting. No effect on a server without checks.",
      arguments: [truth],
      inherits: ["virtual_server/alpha"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "retry",
      kind: "option",
      since: "1.3.7",
      summary:
        "Number of further attempts of this server's checks after a first failure before the server is taken out of service. Defaults to the virtual server's value, else to each check's own: 1, `DNS_CHECK` 3, `MISC_CHECK` 0. `0` is allowed only inside a check.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 4_294_967_295 }],
      inherits: ["virtual_server/retry"],
      badValue: "ignored",
    },
    {
      name: "delay_before_retry",
      kind: "option",
      since: "1.3.7",
      summary:
        "Seconds between the attempts counted by `retry`, for all checks of this server. Defaults to the virtual server's value, else 3 s for `HTTP_GET` and `SSL_GET`, `delay_loop` for `DNS_CHECK`, 1 s for the others.",
      arguments: [anyDelay],
      inherits: ["virtual_server/delay_before_retry"],
      badValue: "ignored",
    },
    {
      name: "warmup",
      kind: "option",
      since: "1.3.7",
      summary:
        "Upper limit, in seconds, of the random delay before the first run of this server's checks. Defaults to the virtual server's value, else `delay_loop`; `0` removes the delay.",
      arguments: [anyDelay],
      inherits: ["virtual_server/warmup"],
      badValue: "ignored",
    },
    {
      name: "connect_timeout",
      kind: "option",
      since: "2.0.13",
      summary:
        "Seconds that this server's checks wait for the connection and for each answer; defaults to the virtual server's value, else 5. At this level since 2.0.13.",
      arguments: [positiveDelay],
      inherits: ["virtual_server/connect_timeout"],
      badValue: "ignored",
    },
    {
      name: "delay_loop",
      kind: "option",
      since: "1.3.7",
      summary: "Seconds between two runs of this server's checks; defaults to the virtual server's value, else 60.",
      arguments: [anyPositiveDelay],
      inherits: ["virtual_server/delay_loop"],
      badValue: "ignored",
    },
    {
      name: "smtp_alert",
      kind: "option",
      since: "2.0.0",
      summary:
        "Sends email when this server goes up or down. Defaults to the global `smtp_alert_checker`, then to `smtp_alert`, then to on (unlike for the virtual server). Requires `smtp_server` and `notification_email`; `no_checker_emails` suppresses emails about single checks that do not change the server's state.",
      arguments: [truth],
      default: "true",
      inherits: ["global_defs/smtp_alert_checker", "global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "virtualhost",
      kind: "option",
      since: "1.3.6",
      summary:
        "Host name that this server's `HTTP_GET` and `SSL_GET` checks send unless the URL or the check names one. It is not used for SNI: for that name it in the check, the URL or the virtual server.",
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
        "Name of this server in the SNMP tables, to tell servers apart in monitoring. No effect on balancing. Since 2.2.3, in builds with SNMP.",
      arguments: [name],
      missingArgument: "error",
      repetition: "last-wins-reported",
      surplusWords: "error-line-dropped",
      features: ["snmp-checker"],
      differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
      variants: [{ until: "2.2.7", repetition: "last-wins" }],
    },
    miscCheck,
    smtpCheck,
    tcpCheck,
    pingCheck,
    udpCheck,
    httpGet,
    sslGet,
    dnsCheck,
    fileCheck,
    bfdCheck,
  ],
};
