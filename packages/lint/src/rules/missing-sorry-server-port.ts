import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { readServices } from "../lvs/services.js";
import { headerPlace } from "../lvs/statements.js";

export const missingSorryServerPort = defineHostRule({
  id: "missing-sorry-server-port",
  category: "lvs",
  severity: "warning",
  summary: "A `sorry_server` without a port.",
  why: "keepalived takes port 0. With NAT nothing listens there, so when all real servers are down the page that should say so does not appear either. With DR and TUN the port of the service stays as it is.",
  advice: "Write the port behind the address.",
  fixable: "unsafe",
  since: "0.1.0",
  bad: [{ files: exampleServer(["sorry_server 10.0.0.9"]) }],
  good: [{ files: exampleServer(["sorry_server 10.0.0.9 80"]) }],
  check(host, report) {
    for (const { sorryServer, port } of readServices(host)) {
      if (sorryServer === undefined || sorryServer.port !== 0 || port === 0) continue;
      const { statement } = sorryServer;
      const address = statement.words[1];
      report({
        place: headerPlace(statement),
        message: `sorry_server ${sorryServer.address.text} has no port: keepalived takes 0, the service has ${port}`,
        ...(sorryServer.method !== "NAT" && { severity: "info" }),
        fixes:
          address === undefined || address.expanded
            ? []
            : [
                {
                  title: `add port ${port}`,
                  safe: false,
                  edits: [{ ...address.place, start: address.place.end, text: ` ${port}` }],
                },
              ],
      });
    }
  },
});
