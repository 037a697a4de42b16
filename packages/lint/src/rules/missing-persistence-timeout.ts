import { headerPlace, linkedServices, servesAddresses } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { afterReading, insertInto, nameOf } from "../statements.js";

export const missingPersistenceTimeout = defineHostRule({
  id: "missing-persistence-timeout",
  category: "daemon",
  severity: "error",
  summary: "A virtual server for all ports without persistence.",
  why: "IPVS serves all ports of an address only with persistence, so that a client's connections to several ports meet at one real server. keepalived sets a persistence of 360 seconds.",
  advice: "Give the port, or write `persistence_timeout` with the seconds that you want.",
  fixable: "unsafe",
  since: "0.1.0",
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
  check(host, report) {
    for (const service of linkedServices(host)) {
      const { statement, group, persistent, port } = service;
      if (persistent || !servesAddresses(service)) continue;
      const open = group?.entries.find((entry) => entry.kind === "address" && entry.port === 0);
      if (group ? open === undefined : port !== 0) continue;
      report({
        place: headerPlace(statement),
        message: open
          ? `${nameOf(statement)} has an address without a port (${open.line.words[0]?.value}) and no persistence_timeout`
          : `${nameOf(statement)} has no port and no persistence_timeout`,
        ...(open && { related: [{ place: open.line.place, message: "this address has no port" }] }),
        fixes: insertInto(host, statement, "persistence_timeout 360"),
        ...afterReading(host),
      });
    }
  },
});
