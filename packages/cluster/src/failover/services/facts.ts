/** What decides who serves, out of a virtual server as keepalived holds it. */
import { portOf, type RealServer, socketName, type VirtualServer } from "@kalint/daemon";
import { detectionOf } from "./detection.js";
import type { ServerFacts, ServiceFacts } from "./types.js";

export function serviceFactsOf(server: VirtualServer): ServiceFacts {
  const { sorryServer, effectiveQuorum, effectiveHysteresis, quorumUp, quorumDown } = server;
  const nameOf = ({ address, port }: Pick<RealServer, "address" | "port">) =>
    socketName(address, port || portOf(server));
  return {
    servers: server.realServers.map((realServer) => serverFacts(nameOf(realServer), realServer)),
    quorum: effectiveQuorum,
    hysteresis: effectiveHysteresis,
    ...(sorryServer && { sorryServer: { name: nameOf(sorryServer), inhibit: sorryServer.inhibit } }),
    tells: { up: quorumUp !== undefined, down: quorumDown !== undefined },
  };
}

/** The quickest of its checks takes a server out. */
function serverFacts(name: string, { effectiveWeight, inhibit, checks }: RealServer): ServerFacts {
  const times = checks.map(detectionOf);
  const detection = times.every((time) => time !== undefined)
    ? times.toSorted((one, other) => one.seconds - other.seconds)[0]
    : undefined;
  return {
    name,
    weight: effectiveWeight,
    checked: checks.length > 0,
    inhibit,
    alpha: checks.some(({ alpha }) => alpha),
    ...(detection && { detection }),
  };
}
