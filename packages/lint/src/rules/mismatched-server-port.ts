import {
  type EffectiveStatement,
  type HostConfiguration,
  headerPlace,
  type LinkedService,
  linkedServices,
  type CompletedRealServer as RealServer,
  type SorryServer,
  servesMarks,
} from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { afterReading, nameOf } from "../statements.js";
import type { Finding, Fix } from "../types.js";

export const mismatchedServerPort = defineHostRule({
  id: "mismatched-server-port",
  category: "daemon",
  severity: "error",
  summary: "A server behind DR or TUN on another port than its virtual server.",
  why: "Direct routing and tunnels pass packets on unchanged, only NAT can change the port. keepalived uses the virtual server's port; a service that listens only on the other one is not reached.",
  advice:
    "Give the real server the virtual server's port and let the service listen there, or use `lvs_method NAT`. A check can look at another port with `connect_port`.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method DR
    protocol TCP
    real_server 10.0.0.2 8080 {
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
    lvs_method DR
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
    for (const service of linkedServices(host)) {
      const servers = service.sorryServer ? [...service.servers, service.sorryServer] : service.servers;
      for (const server of servers) {
        const finding = describe(host, service, server);
        if (finding) report(finding);
      }
    }
  },
});

/** Source: keepalived 2.4.3, check/check_data.c: validate_check_config. */
function describe(
  host: HostConfiguration,
  service: LinkedService,
  server: RealServer | SorryServer,
): Finding | undefined {
  const word = server.statement.words[2];
  if (server.method === "NAT" || server.port === 0 || word === undefined) return undefined;
  const found = { place: word.place, ...afterReading(host) };
  const name = nameOf(server.statement);
  if (servesMarks(service)) {
    return {
      ...found,
      message: `${name} has a port, but its service goes by firewall mark: with ${server.method} the port stays as it comes`,
      help: "Remove the port.",
      severity: "warning",
      fixes: service.group ? [] : removePort(server.statement, true),
    };
  }
  const other = service.group?.entries.find((entry) => entry.kind === "address" && entry.port !== server.port);
  if (service.group) {
    if (other === undefined || other.kind !== "address") return undefined;
    return {
      ...found,
      message: `${name} differs from port ${other.port} of ${other.line.words[0]?.value} in its group: with ${server.method} no port is changed`,
      help: "Leave the port out: each address of the group then keeps its own.",
      related: [{ place: other.line.place, message: `port ${other.port}` }],
      fixes: removePort(server.statement, false),
    };
  }
  if (service.port === server.port) return undefined;
  return {
    ...found,
    message: `${name} is on another port than its virtual server (${service.port}): with ${server.method} no port is changed`,
    related: [{ place: headerPlace(service.statement), message: `port ${service.port}` }],
    fixes: service.port === 0 ? removePort(server.statement, true) : replaceWord(word, String(service.port), true),
  };
}

function removePort({ words }: EffectiveStatement, safe: boolean): readonly Fix[] {
  const [, address, port] = words;
  if (!address || !port || address.expanded || port.expanded || address.place.file !== port.place.file) return [];
  const edit = { file: port.place.file, start: address.place.end, end: port.place.end, text: "" };
  return [{ title: "remove the port", safe, edits: [edit] }];
}
