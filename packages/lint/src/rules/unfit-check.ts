import {
  childrenNamed,
  type EffectiveStatement,
  lastChild,
  portOf,
  type RealServer,
  type VirtualServer,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const unfitCheck = defineHostRule({
  id: "unfit-check",
  category: "lvs",
  severity: "warning",
  summary: "A check that uses another protocol than the service: TCP and UDP, or HTTP where the service uses HTTPS.",
  why: "A check over TCP says nothing about the UDP port, and the other way round: if nothing listens there, a working server is removed; if something does, the server stays in service when the service is dead. An HTTPS server answers a request without TLS with an error. A check with its own `connect_port` is taken for a health page beside the service.",
  advice:
    "Use `DNS_CHECK` for a name server, `UDP_CHECK`, or a `MISC_CHECK` with a program that queries the service. If the service uses TCP, write `protocol TCP`.",
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [{ files: exampleServer([], { protocol: "UDP" }) }],
  good: [
    {
      files: exampleServer([], { protocol: "UDP" }).replace("TCP_CHECK", "UDP_CHECK"),
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const virtualServer of host.virtualServers) {
      const { protocol } = virtualServer;
      for (const server of virtualServer.realServers) {
        const checks = server.checks.map(({ statement }) => statement);
        const port = server.port || portOf(virtualServer);
        const asksHealthPage = checks.some((check) => hasPortOfItsOwn(check, port));
        if (
          protocol?.value === "UDP" &&
          !asksHealthPage &&
          checks.every(({ keyword }) => tcpChecks.has(keyword.name))
        ) {
          for (const check of checks) reportOther(check, server, protocol, "TCP");
        }
        // A name server answers over both, so DNS_CHECK is none of these.
        if (protocol?.value === "TCP" && checks.every(({ keyword }) => keyword.name === "UDP_CHECK")) {
          for (const check of checks) reportOther(check, server, protocol, "UDP");
        }
        for (const check of checks) {
          if (!asksInClear(check, port)) continue;
          report({
            place: (check.words[0] ?? check).place,
            message: say`HTTP_GET asks ${nameOf(server.statement)} without TLS, but port 443 is that of HTTPS: the server answers with an error and is taken out`,
            help: say`Use \`SSL_GET\`.`,
          });
        }
      }
    }

    function reportOther(
      check: EffectiveStatement,
      server: RealServer,
      protocol: NonNullable<VirtualServer["protocol"]>,
      asked: "TCP" | "UDP",
    ): void {
      report({
        place: (check.words[0] ?? check).place,
        message: say`${check.keyword.name} asks ${nameOf(server.statement)} over ${asked}, but the service is ${protocol.value}`,
        related: [{ place: protocol.place, message: say`protocol ${protocol.value}` }],
      });
    }
  },
});

const tcpChecks: ReadonlySet<string> = new Set(["TCP_CHECK", "HTTP_GET", "SSL_GET", "SMTP_CHECK"]);

/** Chosen on purpose: a health page beside the service. */
function hasPortOfItsOwn(check: EffectiveStatement, served: number): boolean {
  const port = lastChild(check, "connect_port")?.wording.words[1]?.value;
  return port !== undefined && Number(port) !== served;
}

/** Plain HTTP to the port of HTTPS. Who expects the refusal (400) knows what he does. */
function asksInClear(check: EffectiveStatement, served: number): boolean {
  if (check.keyword.name !== "HTTP_GET" || served !== 443) return false;
  if (childrenNamed(check, "connect_port", "connect_ip").length > 0) return false;
  return !childrenNamed(check, "url").some((url) =>
    childrenNamed(url, "status_code").some(({ words }) => words.some(({ value }) => value.startsWith("4"))),
  );
}
