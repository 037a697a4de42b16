import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { lackIn } from "../statements.js";

export const missingScriptInterval = defineHostRule({
  id: "missing-script-interval",
  category: "tracking",
  severity: "warning",
  summary: "A tracked script without `interval`.",
  why: "keepalived then starts it every second and gives each run one second. For a check that queries a service that is often, and a slow answer counts as a failure.",
  advice: "Set an interval that suits the check.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_script_handler; vrrp/vrrp_scheduler.c: vrrp_script_thread",
  bad: [{ files: exampleScript(['script "/usr/local/bin/up"']) }],
  good: [{ files: exampleScript(['script "/usr/local/bin/up"', "interval 2"]) }],
  check(host, report) {
    for (const { name, place, interval, timeout, statement } of host.scripts) {
      if (statement.children.some(({ keyword }) => keyword.name === "interval")) continue;
      if (interval !== undefined || timeout !== undefined) continue;
      report({
        place,
        message: say`${name} has no interval: keepalived runs it every second`,
        ...lackIn(statement, ["interval"]),
      });
    }
  },
});
