import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";

export const conflictingFirewallMarkSetting = defineRemarkRule({
  id: "conflicting-firewall-mark-setting",
  category: "daemon",
  severity: "warning",
  summary: "`protocol` or `ha_suspend` on a virtual server that is selected by a firewall mark.",
  why: "A firewall mark alone decides which packets belong to the service, whatever their protocol or address. keepalived ignores the line.",
  advice: "Remove the line, or select the service by address.",
  fixable: "safe",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: `virtual_server fwmark 5 {
    delay_loop 10
    lvs_sched rr
    lvs_method DR
    protocol TCP
    real_server 10.0.0.2 {
        TCP_CHECK {
            connect_port 80
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server fwmark 5 {
    delay_loop 10
    lvs_sched rr
    lvs_method DR
    real_server 10.0.0.2 {
        TCP_CHECK {
            connect_port 80
        }
    }
}
`,
    },
  ],
  remarks: {
    "mark-setting-ignored": ({ line }, host) => ({
      message: say`${line.keyword.name} has no effect on a service by firewall mark`,
      fixes: removeLine(host, line, true, say`remove \`${line.keyword.name}\``),
    }),
  },
});
