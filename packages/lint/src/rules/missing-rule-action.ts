import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingRuleAction = defineRemarkRule({
  id: "missing-rule-action",
  category: "daemon",
  severity: "error",
  summary: "A policy rule without an action.",
  why: "keepalived reports the line and drops the rule.",
  advice: "Add `table` and its number or name, or another action such as `blackhole`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 preference 500", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 table 100 preference 500", "}"]),
    },
  ],
  remarks: {
    "rule-without-action": () => ({ message: say`this rule does nothing: keepalived drops it` }),
  },
});
