import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry } from "./entry.js";

export const tcpCheck: KeywordEntry = {
  name: "TCP_CHECK",
  kind: "block",
  since: "1.0.0",
  summary:
    "Opens a TCP connection and closes it at once; a completed handshake is success. It shows that something listens, not that the service answers: prefer `HTTP_GET` or `SMTP_CHECK` where they fit. Say `connect_port` if the `real_server` line has no port.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      ...checkerOptions.connect_ip,
      since: "1.2.13",
      summary:
        "Address to check instead of the real server's own, for example a management address. An invalid one is reported, but leaves the check without a destination. Write it before `bindto`.",
    },
    {
      ...checkerOptions.connect_port,
      since: "1.0.0",
      summary:
        "Port to check; by default the port written in the `real_server` line. A port that the real server only takes over from the virtual server does not count: then set it here, or the check goes to port 0.",
    },
    {
      ...checkerOptions.bindto,
      since: "1.1.2",
      summary:
        "Local source address of the check; by default the kernel chooses. Its family must be that of the destination, so it comes after a `connect_ip` of another family. An address that this host lacks, such as a VIP of the other node, stops the check without a failure: the server keeps its last state.",
    },
    {
      ...checkerOptions.bind_port,
      since: "1.2.13",
      summary:
        "Local source port of the check; only with `bindto`, otherwise it is ignored. Best left out: a fixed port stays busy for a minute after each connection, and a run that cannot bind is skipped.",
    },
    {
      ...checkerOptions.bind_if,
      since: "1.3.7",
      summary:
        "Network interface that the check is tied to; needed where the destination is an IPv6 link-local address, else the check is dropped. If the interface does not exist the check cannot run and the server keeps its last state.",
    },
    {
      ...checkerOptions.connect_timeout,
      since: "1.0.0",
      summary:
        "Seconds to wait for the TCP handshake; by default as in the real server, else 5. A refused connection fails at once, a silent host only after this time.",
    },
    {
      ...checkerOptions.fwmark,
      since: "1.2.13",
      summary:
        "Firewall mark to put on the check's packets, for policy routing or firewall rules; 0, the default, sets none.",
    },
    {
      ...checkerOptions.retry,
      since: "1.2.20",
      summary:
        "How many more attempts follow a failed one before the server is taken out; by default as in the real server, else 1. `0` acts on the first failure. Right after a start, and while the server is down, there are no retries.",
      default: "1",
    },
    {
      ...checkerOptions.delay_before_retry,
      since: "1.2.20",
      summary:
        "Seconds between a failed attempt and the next one counted by `retry`; by default as in the real server, else 1.",
      default: "1",
    },
    {
      ...checkerOptions.warmup,
      since: "1.2.13",
      summary:
        "Upper limit, in seconds, of the random wait before the first run of this check. By default as in the real server, else `delay_loop`; `0` removes the wait. With `alpha` the server is out of service meanwhile.",
    },
    {
      ...checkerOptions.delay_loop,
      since: "1.3.7",
      summary:
        "Seconds between two runs of this check while all is well, and while the server is down; by default as in the real server, else 60.",
    },
    {
      ...checkerOptions.alpha,
      since: "1.3.7",
      summary:
        "Keeps the server out of service after a start until this check has succeeded once. By default as in the real server; `alpha off` exempts this check.",
    },
    {
      ...checkerOptions.log_all_failures,
      since: "2.0.11",
      summary:
        "Logs every failed attempt of this check while the server is up, not only the one that takes it out. Off by default; global `checker_log_all_failures` does so for all checks.",
    },
  ],
};

export const pingCheck: KeywordEntry = {
  name: "PING_CHECK",
  kind: "block",
  since: "2.1.0",
  summary:
    "Sends one ICMP echo request per run and expects the reply. A host can answer pings while its service is dead, so use it beside another check. keepalived may widen the sysctl `net.ipv4.ping_group_range` to be allowed to send. Since 2.1.0.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      ...checkerOptions.connect_ip,
      since: "2.1.0",
      summary:
        "Address to ping instead of the real server's own, for example a management address. An invalid one is reported, but leaves the check without a destination. Write it before `bindto`.",
    },
    {
      ...checkerOptions.connect_port,
      since: "2.1.0",
      summary:
        "Without effect: ICMP has no ports, and the keyword is accepted only because all network checks share it. Delete the line.",
    },
    {
      ...checkerOptions.bindto,
      since: "2.1.0",
      summary:
        "Local source address of the check; by default the kernel chooses. Its family must be that of the destination, so it comes after a `connect_ip` of another family. An address that this host lacks, such as a VIP of the other node, stops the check without a failure: the server keeps its last state.",
    },
    {
      ...checkerOptions.bind_port,
      since: "2.1.0",
      summary:
        "Of no use: ICMP has no ports. With `bindto` the kernel takes the number as the ICMP identifier, so two such checks may clash; delete the line.",
    },
    {
      ...checkerOptions.bind_if,
      since: "2.1.0",
      summary:
        "Network interface that the check is tied to; needed where the destination is an IPv6 link-local address, else the check is dropped. If the interface does not exist the check cannot run and the server keeps its last state.",
    },
    {
      ...checkerOptions.connect_timeout,
      since: "2.1.0",
      summary: "Seconds to wait for the echo reply; by default as in the real server, else 5.",
    },
    {
      ...checkerOptions.fwmark,
      since: "2.1.0",
      summary:
        "Accepted but not applied to the echo requests of this check (2.4.3), so policy routing by mark does not see them; use `bind_if` or `bindto`.",
    },
    {
      ...checkerOptions.retry,
      since: "2.1.0",
      summary:
        "How many more attempts follow a failed one before the server is taken out; by default as in the real server, else 1. `0` acts on the first failure. Right after a start, and while the server is down, there are no retries.",
      default: "1",
    },
    {
      ...checkerOptions.delay_before_retry,
      since: "2.1.0",
      summary:
        "Seconds between a failed attempt and the next one counted by `retry`; by default as in the real server, else 1.",
      default: "1",
    },
    {
      ...checkerOptions.warmup,
      since: "2.1.0",
      summary:
        "Upper limit, in seconds, of the random wait before the first run of this check. By default as in the real server, else `delay_loop`; `0` removes the wait. With `alpha` the server is out of service meanwhile.",
    },
    {
      ...checkerOptions.delay_loop,
      since: "2.1.0",
      summary:
        "Seconds between two runs of this check while all is well, and while the server is down; by default as in the real server, else 60.",
    },
    {
      ...checkerOptions.alpha,
      since: "2.1.0",
      summary:
        "Keeps the server out of service after a start until this check has succeeded once. By default as in the real server; `alpha off` exempts this check.",
    },
    {
      ...checkerOptions.log_all_failures,
      since: "2.1.0",
      summary:
        "Logs every failed attempt of this check while the server is up, not only the one that takes it out. Off by default; global `checker_log_all_failures` does so for all checks.",
    },
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
    {
      ...checkerOptions.connect_ip,
      since: "2.1.0",
      summary:
        "Address to check instead of the real server's own, for example a management address. An invalid one is reported, but leaves the check without a destination. Write it before `bindto`.",
    },
    {
      ...checkerOptions.connect_port,
      since: "2.1.0",
      summary:
        "Port to check; by default the port written in the `real_server` line. A port that the real server only takes over from the virtual server does not count: then set it here, or the check goes to port 0.",
    },
    {
      ...checkerOptions.bindto,
      since: "2.1.0",
      summary:
        "Local source address of the check; by default the kernel chooses. Its family must be that of the destination, so it comes after a `connect_ip` of another family. An address that this host lacks, such as a VIP of the other node, makes the check fail.",
    },
    {
      ...checkerOptions.bind_port,
      since: "2.1.0",
      summary:
        "Local source port of the check; only with `bindto`, otherwise it is ignored. Best left out: two checks cannot use the same address and port at the same time.",
    },
    {
      ...checkerOptions.bind_if,
      since: "2.1.0",
      summary:
        "Network interface that the check is tied to; needed where the destination is an IPv6 link-local address, else the check is dropped. If the interface does not exist the check fails.",
    },
    {
      ...checkerOptions.connect_timeout,
      since: "2.1.0",
      summary:
        "Seconds to wait for a reply or an ICMP error; by default as in the real server, else 5. Below about 4 s an absent host passes unnoticed, since the unanswered ARP requests take that long to turn into an error.",
    },
    {
      ...checkerOptions.fwmark,
      since: "2.1.0",
      summary:
        "Firewall mark to put on the check's packets, for policy routing or firewall rules; 0, the default, sets none.",
    },
    {
      ...checkerOptions.retry,
      since: "2.1.0",
      summary:
        "How many more attempts follow a failed one before the server is taken out; by default as in the real server, else 1. `0` acts on the first failure. Right after a start, and while the server is down, there are no retries.",
      default: "1",
    },
    {
      ...checkerOptions.delay_before_retry,
      since: "2.1.0",
      summary:
        "Seconds between a failed attempt and the next one counted by `retry`; by default as in the real server, else 1.",
      default: "1",
    },
    {
      ...checkerOptions.warmup,
      since: "2.1.0",
      summary:
        "Upper limit, in seconds, of the random wait before the first run of this check. By default as in the real server, else `delay_loop`; `0` removes the wait. With `alpha` the server is out of service meanwhile.",
    },
    {
      ...checkerOptions.delay_loop,
      since: "2.1.0",
      summary:
        "Seconds between two runs of this check while all is well, and while the server is down; by default as in the real server, else 60.",
    },
    {
      ...checkerOptions.alpha,
      since: "2.1.0",
      summary:
        "Keeps the server out of service after a start until this check has succeeded once. By default as in the real server; `alpha off` exempts this check.",
    },
    {
      ...checkerOptions.log_all_failures,
      since: "2.1.0",
      summary:
        "Logs every failed attempt of this check while the server is up, not only the one that takes it out. Off by default; global `checker_log_all_failures` does so for all checks.",
    },
    {
      name: "payload",
      kind: "option",
      since: "2.2.0",
      summary:
        "Data to send, as hex digits; blanks may separate bytes (`de ad be ef`). Without it a filler text is sent, which few services answer. Since 2.2.0.",
      arguments: [{ name: "hex", type: "hex", variadic: true, note: "Blanks may stand between bytes." }],
      missingArgument: "error",
      badValue: "ignored",
      surplusWords: "variadic",
    },
    {
      name: "require_reply",
      kind: "option",
      since: "2.1.0",
      summary:
        "Makes a reply necessary, and with hex digits also its content; `x` stands for any half byte. Only the shorter of pattern and reply is compared, so a short reply passes if it fits so far: set `min_reply_length`. Usually needs a `payload` that the service answers.",
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
        "Shortest acceptable reply in bytes, 0 by default. Looked at only if `require_reply` has a pattern (2.4.3). Above `max_reply_length` the check always fails. Since 2.2.0.",
      arguments: [{ name: "bytes", type: "uint", min: 0, max: 65535 }],
      default: "0",
      badValue: "ignored",
    },
    {
      name: "max_reply_length",
      kind: "option",
      since: "2.2.0",
      summary:
        "Longest acceptable reply in bytes, 255 by default: raise it for services with longer answers, which otherwise fail. Looked at only if `require_reply` has a pattern (2.4.3). Since 2.2.0.",
      arguments: [{ name: "bytes", type: "uint", min: 0, max: 65535 }],
      default: "255",
      badValue: "ignored",
    },
  ],
};
