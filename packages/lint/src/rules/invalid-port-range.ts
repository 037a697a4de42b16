import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const invalidPortRange = defineRemarkRule({
  id: "invalid-port-range",
  category: "daemon",
  severity: "error",
  summary: "A single port where keepalived expects a range.",
  why: "keepalived reports the option and adds the rule without it, so that the rule matches every port.",
  advice: "Write a range; for a single port, repeat it.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 dport 80 table 100 preference 500", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_rules {", "    from 192.0.2.10 dport 80-80 table 100 preference 500", "}"]),
    },
  ],
  remarks: {
    "single-port": ({ option, port }) => {
      const range = `${port.value}-${port.value}`;
      return {
        message: say`${option} takes a range of ports, not the single port ${port.value}: the rule is set without it`,
        help: say`Write ${range}.`,
        fixes: replaceWord(port, range, false),
      };
    },
  },
});
