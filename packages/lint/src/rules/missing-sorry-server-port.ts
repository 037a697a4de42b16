import { headerPlace, portOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const missingSorryServerPort = defineHostRule({
  id: "missing-sorry-server-port",
  category: "lvs",
  severity: "warning",
  summary: "A `sorry_server` without a port.",
  why: "For a sorry server, unlike a real server, keepalived does not use the port of the service: it passes port 0 to the kernel. The kernel then keeps the port that the client asked for: a page that listens on another port, as most sorry pages do, is never reached, and nothing in the file shows it. It is also a different entry from a real server at the same address.",
  advice: "Write the port after the address.",
  fixable: "unsafe",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: alloc_ssvr",
  bad: [{ files: exampleServer(["sorry_server 10.0.0.9"]) }],
  good: [{ files: exampleServer(["sorry_server 10.0.0.9 80"]) }],
  check(host, report) {
    for (const server of host.virtualServers) {
      const { sorryServer } = server;
      const port = portOf(server);
      if (sorryServer === undefined || sorryServer.port !== 0 || port === 0) continue;
      const { statement } = sorryServer;
      const address = statement.words[1];
      report({
        place: headerPlace(statement),
        message: say`sorry_server ${sorryServer.address.text} has no port: clients reach it on port ${port} of the service, whatever port its page uses`,
        ...(sorryServer.forwarding.method !== "NAT" && { severity: "info" }),
        fixes:
          address === undefined || address.expanded
            ? []
            : [
                {
                  title: say`add port ${port}`,
                  safe: false,
                  edits: [{ ...address.place, start: address.place.end, text: ` ${port}` }],
                },
              ],
      });
    }
  },
});
