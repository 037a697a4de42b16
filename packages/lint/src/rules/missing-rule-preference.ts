import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingRulePreference = defineRemarkRule({
  id: "missing-rule-preference",
  category: "daemon",
  severity: "warning",
  summary: "A policy rule without a preference.",
  why: "keepalived reports it and assigns a preference, counting down from 16384, so that the order of the rules depends on the order of the lines.",
  advice: "Add a `preference` that no other rule has.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 table 100", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 table 100 preference 500", "}"]),
    },
  ],
  remarks: {
    "rule-without-preference": () => ({
      message: say`this rule has no preference: keepalived assigns one, counting down from 16384`,
    }),
  },
});
