import { childrenNamed, headerPlace } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const ineffectivePersistence = defineHostRule({
  id: "ineffective-persistence",
  category: "lvs",
  severity: "warning",
  summary: "`persistence_timeout` together with `ops`.",
  why: "One-packet scheduling is meant to choose a server for every packet. With persistence the kernel still sends everything from a client to the same server, so that `ops` distributes nothing. Only one of the two can be intended.",
  advice: "Remove `ops` to keep clients on their server, or remove `persistence_timeout` to distribute single packets.",
  since: "0.1.0",
  source: "ip_vs_core.c of Linux: ip_vs_schedule, ip_vs_sched_persist",
  bad: [
    {
      files: exampleServer(["persistence_timeout 50", "ops"], { protocol: "UDP" }).replace("TCP_CHECK", "UDP_CHECK"),
    },
  ],
  good: [{ files: exampleServer(["ops"], { protocol: "UDP" }).replace("TCP_CHECK", "UDP_CHECK") }],
  check(host, report) {
    for (const { statement, persistent, onePacket } of host.virtualServers) {
      const line = childrenNamed(statement, "persistence_timeout", "persistence_granularity").at(-1);
      if (!persistent || onePacket === undefined || line === undefined) continue;
      report({
        place: headerPlace(line),
        message: say`${line.keyword.name} keeps a client at one server, so ops does not distribute its packets`,
        related: [{ place: headerPlace(onePacket), message: say`ops` }],
      });
    }
  },
});
