import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingRuleAction = defineRemarkRule({
  id: "conflicting-rule-action",
  category: "daemon",
  severity: "error",
  summary: "A policy rule whose action does not fit its other settings.",
  why: "keepalived reports the rule and drops it.",
  advice:
    "Give the rule one action. `goto` needs a preference below its target; `realms` and the `suppress_` options go with a table.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 table 100 blackhole preference 500", "}"]),
    },
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 preference 500 goto 400", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 preference 500 goto 600", "}"]),
    },
  ],
  remarks: {
    "rule-action-twice": ({ first }) => ({
      message: say`a rule has one action, and this one has ${first} already: keepalived drops the rule`,
    }),
    "goto-without-preference": ({ target }) => ({
      message: say`goto ${target} needs a preference of its own: keepalived drops the rule`,
      help: say`Add \`preference\` with a number below the target.`,
    }),
    "goto-not-ahead": ({ target, preference }) => ({
      message: say`goto ${target} is not behind the rule's own preference ${preference}: keepalived drops the rule`,
    }),
    "table-option-without-table": ({ option, action }) => ({
      message: say`${option} goes with a table, not with ${action}: keepalived drops the rule`,
    }),
  },
});
