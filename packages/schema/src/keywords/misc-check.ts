import { optionalGroup, script, user } from "./arguments.js";
import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry } from "./entry.js";

export const miscCheck: KeywordEntry = {
  name: "MISC_CHECK",
  kind: "block",
  since: "1.0.0",
  summary:
    "Runs a program to check the server: exit status 0 is success, anything else or a timeout is failure, unless `misc_dynamic` lets it set the weight. Requires `misc_path`; combine scripts with the global `enable_script_security` and a `script_user` or `user`. A program that is missing or judged insecure is only logged, and the check is removed.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      ...checkerOptions.retry,
      since: "1.3.7",
      summary:
        "Number of further runs after a failed one before the server is taken out of service. Defaults to the real server's value, else 0: unlike other checks, it acts on the first failure. There are no retries right after a start or while the server is down.",
      default: "0",
    },
    {
      ...checkerOptions.delay_before_retry,
      since: "1.3.7",
      summary:
        "Seconds from the start of a failed run to the next one counted by `retry`; defaults to the real server's value, else 1. A program that takes longer is started again as soon as it ends.",
      default: "1",
    },
    { ...checkerOptions.warmup, since: "1.2.13" },
    {
      ...checkerOptions.delay_loop,
      since: "1.3.7",
      summary:
        "Seconds from the start of one run to the start of the next; defaults to the real server's value, else 60. A program that takes longer is started again as soon as it ends; two runs never overlap.",
    },
    { ...checkerOptions.alpha, since: "1.3.7" },
    { ...checkerOptions.log_all_failures, since: "2.0.11" },
    {
      name: "misc_path",
      kind: "option",
      since: "1.0.0",
      summary:
        "Program to run, with its arguments. Quote the whole command if it has any: only the first word or quoted string is used. It is executed without a shell: pipes, redirections and `&&` need `/bin/sh -c`. Use an absolute path. Without this line the check is dropped.",
      arguments: [script],
      required: "always",
      missingArgument: "silent",
      splitter: "quoted",
    },
    {
      name: "misc_timeout",
      kind: "option",
      since: "1.1.0",
      summary:
        "Seconds after which a running program is ended with SIGTERM, two seconds later with SIGKILL, and counted as failed. Whole seconds; the default, and the meaning of `0`, is the `delay_loop` of the virtual server, not that of the check.",
      arguments: [{ name: "seconds", type: "uint", min: 0, max: 4294, unit: "s" }],
      inherits: ["virtual_server/delay_loop"],
      badValue: "ignored",
    },
    {
      name: "misc_dynamic",
      kind: "flag",
      since: "1.1.8",
      summary:
        "Lets the exit status set the weight: 0 succeeds and restores the configured weight, 1 fails, 2 to 255 succeed and set the weight to the status minus 2. Beware of programs that report errors with 2 or more: these count as success.",
      default: "off",
      variants: [
        { until: "2.0.8", repetition: "idempotent" },
        { until: "2.1.5", repetition: "last-wins-reported" },
      ],
    },
    {
      name: "user",
      kind: "option",
      since: "1.3.0",
      summary:
        "Runs the program as this user and, optionally, group; by default the global `script_user`. A user that does not exist on the host is an error that drops the check.",
      arguments: [user, optionalGroup],
      inherits: ["global_defs/script_user"],
      missingArgument: "error",
      badValue: "block-dropped",
    },
  ],
};
