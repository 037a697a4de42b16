import { name } from "./arguments.js";
import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry } from "./entry.js";

export const smtpCheck: KeywordEntry = {
  name: "SMTP_CHECK",
  kind: "block",
  since: "1.1.8",
  summary:
    "Holds a short SMTP dialogue: it expects the greeting 220, sends `HELO`, expects 250 and sends `QUIT`. It sends no mail and does not use TLS. It connects to the real server's port, not automatically to 25.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      name: "helo_name",
      kind: "option",
      since: "1.1.8",
      summary:
        "Name to send with `HELO`, by default `smtpchecker.keepalived.org`. Set it where the server refuses unknown names, or where its log should show who connects.",
      arguments: [name],
      default: "smtpchecker.keepalived.org",
      missingArgument: "error",
      repetition: "last-wins-reported",
      differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
      variants: [{ until: "2.2.7", repetition: "last-wins" }],
    },
    {
      ...checkerOptions.connect_ip,
      since: "1.2.17",
      summary:
        "Address to check instead of the real server's own, for example a management address. An invalid one is reported and the real server's is used.",
    },
    { ...checkerOptions.connect_port, since: "1.2.17" },
    { ...checkerOptions.bindto, since: "1.2.17" },
    { ...checkerOptions.bind_port, since: "1.2.17" },
    { ...checkerOptions.bind_if, since: "1.3.7" },
    {
      ...checkerOptions.connect_timeout,
      since: "1.1.8",
      summary:
        "Seconds to wait for the connection, and again for each answer of the dialogue; defaults to the real server's value, else 5. Servers that delay their greeting need more.",
    },
    { ...checkerOptions.fwmark, since: "1.2.17" },
    {
      ...checkerOptions.retry,
      since: "1.1.8",
      summary:
        "Number of further attempts after a failed one before the server is taken out of service; defaults to the real server's value, else 1. Unlike in other checks, there are retries after a start and while the server is down too.",
      default: "1",
    },
    { ...checkerOptions.delay_before_retry, since: "1.1.8", default: "1" },
    { ...checkerOptions.warmup, since: "1.2.13" },
    { ...checkerOptions.delay_loop, since: "1.3.7" },
    { ...checkerOptions.alpha, since: "1.3.7" },
    { ...checkerOptions.log_all_failures, since: "2.0.11" },
    {
      name: "host",
      kind: "block",
      since: "1.1.8",
      summary:
        "Old form for checking several addresses; only the log mentions that it is deprecated. Write one `SMTP_CHECK` per address instead: in 2.4.3 the settings inside change the enclosing check, and each block adds another check of the real server's own address.",
      deprecated: { since: "1.3.7", replacement: "virtual_server/real_server/SMTP_CHECK", reported: "logged" },
      children: [
        {
          ...checkerOptions.connect_ip,
          since: "1.1.8",
          summary:
            "Address to connect to, by default the real server's. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.connect_port,
          since: "1.1.8",
          summary:
            "Port to connect to, by default the real server's. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.bindto,
          since: "1.1.8",
          summary:
            "Local source address, of the same family as the destination. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.bind_port,
          since: "1.2.13",
          summary:
            "Local source port; ignored without `bindto`. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.bind_if,
          since: "1.3.7",
          summary:
            "Network interface to use, needed for an IPv6 link-local destination. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.connect_timeout,
          since: "1.2.13",
          summary:
            "Seconds to wait for the connection and each answer, defaults to the real server's value, else 5. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.fwmark,
          since: "1.2.13",
          summary:
            "Firewall mark on the check's packets, 0 (none) by default. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.retry,
          since: "1.3.7",
          summary:
            "Further attempts before the server is taken out, defaults to the real server's value, else 1. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
          default: "1",
        },
        {
          ...checkerOptions.delay_before_retry,
          since: "1.3.7",
          summary:
            "Seconds between such attempts, defaults to the real server's value, else 1. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
          default: "1",
        },
        {
          ...checkerOptions.warmup,
          since: "1.3.7",
          summary:
            "Upper limit, in seconds, of the random wait before the first run, defaults to the real server's value, else `delay_loop`. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.delay_loop,
          since: "1.3.7",
          summary:
            "Seconds between two runs, defaults to the real server's value, else 60. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.alpha,
          since: "1.3.7",
          summary:
            "Keeps the server out of service until the check has succeeded once, defaults to the real server's setting. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
        {
          ...checkerOptions.log_all_failures,
          since: "2.0.11",
          summary:
            "Logs every failed attempt while the server is up, off by default. Belongs to the deprecated `host` block, where 2.4.3 applies it to the enclosing `SMTP_CHECK`: write it there.",
        },
      ],
    },
  ],
};
