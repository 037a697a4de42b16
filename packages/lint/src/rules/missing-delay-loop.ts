import { hasChild, headerPlace } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { insertInto } from "../edits.js";
import { exampleServer } from "../examples.js";
import { lackIn, nameOf } from "../statements.js";

export const missingDelayLoop = defineHostRule({
  id: "missing-delay-loop",
  category: "lvs",
  severity: "warning",
  summary: "A virtual server with checks but without `delay_loop`.",
  why: "keepalived then checks every 60 seconds: a dead server receives its share of the connections for up to a minute, and longer with retries.",
  advice: "Set the interval between checks, such as `delay_loop 10`.",
  fixable: "unsafe",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: alloc_vs, validate_check_config",
  bad: [{ files: exampleServer().replace("    delay_loop 10\n", "") }],
  good: [{ files: exampleServer() }],
  evidence: ["https://github.com/acassen/keepalived/issues/2351"],
  check(host, report) {
    for (const { statement, realServers } of host.virtualServers) {
      if (hasChild(statement, "delay_loop")) continue;
      const times = realServers.flatMap(({ checks }) => checks.flatMap((check) => check.times ?? []));
      const waiting = times.find(({ loop }) => loop.setting === undefined);
      if (waiting === undefined) continue;
      report({
        place: headerPlace(statement),
        message: say`${nameOf(statement)} has no delay_loop: its servers are checked every ${waiting.loop.value} s only`,
        fixes: insertInto(host, statement, "delay_loop 10"),
        ...lackIn(statement, ["delay_loop"]),
      });
    }
  },
});
