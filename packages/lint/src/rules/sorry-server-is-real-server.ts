import { headerPlace, isSameSocket, portOf, type Socket } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const sorryServerIsRealServer = defineHostRule({
  id: "sorry-server-is-real-server",
  category: "lvs",
  severity: "warning",
  summary: "A `sorry_server` that is one of the real servers.",
  why: "keepalived uses the sorry server when the quorum is lost: with the default quorum of 1, when no real server is left. This one is down then, like the others: clients get no answer instead of an apology. And when it comes back, keepalived adds and removes the same entry for two reasons.",
  advice: "Use another host, or another port with its own page; on this host, 127.0.0.1 with NAT works.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/ipwrapper.c: update_quorum_state; the rest is advice",
  bad: [{ files: exampleServer(["sorry_server 10.0.0.2 80"]) }],
  good: [{ files: exampleServer(["sorry_server 10.0.0.9 80"]) }],
  check(host, report) {
    for (const virtualServer of host.virtualServers) {
      const { sorryServer, realServers } = virtualServer;
      if (sorryServer === undefined) continue;
      const withPort = ({ address, port }: Socket): Socket => ({ address, port: port || portOf(virtualServer) });
      const same = realServers.find((server) => isSameSocket(withPort(server), withPort(sorryServer)));
      if (same === undefined) continue;
      report({
        place: headerPlace(sorryServer.statement),
        message: say`sorry_server ${sorryServer.address.text} is a real server of this service: it is down when it is needed`,
        related: [{ place: headerPlace(same.statement), message: say`the real server` }],
      });
    }
  },
});
