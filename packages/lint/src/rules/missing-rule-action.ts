import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

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
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_rules {
        from 192.0.2.10 preference 500
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_rules {
        from 192.0.2.10 table 100 preference 500
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "rule-without-action": () => ({ message: say`this rule does nothing: keepalived drops it` }),
  },
});
