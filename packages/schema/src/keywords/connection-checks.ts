import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry } from "./entry.js";

export const tcpCheck: KeywordEntry = {
  name: "TCP_CHECK",
  kind: "block",
  since: "1.0.0",
  summary:
    "Opens a TCP connection and closes it at once; a completed handshake is success. It proves that something listens, not that the service works: prefer `HTTP_GET` or `SMTP_CHECK` where they fit. Set `connect_port` if the `real_server` line has no port.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    { ...checkerOptions.connect_ip, since: "1.2.13" },
    { ...checkerOptions.connect_port, since: "1.0.0" },
    { ...checkerOptions.bindto, since: "1.1.2" },
    { ...checkerOptions.bind_port, since: "1.2.13" },
    { ...checkerOptions.bind_if, since: "1.3.7" },
    {
      ...checkerOptions.connect_timeout,
      since: "1.0.0",
      summary:
        "Seconds to wait for the TCP handshake; defaults to the real server's value, else 5. A refused connection fails at once, a silent host only after this time.",
    },
    { ...checkerOptions.fwmark, since: "1.2.13" },
    { ...checkerOptions.retry, since: "1.2.20", default: "1" },
    { ...checkerOptions.delay_before_retry, since: "1.2.20", default: "1" },
    { ...checkerOptions.warmup, since: "1.2.13" },
    { ...checkerOptions.delay_loop, since: "1.3.7" },
    { ...checkerOptions.alpha, since: "1.3.7" },
    { ...checkerOptions.log_all_failures, since: "2.0.11" },
  ],
};

export const pingCheck: KeywordEntry = {
  name: "PING_CHECK",
  kind: "block",
  since: "2.1.0",
  summary:
    "Sends one ICMP echo request per run and expects the reply. A host can answer pings while its service is dead, so combine it with another check. keepalived may widen the sysctl `net.ipv4.ping_group_range` in order to send. Since 2.1.0.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      ...checkerOptions.connect_ip,
      since: "2.1.0",
      summary:
        "Address to ping instead of the real server's own, for example a management address. An invalid address is reported but leaves the check without a destination. Write it before `bindto`.",
    },
    {
      ...checkerOptions.connect_port,
      since: "2.1.0",
      summary:
        "No effect: ICMP has no ports; the keyword is accepted only because all network checks share it. Delete the line.",
    },
    {
      ...checkerOptions.bindto,
      since: "2.1.0",
      summary:
        "Local source address of the echo requests. No release up to 2.4.3 uses it: the kernel chooses the address. It must be of the destination's family, so write it after a `connect_ip` of another family.",
      differences: [
        {
          version: "2.4.4",
          note: "The echo requests come from this address. While the host lacks it, such as a VIP held by the other node, the check does not run and the server keeps its last state.",
        },
      ],
    },
    {
      ...checkerOptions.bind_port,
      since: "2.1.0",
      summary:
        "No useful effect: ICMP has no ports. With `bindto`, the kernel uses the number as the ICMP identifier, so two such checks may clash. Delete the line.",
    },
    {
      ...checkerOptions.bind_if,
      since: "2.1.0",
      summary:
        "Network interface of the echo requests; required for an IPv6 link-local destination, or the check is dropped. No release up to 2.4.3 binds the check to it.",
      differences: [
        {
          version: "2.4.4",
          note: "The check is bound to this interface. While it does not exist, the check does not run and the server keeps its last state.",
        },
      ],
    },
    {
      ...checkerOptions.connect_timeout,
      since: "2.1.0",
      summary: "Seconds to wait for the echo reply; defaults to the real server's value, else 5.",
    },
    {
      ...checkerOptions.fwmark,
      since: "2.1.0",
      summary:
        "Accepted but not applied to the echo requests of this check (2.4.3), so policy routing by mark does not apply to them.",
    },
    { ...checkerOptions.retry, since: "2.1.0", default: "1" },
    { ...checkerOptions.delay_before_retry, since: "2.1.0", default: "1" },
    { ...checkerOptions.warmup, since: "2.1.0" },
    { ...checkerOptions.delay_loop, since: "2.1.0" },
    { ...checkerOptions.alpha, since: "2.1.0" },
    { ...checkerOptions.log_all_failures, since: "2.1.0" },
  ],
};

export const udpCheck: KeywordEntry = {
  name: "UDP_CHECK",
  kind: "block",
  since: "2.1.0",
  summary:
    "Sends one datagram and, unless `require_reply` is given, takes silence as success: only an ICMP unreachable message within `connect_timeout` is a failure. A firewall that drops ICMP therefore makes a dead server look alive. Since 2.1.0.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    { ...checkerOptions.connect_ip, since: "2.1.0" },
    { ...checkerOptions.connect_port, since: "2.1.0" },
    {
      ...checkerOptions.bindto,
      since: "2.1.0",
      summary:
        "Local source address of the check; chosen by the kernel by default. It must be of the destination's family, so write it after a `connect_ip` of another family. An address that this host lacks, such as a VIP held by the other node, makes the check fail.",
    },
    {
      ...checkerOptions.bind_port,
      since: "2.1.0",
      summary:
        "Local source port of the check; ignored without `bindto`. Best omitted: two checks cannot use the same address and port at the same time.",
    },
    {
      ...checkerOptions.bind_if,
      since: "2.1.0",
      summary:
        "Network interface of the check; required for an IPv6 link-local destination, or the check is dropped. No release up to 2.4.3 binds the check to it.",
      differences: [
        {
          version: "2.4.4",
          note: "The check is bound to this interface, and fails while it does not exist.",
        },
      ],
    },
    {
      ...checkerOptions.connect_timeout,
      since: "2.1.0",
      summary:
        "Seconds to wait for a reply or an ICMP error; defaults to the real server's value, else 5. Below about 4 s an absent host goes undetected, because unanswered ARP requests take that long to produce an error.",
    },
    { ...checkerOptions.fwmark, since: "2.1.0" },
    { ...checkerOptions.retry, since: "2.1.0", default: "1" },
    { ...checkerOptions.delay_before_retry, since: "2.1.0", default: "1" },
    { ...checkerOptions.warmup, since: "2.1.0" },
    { ...checkerOptions.delay_loop, since: "2.1.0" },
    { ...checkerOptions.alpha, since: "2.1.0" },
    { ...checkerOptions.log_all_failures, since: "2.1.0" },
    {
      name: "payload",
      kind: "option",
      since: "2.2.0",
      summary:
        "Data to send, as hex digits; spaces may separate bytes (`de ad be ef`). Without it a filler text is sent, which few services answer. Since 2.2.0.",
      arguments: [{ name: "hex", type: "hex", variadic: true, note: "Spaces may separate bytes." }],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "variadic",
    },
    {
      name: "require_reply",
      kind: "option",
      since: "2.1.0",
      summary:
        "Requires a reply and, with hex digits, also checks its content; `x` matches any half byte. Only as many bytes as the shorter of pattern and reply are compared, so a short reply passes if it matches that far: set `min_reply_length`. Usually needs a `payload` that the service answers.",
      arguments: [{ name: "hex", type: "hex", wildcards: "xX", optional: true, variadic: true }],
      missingArgument: "allowed",
      badValue: "ignored",
      surplusWords: "variadic",
    },
    {
      name: "min_reply_length",
      kind: "option",
      since: "2.2.0",
      summary:
        "Minimum length of an acceptable reply in bytes, 0 by default. Used only if `require_reply` has a pattern (2.4.3). Above `max_reply_length` the check always fails. Since 2.2.0.",
      arguments: [{ name: "bytes", type: "uint", min: 0, max: 65535 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "max_reply_length",
      kind: "option",
      since: "2.2.0",
      summary:
        "Maximum length of an acceptable reply in bytes, 255 by default. Raise it for services with longer answers, which otherwise fail. Used only if `require_reply` has a pattern (2.4.3). Since 2.2.0.",
      arguments: [{ name: "bytes", type: "uint", min: 0, max: 65535 }],
      default: "255",
      badValue: "ignored",
    },
  ],
};
