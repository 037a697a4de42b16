import { protocol, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lackIn } from "../statements.js";

export const missingPriority = defineHostRule({
  id: "missing-priority",
  category: "vrrp",
  severity: "warning",
  summary: "An instance without a priority.",
  why: "keepalived uses 100 on every host that sets none, or 255 where `state` is MASTER. With equal priorities the host with the higher address becomes MASTER, which changes when a host is replaced, and two hosts that start together may both become MASTER for a moment.",
  advice: `Give each host of the cluster its own priority from 1 to ${protocol.highestPriority}.`,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; RFC 5798, section 6.1",
  bad: [{ files: exampleInstance().replace(/^ {4}priority .*\n/m, "") }],
  good: [{ files: exampleInstance() }],
  evidence: ["https://github.com/acassen/keepalived/issues/2323"],
  check(host, report) {
    for (const { name, place, statement, state } of host.instances) {
      // With state MASTER it is 255, which another rule tells of.
      if (state?.value === "MASTER" || statement.children.some(({ keyword }) => keyword.name === "priority")) continue;
      report({
        place,
        message: say`${name} has no priority: keepalived uses 100 on every host that sets none`,
        ...lackIn(statement, ["priority"]),
      });
    }
  },
});
