import { headerPlace, isSameServer, linkedServices } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { afterReading, nameOf } from "../statements.js";

export const duplicateRealServer = defineHostRule({
  id: "duplicate-real-server",
  category: "daemon",
  severity: "error",
  summary: "A real server that stands twice in one virtual server.",
  why: "keepalived removes the second one together with its checks and its weight.",
  advice: "Correct the address or the port of one of them, or remove it.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
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
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
    real_server 10.0.0.3 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const { realServers } of linkedServices(host)) {
      for (const [index, server] of realServers.entries()) {
        const earlier = realServers.slice(0, index).find((other) => isSameServer(server, other));
        if (earlier === undefined) continue;
        report({
          place: headerPlace(server.statement),
          message: `${nameOf(server.statement)} already stands in this virtual server: this one is removed`,
          related: [{ place: headerPlace(earlier.statement), message: "the first one" }],
          ...afterReading(host),
        });
      }
    }
  },
});
