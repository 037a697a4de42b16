/** A virtual server's numbers as keepalived uses them, with the defaults of each check. */
import { childrenNamed, decimal, lastSwitch, lastValue, unsigned } from "../../bind/sources.js";
import type { RealServer, VirtualServer } from "../../objects.js";
import { socketName } from "../../services.js";
import type { EffectiveStatement } from "../../types.js";
import type { Detection, ServerFacts, ServiceFacts } from "./types.js";

/** keepalived's delay_loop where none is written, in seconds. */
const defaultDelayLoop = 60;
/** And its connect_timeout. */
const defaultTimeout = 5;

export function factsOf(server: VirtualServer): ServiceFacts {
  const { statement } = server;
  const servers = server.realServers.map((realServer) => serverFacts(server, realServer));
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
        inhibit: lastSwitch(statement, "sorry_server_inhibit") ?? false,
      },
    }),
    alpha: lastSwitch(statement, "alpha") ?? false,
    tells: {
      up: childrenNamed(statement, "quorum_up").length > 0,
      down: childrenNamed(statement, "quorum_down").length > 0,
    },
  };
}

function portOf({ service }: VirtualServer): number {
  return service.kind === "address" ? service.port : 0;
}

function serverFacts(server: VirtualServer, realServer: RealServer): ServerFacts {
  const { statement, address, port, weight } = realServer;
  const blocks = [statement, server.statement];
  const standing = lastValue(server.statement, "weight", unsigned(0, 65535))?.value;
  const times = realServer.checkers.map((checker) => detectionOf(checker, blocks));
  const detection = times.every((time) => time !== undefined)
    ? times.toSorted((one, other) => one.seconds - other.seconds)[0]
    : undefined;
  return {
    name: socketName(address, port || portOf(server)),
    weight: weight?.value ?? standing ?? 1,
    checked: realServer.checkers.length > 0,
    inhibit: blocks.map((block) => lastSwitch(block, "inhibit_on_failure")).find((each) => each !== undefined) ?? false,
    ...(detection && { detection }),
  };
}

/**
 * A check passes, the server falls silent, and the next check comes `delay_loop` later; every try waits for its timeout.
 * Source: keepalived 2.2.7, check/check_data.c: validate_check_config, and the *_epilog functions of the checks.
 */
function detectionOf(checker: EffectiveStatement, blocks: readonly EffectiveStatement[]): Detection | undefined {
  const { name } = checker.keyword;
  // These are told, or read a value that no file of ours holds.
  if (name === "BFD_CHECK" || name === "FILE_CHECK") return undefined;
  const from = [checker, ...blocks];
  const setting = (keyword: string) =>
    from
      .map((block) => lastValue(block, keyword, decimal(0, 4_294_967, 6))?.value)
      .find((value) => value !== undefined);
  const loop = setting("delay_loop") ?? defaultDelayLoop;
  const script = name === "MISC_CHECK";
  const timeoutName = script ? "misc_timeout" : "connect_timeout";
  const timeout = setting(timeoutName) ?? (script ? loop : defaultTimeout);
  const retries = setting("retry") ?? setting("nb_get_retry") ?? (script ? 0 : name === "DNS_CHECK" ? 3 : 1);
  const pause = setting("delay_before_retry") ?? (/_GET$/.test(name) ? 3 : name === "DNS_CHECK" ? loop : 1);
  const tries = retries + 1;
  return {
    seconds: Math.round((loop + tries * timeout + retries * pause) * 1000) / 1000,
    sum: [
      `delay_loop ${loop} s`,
      `${tries === 1 ? "" : `${tries} tries × `}${timeout} s`,
      ...(retries === 0 ? [] : [`${retries === 1 ? "" : `${retries} pauses × `}${pause} s`]),
    ].join(" + "),
  };
}
