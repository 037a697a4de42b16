import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { insertInto } from "../edits.js";
import { nameOf } from "../statements.js";

export const missingPersistenceTimeout = defineRemarkRule({
  id: "missing-persistence-timeout",
  category: "daemon",
  severity: "error",
  summary: "A virtual server for all ports without persistence.",
  why: "IPVS serves all ports of an address only with persistence, so that a client's connections to several ports reach the same real server. keepalived sets a persistence of 360 seconds.",
  advice: "Specify the port, or set `persistence_timeout` explicitly.",
  fixable: "unsafe",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: `virtual_server 192.0.2.10 {
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
      files: `virtual_server 192.0.2.10 {
    delay_loop 10
    lvs_sched rr
    lvs_method DR
    persistence_timeout 360
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
  remarks: {
    "persistence-added": ({ virtualServer, seconds, entry }, host) => ({
      message: entry
        ? say`${nameOf(virtualServer)} has an address without a port (${entry.address}) and no persistence_timeout`
        : say`${nameOf(virtualServer)} has no port and no persistence_timeout`,
      ...(entry && { related: [{ place: entry.place, message: say`this address has no port` }] }),
      fixes: insertInto(host, virtualServer, `persistence_timeout ${seconds}`),
    }),
  },
});
