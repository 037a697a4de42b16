import { name } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const vrrpTrackProcess: KeywordEntry = {
  name: "vrrp_track_process",
  kind: "block",
  since: "2.0.11",
  summary:
    "Counts the running processes of a program by kernel events; it reacts immediately and replaces scripts around `pidof` and `killall -0`. Instances refer to it in `track_process`; define it before it is used. The kernel reports processes to the first network namespace only: started in another one, as in most containers, keepalived counts no processes, and the instance is in FAULT or without the weight. `net_namespace` avoids that.",
  arguments: [name],
  defines: "vrrp_track_process",
  missingArgument: "fatal",
  processes: ["vrrp"],
  features: ["vrrp", "track-process"],
  children: [
    {
      name: "process",
      kind: "option",
      since: "2.0.11",
      summary:
        "Name of the process, compared in full: `ssh` does not match `sshd`. Without parameters it is the short name of `/proc/PID/comm`, at most 15 characters; with parameters, or `full_command`, the command line. Required; a second line is reported and ignored.",
      arguments: [
        { name: "process", type: "path" },
        { name: "parameter", type: "string", optional: true, variadic: true },
      ],
      required: "always",
      repetition: "first-wins",
      surplusWords: "variadic",
      note: "Only double quotes keep spaces in a word.",
    },
    {
      name: "param_match",
      kind: "option",
      since: "2.0.16",
      summary:
        "How the parameters after the process name are compared: without a value they must match exactly, with `initial` the last one may be longer, with `partial` more may follow. On its own, without any parameters, it requires a process that has none. It implies `full_command`.",
      arguments: [
        {
          name: "match",
          type: "enum",
          values: [
            { value: "initial", summary: "The last parameter of the process may be longer than the one given." },
            { value: "partial", summary: "The process may have more parameters after those given." },
          ],
          caseSensitive: true,
          optional: true,
          default: "exact match",
        },
      ],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "weight",
      kind: "option",
      since: "2.0.11",
      summary:
        "Effect on the priority: a positive value is added while enough processes run, a negative one subtracted while they do not; `reverse` inverts the sign. Default `0`: too few processes mean `FAULT`. A second line is reported and ignored.",
      arguments: [
        { name: "weight", type: "int", min: -254, max: 254 },
        {
          name: "direction",
          type: "enum",
          values: [
            {
              value: "reverse",
              summary:
                "Inverts the sign of the weight; with weight 0, running processes instead of missing ones mean `FAULT`.",
            },
          ],
          caseSensitive: true,
          optional: true,
          since: "2.0.18",
        },
      ],
      default: "0",
      missingArgument: "error",
      badValue: "ignored",
      repetition: "first-set",
    },
    {
      name: "quorum",
      kind: "option",
      since: "2.0.11",
      summary:
        "Minimum number of matching processes; default `1`. Must not exceed a `quorum_max` above it. Programs with worker processes count once per worker, unless the workers have another name.",
      arguments: [{ name: "quorum", type: "uint", min: 1, max: 65535 }],
      default: "1",
      badValue: "ignored",
    },
    {
      name: "quorum_max",
      kind: "option",
      since: "2.0.16",
      summary:
        "Maximum number of matching processes; unlimited by default. `0` reverses the meaning: the process must not run at all. A value below the `quorum` above it is reported and ignored.",
      arguments: [{ name: "quorum_max", type: "uint", min: 0, max: 65535 }],
      default: "unlimited",
      badValue: "ignored",
    },
    {
      name: "delay",
      kind: "option",
      since: "2.0.11",
      summary:
        "Sets `fork_delay` and `terminate_delay` at once, in seconds with fractions; default `0`. Of several such lines the last one counts.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.000001, max: 3600, maxDecimals: 6, unit: "s" }],
      default: "none",
      badValue: "ignored",
    },
    {
      name: "terminate_delay",
      kind: "option",
      since: "2.0.16",
      summary:
        "Seconds to wait after processes have gone before they count as missing; default `0`. Covers a service that restarts quickly without a failover.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.000001, max: 3600, maxDecimals: 6, unit: "s" }],
      default: "none",
      badValue: "ignored",
    },
    {
      name: "fork_delay",
      kind: "option",
      since: "2.0.16",
      summary:
        "Seconds to wait after enough processes have appeared before they count as running; default `0`. Covers programs that fork and exit again while they start.",
      arguments: [{ name: "seconds", type: "decimal", min: 0.000001, max: 3600, maxDecimals: 6, unit: "s" }],
      default: "none",
      badValue: "ignored",
    },
    {
      name: "full_command",
      kind: "flag",
      since: "2.0.11",
      summary:
        "Compares the command line in `/proc/PID/cmdline` instead of the short process name. Off by default; needed for names longer than 15 characters and for scripts, whose short name may be that of the interpreter. Parameters turn it on.",
      default: "off",
    },
  ],
};
