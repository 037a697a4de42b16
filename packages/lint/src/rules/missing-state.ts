import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lackIn } from "../statements.js";

export const missingState = defineHostRule({
  id: "missing-state",
  category: "style",
  severity: "info",
  summary: "An instance without `state`.",
  why: "keepalived starts it as BACKUP, which is right for most hosts. But a reader has to know that, and cannot tell whether a line was forgotten.",
  advice: "Write `state BACKUP`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp; the rest is advice",
  bad: [{ files: exampleInstance().replace(/^ {4}state .*\n/m, "") }],
  good: [{ files: exampleInstance() }],
  check(host, report) {
    for (const { name, place, statement, owner } of host.instances) {
      // The address owner starts as MASTER.
      if (owner || statement.children.some(({ keyword }) => keyword.name === "state")) continue;
      report({ place, message: say`${name} has no state: it starts as BACKUP`, ...lackIn(statement, ["state"]) });
    }
  },
});
