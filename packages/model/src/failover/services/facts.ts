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
  const alpha = [statement, server.statement]
    .map((block) => lastSwitch(block, "alpha"))
    .find((each) => each !== undefined);
  const times = realServer.checkers.map((checker) => detectionOf(checker, blocks));
  const detection = times.every((time) => time !== undefined)
    ? times.toSorted((one, other) => one.seconds - other.seconds)[0]
    : undefined;
  return {
    name: socketName(address, port || portOf(server)),
    weight: weight?.value ?? standing ?? 1,
    checked: realServer.checkers.length > 0,
    inhibit: blocks.map((block) => lastSwitch(block, "inhibit_on_failure")).find((each) => each !== undefined) ?? false,
    alpha: realServer.checkers.some((checker) => lastSwitch(checker, "alpha") ?? alpha ?? false),
    ...(detection && { detection }),
  };
}

/**
 * A check passes, the server falls silent, and the next check comes `delay_loop` later; every try waits for its timeout.
 * Source: keepalived 2.2.7, check/check_data.c: validate_check_config, and the *_epilog functions of the checks.
 */
function detectionOf(checker: EffectiveStatement, blocks: readonly EffectiveStatement[]): Detection | undefined {
  const { name } = checker.keyword;
  // These are told, or read a value that no file of ours holds; without an answer that it must have UDP_CHECK takes silence for one.
  if (name === "BFD_CHECK" || name === "FILE_CHECK") return undefined;
  if (name === "UDP_CHECK" && childrenNamed(checker, "require_reply").length === 0) return undefined;
  const setting = (keyword: string) =>
    [checker, ...blocks]
      .map((block) => lastValue(block, keyword, decimal(0, 4_294_967, 6))?.value)
      .find((value) => value !== undefined);
  const loop = setting("delay_loop") ?? defaultDelayLoop;
  if (name === "MISC_CHECK") return scriptDetection(loop, checker, blocks, retriesOf(checker, blocks, 0), setting);
  const retries = retriesOf(checker, blocks, name === "DNS_CHECK" ? 3 : 1);
  const timeout = setting("connect_timeout") ?? defaultTimeout;
  const pause = setting("delay_before_retry") ?? (/_GET$/.test(name) ? 3 : name === "DNS_CHECK" ? loop : 1);
  return summed([
    ["delay_loop", 1, loop],
    ["tries", retries + 1, timeout],
    ["pauses", retries, pause],
  ]);
}

/** A run is followed by the next one after the pause, counted from its start. Source: check/check_misc.c: misc_check_child_thread. */
function scriptDetection(
  loop: number,
  checker: EffectiveStatement,
  blocks: readonly EffectiveStatement[],
  retries: number,
  setting: (keyword: string) => number | undefined,
): Detection {
  const own = lastValue(checker, "misc_timeout", decimal(0, 4_294_967, 6))?.value;
  // Without one of its own a run has the virtual server's loop, whatever the check's is.
  const service = blocks.at(-1);
  const general = service && lastValue(service, "delay_loop", decimal(0, 4_294_967, 6))?.value;
  const timeout = own || (general ?? defaultDelayLoop);
  const pause = setting("delay_before_retry") ?? 1;
  return summed([
    ["delay_loop", 1, loop],
    ["runs", retries, Math.max(timeout, pause)],
    ["a run", 1, timeout],
  ]);
}

/** In the check itself, also by its old name, none are allowed; the blocks around it take 1 or more. */
function retriesOf(checker: EffectiveStatement, blocks: readonly EffectiveStatement[], otherwise: number): number {
  const own = lastValue(checker, ["retry", "nb_get_retry"], unsigned(0, 0xffffffff));
  const around = blocks.map((block) => lastValue(block, "retry", unsigned(1, 0xffffffff)));
  return [own, ...around].find((retry) => retry !== undefined)?.value ?? otherwise;
}

/** `delay_loop 6 s + 2 tries × 3 s + 1 s`. */
function summed(parts: readonly (readonly [name: string, times: number, seconds: number])[]): Detection {
  const counted = parts.filter(([, times]) => times > 0);
  const total = counted.reduce((sum, [, times, seconds]) => sum + times * seconds, 0);
  const shown = counted.map(([name, times, seconds]) => {
    if (name === "delay_loop") return `delay_loop ${seconds} s`;
    return times === 1 ? `${seconds} s` : `${times} ${name} × ${seconds} s`;
  });
  return { seconds: Math.round(total * 1000) / 1000, sum: shown.join(" + ") };
}
