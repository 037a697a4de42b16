import { name } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

// Words at the top of the file that the parent process reads before anything else.

export const linkbeatUsePolling: KeywordEntry = {
  name: "linkbeat_use_polling",
  kind: "flag",
  since: "1.1.18",
  summary:
    "Polls the link state of the interfaces of all VRRP instances, by MII, ethtool or ioctl, instead of relying on netlink events. Off by default; needed only for drivers that do not report link changes. It is written outside `global_defs`. Prefer `linkbeat_interfaces`, which names single interfaces.",
  default: "off",
  features: ["linkbeat"],
};

export const netNamespace: KeywordEntry = {
  name: "net_namespace",
  kind: "option",
  since: "1.2.24",
  summary:
    "Runs keepalived in this network namespace, which must exist. Pid files move into the pid directory, and the log name gets a suffix. A reload cannot change it, and the command line option `-s` takes precedence.",
  arguments: [name],
  missingArgument: "error",
  repetition: "first-wins",
};

export const netNamespaceIpvs: KeywordEntry = {
  name: "net_namespace_ipvs",
  kind: "option",
  since: "2.1.0",
  summary:
    "Places the IPVS tables in another network namespace than the rest, so that health checks and client traffic can be separated. Without a name, the default namespace of the host is used. Requires 2.1.0.",
  arguments: [{ name: "name", type: "string", optional: true, default: "the namespace of the host" }],
  missingArgument: "allowed",
  repetition: "first-wins",
};

export const namespaceWithIpsets: KeywordEntry = {
  name: "namespace_with_ipsets",
  kind: "flag",
  since: "1.3.0",
  summary:
    "Allows ipsets together with a network namespace on kernels older than 3.13, whose ipsets were shared by all namespaces. Off by default; of no use on current kernels.",
  default: "off",
};

export const usePidDir: KeywordEntry = {
  name: "use_pid_dir",
  kind: "flag",
  since: "1.2.24",
  summary:
    "Writes the pid files into a directory of their own, usually `/run/keepalived`. Off by default; `instance` and `net_namespace` imply it. Scripts and service units that read the old path must be adapted.",
  default: "off",
};

export const instance: KeywordEntry = {
  name: "instance",
  kind: "option",
  since: "1.2.24",
  summary:
    "Names this daemon, so that several can run in one namespace: the name becomes part of the pid files and of the log name. It implies `use_pid_dir`; a reload cannot change it. It is not the name that `@` conditions compare with, which comes from the option `-i`.",
  arguments: [name],
  missingArgument: "error",
  repetition: "first-wins",
};

export const childWaitTime: KeywordEntry = {
  name: "child_wait_time",
  kind: "option",
  since: "2.0.0",
  summary:
    "Seconds that the parent waits for its child processes when it stops; default `5`. Raise it where removing many addresses or IPVS entries takes longer, and keep it below the stop timeout of the service manager.",
  arguments: [{ name: "seconds", type: "uint", min: 0, max: 4_294_967_295, unit: "s" }],
  default: "5",
  badValue: "ignored",
};
