import {
  address,
  anyDelay,
  anyPositiveDelay,
  count,
  mark,
  networkInterface,
  port,
  positiveDelay,
  truth,
} from "./arguments.js";
import type { SharedEntry } from "./entry.js";

/**
 * What the checkers have in common: the connection, retries and logging. A checker adds when it got each one, and a
 * summary of its own where the usual one does not fit.
 */
export const checkerOptions = {
  retry: {
    name: "retry",
    summary:
      "Number of further attempts after a failed one before the server is taken out of service; defaults to the real server's value, else 1. `0` acts on the first failure. There are no retries right after a start or while the server is down.",
    kind: "option",
    arguments: [count],
    inherits: ["virtual_server/real_server/retry"],
    badValue: "ignored",
    commonSet: "checker",
  },
  delay_before_retry: {
    name: "delay_before_retry",
    summary:
      "Seconds between a failed attempt and the next one counted by `retry`; defaults to the real server's value, else 1.",
    kind: "option",
    arguments: [anyDelay],
    inherits: ["virtual_server/real_server/delay_before_retry"],
    badValue: "ignored",
    commonSet: "checker",
  },
  warmup: {
    name: "warmup",
    summary:
      "Upper limit, in seconds, of the random delay before the first run of this check. Defaults to the real server's value, else `delay_loop`; `0` removes the delay. With `alpha`, the server is out of service meanwhile.",
    kind: "option",
    arguments: [anyDelay],
    default: "delay_loop",
    inherits: ["virtual_server/real_server/warmup"],
    badValue: "ignored",
    commonSet: "checker",
  },
  delay_loop: {
    name: "delay_loop",
    summary:
      "Seconds between two runs of this check, both while all is well and while the server is down; defaults to the real server's value, else 60.",
    kind: "option",
    arguments: [anyPositiveDelay],
    inherits: ["virtual_server/real_server/delay_loop"],
    badValue: "ignored",
    commonSet: "checker",
  },
  alpha: {
    name: "alpha",
    summary:
      "Keeps the server out of service after a start until this check has succeeded once. Defaults to the real server's setting; `alpha off` exempts this check.",
    kind: "option",
    arguments: [truth],
    inherits: ["virtual_server/real_server/alpha"],
    missingArgument: "allowed",
    badValue: "ignored",
    commonSet: "checker",
  },
  log_all_failures: {
    name: "log_all_failures",
    summary:
      "Logs every failed attempt of this check while the server is up, not only the one that takes it out of service. Off by default; the global `checker_log_all_failures` does so for all checks.",
    kind: "option",
    arguments: [truth],
    default: "false",
    missingArgument: "allowed",
    badValue: "ignored",
    commonSet: "checker",
  },
  connect_ip: {
    name: "connect_ip",
    summary:
      "Address to check instead of the real server's own, for example a management address. An invalid address is reported but leaves the check without a destination. Write it before `bindto`.",
    kind: "option",
    arguments: [address],
    default: "the real server's address",
    badValue: "ignored",
    commonSet: "checker",
  },
  connect_port: {
    name: "connect_port",
    summary:
      "Port to check; by default the port in the `real_server` line. A port that the real server merely inherits from the virtual server is not used: without `connect_port`, the check then goes to port 0.",
    kind: "option",
    arguments: [port],
    default: "the real server's port",
    badValue: "ignored",
    commonSet: "checker",
  },
  bindto: {
    name: "bindto",
    summary:
      "Local source address of the check; chosen by the kernel by default. It must be of the destination's family, so write it after a `connect_ip` of another family. An address that this host lacks, such as a VIP held by the other node, stops the check without a failure: the server keeps its last state.",
    kind: "option",
    arguments: [address],
    badValue: "ignored",
    commonSet: "checker",
  },
  bind_port: {
    name: "bind_port",
    summary:
      "Local source port of the check; ignored without `bindto`. Best omitted: a fixed port stays in use for a minute after each connection, and a run that cannot bind is skipped.",
    kind: "option",
    arguments: [port],
    badValue: "ignored",
    commonSet: "checker",
  },
  bind_if: {
    name: "bind_if",
    summary:
      "Network interface that the check is bound to; required for an IPv6 link-local destination, or the check is dropped. If the interface does not exist, the check cannot run and the server keeps its last state.",
    kind: "option",
    arguments: [networkInterface],
    required: "where the destination is a link-local IPv6 address",
    badValue: "ignored",
    commonSet: "checker",
  },
  connect_timeout: {
    name: "connect_timeout",
    kind: "option",
    arguments: [positiveDelay],
    inherits: ["virtual_server/real_server/connect_timeout"],
    badValue: "ignored",
    commonSet: "checker",
  },
  fwmark: {
    name: "fwmark",
    summary: "Firewall mark of the check's packets, for policy routing or firewall rules; 0, the default, sets none.",
    kind: "option",
    arguments: [mark],
    default: "0",
    badValue: "ignored",
    commonSet: "checker",
    features: ["socket-mark"],
  },
} as const satisfies Record<string, SharedEntry>;
