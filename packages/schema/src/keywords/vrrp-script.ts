import { name, optionalGroup, script, user, zeroBecomesOne } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const vrrpScript: KeywordEntry = {
  name: "vrrp_script",
  kind: "block",
  since: "1.1.13",
  summary:
    "A check that keepalived runs periodically and that instances and groups refer to in `track_script`. It succeeds with exit status 0, must be defined before it is used, and runs only if something tracks it. A second block of the same name goes unnoticed, and only the first one counts.",
  arguments: [name],
  defines: "vrrp_script",
  missingArgument: "fatal",
  processes: ["vrrp"],
  features: ["vrrp"],
  children: [
    {
      name: "script",
      kind: "option",
      since: "1.1.13",
      summary:
        "Command to run, with an absolute path; required, or the block is removed. It is started without a shell, so pipes, redirections and `&&` need `/bin/sh -c '...'`, and a value with parameters needs quotes. `</path` only tests that the file can be opened.",
      arguments: [script],
      required: "always",
      missingArgument: "silent",
      splitter: "quoted",
    },
    {
      name: "interval",
      kind: "option",
      since: "1.1.13",
      summary:
        "Seconds from one start to the next; default `1`. If a run has not ended by then, keepalived skips the next one. A failure is detected after about `interval` times `fall`. Fractions require 2.3.2; `0` becomes `1`.",
      arguments: [
        {
          name: "seconds",
          type: "decimal",
          min: 0,
          max: 4294,
          maxDecimals: 3,
          unit: "s",
          until: [{ until: "2.3.1", type: "uint", min: 0, max: 4294 }],
          adjusted: zeroBecomesOne,
        },
      ],
      default: "1",
      badValue: "ignored",
      differences: [{ version: "2.3.2", note: "Fractions of a second; before, whole seconds only." }],
    },
    {
      name: "timeout",
      kind: "option",
      since: "1.2.6",
      summary:
        "Seconds after which a running script counts as failed and is terminated; defaults to `interval`. Keep it below `interval`, so that runs do not pile up. Fractions require 2.3.2.",
      arguments: [
        {
          name: "seconds",
          type: "decimal",
          min: 0,
          max: 4294,
          maxDecimals: 3,
          unit: "s",
          until: [{ until: "2.3.1", type: "uint", min: 0, max: 4294 }],
          adjusted: zeroBecomesOne,
        },
      ],
      inherits: ["vrrp_script/interval"],
      badValue: "ignored",
      differences: [{ version: "2.3.2", note: "Fractions of a second; before, whole seconds only." }],
    },
    {
      name: "weight",
      kind: "option",
      since: "1.1.13",
      summary:
        "Effect on the priority: a positive value is added while the script succeeds, a negative one subtracted while it fails; `reverse` inverts the sign. Default `0`: failure means `FAULT`. A weight moves the VIPs only if it exceeds the difference to the backup's priority, and never with `nopreempt`.",
      arguments: [
        { name: "weight", type: "int", min: -253, max: 253 },
        {
          name: "direction",
          type: "enum",
          values: [
            {
              value: "reverse",
              summary: "Inverts the sign of the weight; with weight 0, success instead of failure means `FAULT`.",
            },
          ],
          caseSensitive: true,
          optional: true,
          since: "2.0.18",
        },
      ],
      default: "0",
      badValue: "kept",
      note: "A number outside the range is reported, and used.",
    },
    {
      name: "rise",
      kind: "option",
      since: "1.1.18",
      summary: "Number of consecutive successes that end a failure; default `1`. At start a single success is enough.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 2_147_483_647 }],
      default: "1",
      badValue: "default",
      fallback: "1",
    },
    {
      name: "fall",
      kind: "option",
      since: "1.1.18",
      summary:
        "Number of consecutive failures that count as a failure; default `1`. At start, before the first result, a single failure is enough. Raise it to tolerate brief failures, at the cost of `interval` seconds each.",
      arguments: [{ name: "count", type: "uint", min: 1, max: 2_147_483_647 }],
      default: "1",
      badValue: "default",
      fallback: "1",
    },
    {
      name: "user",
      kind: "option",
      since: "1.3.0",
      summary:
        "User, and optionally group, of the script; defaults to `script_user`. If the account does not exist, the script is removed, and with it the check.",
      arguments: [user, optionalGroup],
      inherits: ["global_defs/script_user"],
      badValue: "block-dropped",
    },
    {
      name: "init_fail",
      kind: "flag",
      since: "1.3.2",
      summary:
        "Treats the script as failed until it has succeeded `rise` times after the start. By default an instance waits for the first result and accepts it.",
      default: "off",
    },
  ],
};
