import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";

export const conflictingSchedulerFlag = defineRemarkRule({
  id: "conflicting-scheduler-flag",
  category: "daemon",
  severity: "error",
  summary: "A scheduler flag that does not belong to the scheduler set above it.",
  why: "`sh-…` flags only count after `lvs_sched sh`, and `mh-…` flags only after `lvs_sched mh`; keepalived ignores them elsewhere. `hashed` has no effect at all.",
  advice: "Write `lvs_sched` with the matching scheduler above the flag, or remove the flag.",
  fixable: "sometimes",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: lbflags_handler",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    sh-port
    lvs_sched sh
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched sh
    sh-port
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  remarks: {
    "scheduler-flag-ignored": ({ flag, needed, above, scheduler, daemon }, host) => {
      const { name } = flag.keyword;
      const silent = daemon === undefined && { severity: "warning" as const };
      if (needed === undefined) {
        return {
          message: say`${name} has no effect`,
          help: say`Remove the line.`,
          fixes: removeLine(host, flag, true),
          ...silent,
        };
      }
      const found = above === undefined ? say`there is no lvs_sched above it` : say`the lvs_sched above it is ${above}`;
      return {
        message: say`${name} belongs to lvs_sched ${needed}, but ${found}`,
        ...(scheduler === needed && { help: say`Move the line below \`lvs_sched\`.` }),
        ...silent,
      };
    },
  },
});
