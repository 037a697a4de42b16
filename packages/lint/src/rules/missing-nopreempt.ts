import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

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
      files: exampleInstance(["timer_expired_backup 100"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["nopreempt", "timer_expired_backup 100"]),
    },
  ],
  remarks: {
    "timer-expired-without-nopreempt": ({ instance, overruled }) => ({
      message: say`timer_expired_backup of ${instance} is ignored, because it needs nopreempt${overruled ? say` in force` : ""}`,
    }),
  },
});
