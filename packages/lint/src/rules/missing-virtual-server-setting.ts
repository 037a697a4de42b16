import {
  childrenNamed,
  type EffectiveStatement,
  type HostConfiguration,
  headerPlace,
  type LinkedService,
  linkedServices,
  readServices,
  servesAddresses,
} from "@kalint/daemon";
import { switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { afterReading, atEndOf, nameOf } from "../statements.js";
import type { Report } from "../types.js";

export const missingVirtualServerSetting = defineHostRule({
  id: "missing-virtual-server-setting",
  category: "daemon",
  severity: "error",
  summary: "A virtual server none of whose lines gives it a real server, protocol, scheduler or forwarding method.",
  why: "keepalived ignores a value that it does not know and puts its default in the place: UDP, wlc or NAT, which is seldom what was meant. A virtual server whose real servers are all left out it drops, and with it the sorry server.",
  advice:
    "Write `protocol TCP`, `UDP` or `SCTP`, a scheduler such as `lvs_sched wlc`, and `lvs_method NAT`, `DR` or `TUN`.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
}

virtual_server group web {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
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
      files: `virtual_server_group web {
    192.0.2.10 80
}

virtual_server group web {
    delay_loop 10
    lvs_sched rr
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
    reportUnserved(host, report);
    for (const service of linkedServices(host)) {
      if (service.protocol === undefined && servesAddresses(service)) {
        const lines = childrenNamed(service.statement, "protocol");
        // missing-keyword speaks where a server with an address has no such line at all.
        if (lines.length > 0 || service.kind === "group") tell(host, report, service, "protocol", "UDP", lines);
      }
      if (service.scheduler === undefined) {
        const lines = childrenNamed(service.statement, "lvs_sched", "lb_algo");
        if (lines.length > 0) tell(host, report, service, "scheduler", "wlc", lines);
      }
      if (service.method === undefined && service.needsMethod) {
        const lines = childrenNamed(service.statement, "lvs_method", "lb_kind");
        const servers = childrenNamed(service.statement, "real_server");
        const onlySorryServer = servers.every((server) => childrenNamed(server, "lvs_method").length > 0);
        if (lines.length > 0 || onlySorryServer) tell(host, report, service, "forwarding method", "NAT", lines);
      }
    }
  },
});

function reportUnserved(host: HostConfiguration, report: Report): void {
  for (const { statement, realServers, groupName } of readServices(host)) {
    const written = childrenNamed(statement, "real_server");
    // missing-keyword speaks where there is none at all.
    if (realServers.length > 0 || written.length === 0) continue;
    const atEnd = switchesOf(host.effective.target).dropsServersAtBlockEnd;
    const known = host.symbols.some(({ kind, name }) => kind === "virtual_server_group" && name === groupName);
    report({
      place: headerPlace(statement),
      message: `${nameOf(statement)} has no real server left: ${written.length === 1 ? "the only one is" : `all ${written.length} are`} left out`,
      why: "keepalived drops a virtual server without a usable real server: nobody listens on its address, and its sorry server is not used either.",
      help: "Correct the real servers that are left out, or add another.",
      related: written.map((server) => ({ place: headerPlace(server), message: "left out" })),
      // Before 2.2.8 a virtual server of an unknown group was gone before anybody counted.
      ...(atEnd ? atEndOf(statement) : (groupName === undefined || known) && afterReading(host)),
    });
  }
}

const helps = {
  protocol: "Write `protocol TCP`, `protocol UDP` or `protocol SCTP`.",
  scheduler: "Write a scheduler such as `lvs_sched wlc` or `lvs_sched rr`.",
  "forwarding method": "Write `lvs_method NAT`, `lvs_method DR` or `lvs_method TUN`, in capitals.",
} as const;

function tell(
  host: HostConfiguration,
  report: Report,
  { statement }: LinkedService,
  what: keyof typeof helps,
  fallback: string,
  lines: readonly EffectiveStatement[],
): void {
  report({
    place: headerPlace(statement),
    message: `${nameOf(statement)} has no valid ${what}: keepalived takes ${fallback}`,
    help: helps[what],
    related: lines.map((line) => ({ place: headerPlace(line), message: "not accepted" })),
    ...afterReading(host),
  });
}
