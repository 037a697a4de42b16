import type { HostConfiguration } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { readServices, type Service } from "../lvs/services.js";
import { headerPlace, nameOf } from "../lvs/statements.js";
import { lineShown } from "../reading.js";

export const duplicateVirtualServer = defineHostRule({
  id: "duplicate-virtual-server",
  category: "lvs",
  severity: "error",
  summary: "Two virtual servers for one address, port and protocol.",
  why: "The kernel knows a service by these three. keepalived reads both blocks without a message; the kernel refuses the second service and then takes the real servers of both into the first. The scheduler, the persistence and the other settings of the second block never count, and each block counts its quorum for itself: the sorry server of one joins while the servers of the other still work.",
  advice: "Put all real servers into one block, or correct the address, the port or the protocol of the other.",
  since: "0.1.0",
  bad: [{ files: `${exampleServer()}\n${exampleServer([], { realServer: "10.0.0.3 80" })}` }],
  good: [
    { files: `${exampleServer()}\n${exampleServer([], { header: "192.0.2.10 443", realServer: "10.0.0.2 443" })}` },
  ],
  check(host, report) {
    const first = new Map<string, Service>();
    for (const service of readServices(host)) {
      const key = keyOf(service);
      if (key === undefined) continue;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, service);
        continue;
      }
      report({
        place: headerPlace(service.statement),
        message: `${`${nameOf(service.statement)} ${protocolOf(service)}`.trim()} is defined already on ${shownLine(host, earlier, service)}: both blocks set up the same service`,
        related: [{ place: headerPlace(earlier.statement), message: "the first one" }],
      });
    }
  },
});

function keyOf(service: Service): string | undefined {
  const { kind, statement, port, mark, groupName, family } = service;
  if (kind === "fwmark") return mark === 0 ? undefined : `fwmark ${mark} ${family ?? "ipv4"}`;
  if (kind === "group") return `group ${groupName} ${protocolOf(service)}`;
  return `${statement.words[1]!.value.toLowerCase()} ${port} ${protocolOf(service)}`;
}

function protocolOf({ protocol, kind }: Service): string {
  return kind === "fwmark" ? "" : (protocol?.value ?? "UDP");
}

function shownLine(host: HostConfiguration, earlier: Service, later: Service): string {
  return lineShown(host, headerPlace(earlier.statement), headerPlace(later.statement));
}
