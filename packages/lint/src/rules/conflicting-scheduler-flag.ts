import { headerPlace, readServices } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { removeStatement } from "../statements.js";

export const conflictingSchedulerFlag = defineHostRule({
  id: "conflicting-scheduler-flag",
  category: "daemon",
  severity: "error",
  summary: "A scheduler flag that does not belong to the scheduler chosen above it.",
  why: "`sh-…` flags count only after `lvs_sched sh` and `mh-…` flags only after `lvs_sched mh`; elsewhere keepalived ignores them. `hashed` has no effect at all.",
  advice: "Write `lvs_sched` with the flag's scheduler above the flag, or remove the flag.",
  fixable: "sometimes",
  since: "0.1.0",
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
  check(host, report) {
    for (const service of readServices(host)) {
      for (const { statement, scheduler } of service.flags) {
        const { name } = statement.keyword;
        const needed = name === "hashed" ? undefined : name.slice(0, 2);
        if (needed !== undefined && needed === scheduler) continue;
        // Only after another hashing scheduler does keepalived say nothing.
        const silent = scheduler === "sh" || scheduler === "mh";
        const above =
          scheduler === undefined ? "no lvs_sched stands above it" : `lvs_sched ${scheduler} stands above it`;
        report({
          place: headerPlace(statement),
          message:
            needed === undefined ? "hashed has no effect" : `${name} belongs to lvs_sched ${needed}, but ${above}`,
          ...(needed !== undefined && service.scheduler === needed && { help: "Move the line below `lvs_sched`." }),
          ...(needed === undefined && {
            help: "Remove the line.",
            fixes: removeStatement(host, statement, "remove the line"),
          }),
          ...(silent ? { severity: "warning" } : { daemon: true }),
        });
      }
    }
  },
});
