import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Finding } from "../types.js";

export const ineffectivePreemption = defineRemarkRule({
  id: "ineffective-preemption",
  category: "daemon",
  severity: "error",
  summary: "`nopreempt` or `preempt_delay` where keepalived cannot honour it.",
  why: "keepalived reports the line and disables it: a host that comes back takes the address at once, which is what the line should prevent.",
  advice:
    "Write `state BACKUP` on every host of the virtual router and let the priorities decide; use only one of `nopreempt` and `preempt_delay`.",
  fixable: "unsafe",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    { files: exampleInstance(["nopreempt"], { state: "MASTER", priority: 150 }) },
    { files: exampleInstance(["nopreempt", "preempt_delay 30"]) },
  ],
  good: [{ files: exampleInstance(["nopreempt"]) }, { files: exampleInstance(["preempt_delay 30"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/1472", "https://github.com/acassen/keepalived/issues/2168"],
  remarks: {
    "preemption-ineffective": ({ keyword, because, other, instance }) => {
      if (because === "nopreempt") {
        return {
          message: say`${keyword} has nothing to delay: nopreempt is set in the same instance`,
          ...(other && { related: [{ place: other, message: say`nopreempt` }] }),
        };
      }
      if (because === "owner") {
        return {
          message: say`${keyword} does not work with priority 255, which owns the address`,
          ...(other ? { related: [{ place: other, message: say`the priority` }] } : { causedBy: instance }),
        };
      }
      return { message: say`${keyword} does not work with state MASTER`, ...backupInstead(other) };
    },
  },
});

function backupInstead(state: Place | undefined): Pick<Finding, "related" | "fixes"> {
  if (!state) return {};
  return {
    related: [{ place: state, message: say`state MASTER` }],
    fixes: [{ title: say`write \`state BACKUP\``, safe: false, edits: [{ ...state, text: "BACKUP" }] }],
  };
}
