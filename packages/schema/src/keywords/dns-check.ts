import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry } from "./entry.js";

export const dnsCheck: KeywordEntry = {
  name: "DNS_CHECK",
  kind: "block",
  since: "1.3.0",
  summary:
    "Sends a recursive DNS query over UDP; any reply with response code NOERROR is success, even one without records. By default it asks for the `SOA` of the root, which an authoritative-only server may refuse: set `name` and `type`. The port is the real server's, not automatically 53.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    { ...checkerOptions.connect_ip, since: "1.3.0" },
    { ...checkerOptions.connect_port, since: "1.3.0" },
    { ...checkerOptions.bindto, since: "1.3.0" },
    {
      ...checkerOptions.bind_port,
      since: "1.3.0",
      summary:
        "Local source port of the check; ignored without `bindto`. Best omitted: two checks cannot use the same address and port at the same time.",
    },
    { ...checkerOptions.bind_if, since: "1.3.7" },
    {
      ...checkerOptions.connect_timeout,
      since: "1.3.0",
      summary:
        "Seconds to wait for the reply; defaults to the real server's value, else 5. A refused port fails at once, a silent one only after this time.",
    },
    { ...checkerOptions.fwmark, since: "1.3.0" },
    {
      ...checkerOptions.retry,
      since: "1.3.0",
      summary:
        "Number of further queries after a failed one before the server is taken out of service; defaults to the real server's value, else 3. As the queries are `delay_loop` apart by default, a dead server may stay in service for minutes. There are no retries right after a start or while the server is down.",
      default: "3",
    },
    {
      ...checkerOptions.delay_before_retry,
      since: "1.3.7",
      summary:
        "Seconds between the queries counted by `retry`; defaults to the real server's value, else `delay_loop`. With all defaults, a dead server stays in service for more than three minutes: set one or two seconds.",
      default: "delay_loop",
    },
    { ...checkerOptions.warmup, since: "1.3.7" },
    { ...checkerOptions.delay_loop, since: "1.3.7" },
    { ...checkerOptions.alpha, since: "1.3.7" },
    { ...checkerOptions.log_all_failures, since: "2.0.11" },
    {
      name: "type",
      kind: "option",
      since: "1.3.0",
      summary:
        "Record type to ask for, `SOA` by default, in any case: `A`, `AAAA`, `NS`, `CNAME`, `SOA`, `MX`, `TXT`, `RRSIG` or `DNSKEY`. An unknown type is reported and the default stays.",
      arguments: [
        {
          name: "type",
          type: "enum",
          values: [
            { value: "A", summary: "IPv4 address of the name." },
            { value: "NS", summary: "Name servers of the zone." },
            { value: "CNAME", summary: "Canonical name behind an alias." },
            { value: "SOA", summary: "Start of authority of the zone; the default." },
            { value: "MX", summary: "Mail servers of the domain." },
            { value: "TXT", summary: "Text records of the name." },
            { value: "AAAA", summary: "IPv6 address of the name." },
            {
              value: "RRSIG",
              summary: "DNSSEC signatures of the name; servers may refuse or shorten the answer.",
              since: "1.3.7",
            },
            {
              value: "DNSKEY",
              summary:
                "DNSSEC keys of the zone; a truncated answer passes as well, since only the response code counts.",
              since: "1.3.7",
            },
          ],
          caseSensitive: false,
        },
      ],
      default: "SOA",
      badValue: "ignored",
    },
    {
      name: "name",
      kind: "option",
      since: "1.3.0",
      summary:
        "Domain name to ask for, the root (`.`) by default. Choose one that the server really serves: a name that does not exist (NXDOMAIN) fails the check. A second `name`, or an empty label, is reported and ignored.",
      arguments: [{ name: "name", type: "string", note: "No label may be empty." }],
      default: ".",
      badValue: "ignored",
      repetition: "first-wins",
      variants: [{ until: "2.0.20", repetition: "last-wins" }],
    },
  ],
};
