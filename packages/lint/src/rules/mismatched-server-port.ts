import { type EffectiveStatement, headerPlace } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import type { Fix } from "../types.js";

export const mismatchedServerPort = defineRemarkRule({
  id: "mismatched-server-port",
  category: "daemon",
  severity: "error",
  summary: "A server with DR or TUN on another port than its virtual server.",
  why: "Direct routing and tunnels pass packets on unchanged; only NAT can change the port. keepalived uses the virtual server's port, so a service that listens only on the other port is not reached.",
  advice:
    "Give the real server the virtual server's port and let the service listen there, or use `lvs_method NAT`. A check can use another port with `connect_port`.",
  fixable: "sometimes",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer([], { scheduler: "rr", method: "DR", realServer: "10.0.0.2 8080" }),
    },
  ],
  good: [
    {
      files: exampleServer([], { scheduler: "rr", method: "DR" }),
    },
  ],
  remarks: {
    "server-port-reset": ({ server, method, virtualServer, servicePort, because }) => {
      if (because !== "other-port") {
        return {
          message: say`${nameOf(server)} has a port, but its service goes by firewall mark: with ${method} the port stays as it comes`,
          help: say`Remove the port.`,
          severity: "warning",
          fixes: because === "mark" ? removePort(server, true) : [],
        };
      }
      return {
        message: say`${nameOf(server)} is on another port than its virtual server (${servicePort}): with ${method} no port is changed`,
        related: [{ place: headerPlace(virtualServer), message: say`port ${servicePort}` }],
        fixes: servicePort === 0 ? removePort(server, true) : replaceWord(server.words[2]!, String(servicePort), true),
      };
    },
    "server-port-unlike-group": ({ server, method, entry, address, port }) => ({
      message: say`${nameOf(server)} differs from port ${port} of ${address} in its group: with ${method} no port is changed`,
      help: say`Leave the port out: each address of the group then keeps its own.`,
      related: [{ place: entry, message: say`port ${port}` }],
      fixes: removePort(server, false),
    }),
  },
});

function removePort({ words }: EffectiveStatement, safe: boolean): readonly Fix[] {
  const [, address, port] = words;
  if (!address || !port || address.expanded || port.expanded || address.place.file !== port.place.file) return [];
  const edit = { file: port.place.file, start: address.place.end, end: port.place.end, text: "" };
  return [{ title: say`remove the port`, safe, edits: [edit] }];
}
