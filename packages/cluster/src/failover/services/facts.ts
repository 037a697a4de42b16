/** A virtual server's numbers as keepalived uses them. */

import type { EffectiveStatement, RealServer, VirtualServer } from "@kalint/daemon";
import { childrenNamed, inherited, lastSwitch, lastValue, socketName, unsigned } from "@kalint/daemon";
import { detectionOf } from "./detection.js";
import type { ServerFacts, ServiceFacts } from "./types.js";

/** Shapes and limits as after keepalived's own check of what it has read. */
export function serviceFactsOf(server: VirtualServer): ServiceFacts {
  const { statement } = server;
  // Of two that are the same keepalived removes the second.
  const servers = server.realServers
    .map((realServer) => serverFacts(server, realServer))
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);
  const sum = servers.reduce((total, { weight }) => total + weight, 0);
  // Source: keepalived 2.2.7, check/check_data.c: validate_check_config.
  const quorum = Math.min(server.quorum?.value ?? 1, sum);
  const hysteresis = lastValue(statement, "hysteresis", unsigned(0, 0xffffffff))?.value ?? 0;
  const sorry = server.sorryServer?.value;
  return {
    servers,
    quorum,
    // Without any weight it becomes 0 − 1, which is the largest number there is: no quorum is ever gained.
    hysteresis: hysteresis < quorum ? hysteresis : (quorum - 1) >>> 0,
    ...(sorry && {
      sorryServer: {
        name: socketName(sorry.address, sorry.port || portOf(server)),
        inhibit: isSorryInhibited(statement),
      },
    }),
    tells: {
      up: childrenNamed(statement, "quorum_up").length > 0,
      down: childrenNamed(statement, "quorum_down").length > 0,
    },
  };
}

/** keepalived ignores the word above the sorry server that it is for. */
function isSorryInhibited({ children }: EffectiveStatement): boolean {
  const names = children.map(({ keyword }) => keyword.name);
  return names.lastIndexOf("sorry_server_inhibit") > names.indexOf("sorry_server");
}

function portOf({ service }: VirtualServer): number {
  return service.kind === "address" ? service.port : 0;
}

function serverFacts(server: VirtualServer, realServer: RealServer): ServerFacts {
  const { statement, address, port, weight } = realServer;
  const blocks = [statement, server.statement];
  const standing = lastValue(server.statement, "weight", unsigned(1, 0x7fffffff))?.value;
  const alpha = inherited(blocks, (block) => lastSwitch(block, "alpha"));
  const times = realServer.checkers.map((checker) => detectionOf(checker, blocks));
  const detection = times.every((time) => time !== undefined)
    ? times.toSorted((one, other) => one.seconds - other.seconds)[0]
    : undefined;
  return {
    name: socketName(address, port || portOf(server)),
    weight: weight?.value ?? standing ?? 1,
    checked: realServer.checkers.length > 0,
    inhibit: inherited(blocks, (block) => lastSwitch(block, "inhibit_on_failure")) ?? false,
    alpha: realServer.checkers.some((checker) => lastSwitch(checker, "alpha") ?? alpha ?? false),
    ...(detection && { detection }),
  };
}
