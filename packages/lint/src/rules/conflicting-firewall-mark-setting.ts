import { headerPlace, linkedServices, servesAddresses, servesMarks } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { afterReading, removeStatement } from "../statements.js";

export const conflictingFirewallMarkSetting = defineHostRule({
  id: "conflicting-firewall-mark-setting",
  category: "daemon",
  severity: "warning",
  summary: "`protocol` or `ha_suspend` on a virtual server that is chosen by firewall mark.",
  why: "A firewall mark says which packets belong to the service, whatever their protocol or address. keepalived ignores the line.",
  advice: "Remove the line, or name the service by address.",
  fixable: "safe",
  since: "0.1.0",
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
  check(host, report) {
    for (const service of linkedServices(host)) {
      if (!servesMarks(service)) continue;
      const { protocol, haSuspend } = service;
      const statements = [
        ...(protocol && !servesAddresses(service) ? [protocol.statement] : []),
        ...(haSuspend ? [haSuspend] : []),
      ];
      for (const statement of statements) {
        report({
          place: headerPlace(statement),
          message: `${statement.keyword.name} has no effect on a service by firewall mark`,
          fixes: removeStatement(host, statement, `remove \`${statement.keyword.name}\``),
          ...afterReading(host),
        });
      }
    }
  },
});
