import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const missingNopreempt = defineRemarkRule({
  id: "missing-nopreempt",
  category: "daemon",
  severity: "warning",
  summary: "`timer_expired_backup` without `nopreempt`.",
  why: "The setting is meant for hosts that do not preempt. keepalived reports the line and ignores it.",
  advice: "Add `nopreempt`, or remove the line.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    timer_expired_backup 100
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
    nopreempt
    timer_expired_backup 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "timer-expired-without-nopreempt": ({ instance, overruled }) => ({
      message: say`timer_expired_backup of ${instance} is ignored, because it needs nopreempt${overruled ? say` in force` : ""}`,
    }),
  },
});
