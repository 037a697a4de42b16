import { headerPlace, readServices } from "@kalint/daemon";
import { defineHostRule } from "../define.js";

export const missingSorryServer = defineHostRule({
  id: "missing-sorry-server",
  category: "daemon",
  severity: "error",
  summary: "A setting of the sorry server without a sorry server above it.",
  why: "keepalived reads from top to bottom and applies the line to the sorry server that it has. There is none yet, so the line is ignored.",
  advice: "Write `sorry_server` above the line, or remove the line.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    sorry_server_inhibit
    sorry_server 10.0.0.9 80
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
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    sorry_server 10.0.0.9 80
    sorry_server_inhibit
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
      const later = service.sorryServer?.statement;
      for (const statement of service.withoutSorryServer) {
        report({
          place: headerPlace(statement),
          message: later
            ? `${statement.keyword.name} stands above the sorry_server: it is ignored`
            : `${statement.keyword.name} has no sorry_server: it is ignored`,
          ...(later && {
            help: "Move the line below `sorry_server`.",
            related: [{ place: headerPlace(later), message: "the sorry server stands here" }],
          }),
          daemon: true,
        });
      }
    }
  },
});
