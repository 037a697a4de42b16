import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const conflictingRuleAction = defineHostRule({
  id: "conflicting-rule-action",
  category: "daemon",
  severity: "error",
  summary: "A policy rule with an action that does not fit.",
  why: "keepalived reports the rule and drops it.",
  advice:
    "Give the rule one action. `goto` needs a preference below its target; `realms` and the `suppress_` options go with a table.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_rules {
        from 192.0.2.10 table 100 blackhole preference 500
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_rules {
        from 192.0.2.10 preference 500 goto 400
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
        from 192.0.2.10 preference 500 goto 600
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "conflicting-rule-action")) report(finding);
  },
});
