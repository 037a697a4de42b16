import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { checkStatements } from "../lvs/checks.js";
import { readServices } from "../lvs/services.js";
import { nameOf } from "../lvs/statements.js";

export const unfitCheck = defineHostRule({
  id: "unfit-check",
  category: "lvs",
  severity: "warning",
  summary: "A UDP service whose servers are checked over TCP only.",
  why: "The check opens a TCP connection, which says nothing about the UDP port: where nobody listens on TCP the server is taken out although it works, and where somebody does it stays in when the UDP service is dead.",
  advice:
    "Use `DNS_CHECK` for a name server, `UDP_CHECK`, or a `MISC_CHECK` with a program that asks the service. Where the service is a TCP one, write `protocol TCP`.",
  since: "0.1.0",
  bad: [{ files: exampleServer([], { protocol: "UDP" }) }],
  good: [
    {
      files: exampleServer([], { protocol: "UDP" }).replace("TCP_CHECK", "UDP_CHECK"),
    },
  ],
  check(host, report) {
    for (const { protocol, realServers } of readServices(host)) {
      if (protocol?.value !== "UDP") continue;
      for (const { statement: server } of realServers) {
        const checks = checkStatements(server);
        if (!checks.every(({ keyword }) => tcpChecks.has(keyword.name))) continue;
        for (const check of checks) {
          report({
            place: (check.words[0] ?? check).place,
            message: `${check.keyword.name} asks ${nameOf(server)} over TCP, but the service is UDP`,
            related: [
              { place: protocol.statement.words[1]?.place ?? protocol.statement.place, message: "protocol UDP" },
            ],
          });
        }
      }
    }
  },
});

const tcpChecks: ReadonlySet<string> = new Set(["TCP_CHECK", "HTTP_GET", "SSL_GET", "SMTP_CHECK"]);
