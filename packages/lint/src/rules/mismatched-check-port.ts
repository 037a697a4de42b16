import { checksOf, hasChild, headerPlace, numberSetting, perBlock, portOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import type { Finding, Related } from "../types.js";

const asking = (port: number) =>
  exampleServer().replace("connect_timeout 3", `connect_timeout 3\n            connect_port ${port}`);

export const mismatchedCheckPort = defineHostRule({
  id: "mismatched-check-port",
  category: "lvs",
  severity: "info",
  summary: "A check on another port than the one that is served.",
  why: "The check tests whatever listens on that other port. That is right for a health page or a service with several ports. Otherwise it is a copied line: the server stays in service while the port that clients use is dead.",
  advice:
    "Remove `connect_port` to check the served port, or list the port in the option `ports` if another port is intended.",
  options: {
    ports: { kind: "numbers", default: [], description: "Ports that only answer to checks, on purpose." },
  },
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [{ files: asking(8080) }],
  good: [{ files: asking(80) }, { files: asking(8080), options: { ports: [8080] } }],
  evidence: ["https://github.com/acassen/keepalived/issues/765"],
  check(host, report, { ports }) {
    // All servers are mostly asked alike: one finding tells of a port.
    const first = new Map<number, { readonly finding: Finding; readonly related: Related[] }>();
    for (const { check, realServer, virtualServer } of checksOf(host)) {
      const port = portAsked(check.statement, host.effective.target);
      const served = realServer.port || portOf(virtualServer);
      if (port === undefined || served === 0 || port.value === served || ports.includes(port.value)) continue;
      const earlier = first.get(port.value);
      if (earlier !== undefined) {
        earlier.related.push({ place: port.place, message: say`the same for ${nameOf(realServer.statement)}` });
        continue;
      }
      first.set(port.value, {
        finding: {
          place: port.place,
          message: say`${check.kind} asks port ${port.value}, but ${nameOf(realServer.statement)} serves port ${served}`,
        },
        related: [{ place: headerPlace(realServer.statement), message: say`port ${served}` }],
      });
    }
    for (const { finding, related } of first.values()) report({ ...finding, related });
  },
});

/** With an address of its own a check asks another service on purpose. */
const portAsked = perBlock((check, target) =>
  hasChild(check, "connect_ip") ? undefined : numberSetting(check, "connect_port", target),
);
