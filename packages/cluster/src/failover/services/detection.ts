/**
 * How long a check takes to notice that a server has fallen silent. Source: keepalived 2.2.7, check/check_data.c:
 * validate_check_config, and the *_epilog functions of the checks.
 */

import type { EffectiveStatement } from "@kalint/daemon";
import { childrenNamed, decimal, inherited, lastValue, unsigned } from "@kalint/daemon";
import type { Detection } from "./types.js";

/** What keepalived takes where nothing is written, in seconds. */
const defaults = { delayLoop: 60, connectTimeout: 5 };

/** In seconds, with what keepalived takes where nothing is written. */
export interface CheckTimes {
  /** From the end of one check to the start of the next. */
  readonly loop: number;
  /** Tries that must fail. */
  readonly tries: number;
  readonly timeout: number;
  /** Between two tries. */
  readonly pause: number;
}

/**
 * The times of a check that connects; `blocks` are its real server and its virtual server, which it inherits from.
 * `undefined` where silence is not noticed by waiting: by BFD or a file, by a program, or not at all.
 */
export function checkTimes(checker: EffectiveStatement, blocks: readonly EffectiveStatement[]): CheckTimes | undefined {
  const { name } = checker.keyword;
  if (["BFD_CHECK", "FILE_CHECK", "MISC_CHECK"].includes(name) || takesSilence(checker)) return undefined;
  const loop = settingOf(checker, blocks, "delay_loop") ?? defaults.delayLoop;
  return {
    loop,
    tries: 1 + retriesOf(checker, blocks, name === "DNS_CHECK" ? 3 : 1),
    timeout: settingOf(checker, blocks, "connect_timeout") ?? defaults.connectTimeout,
    pause:
      settingOf(checker, blocks, "delay_before_retry") ?? (/_GET$/.test(name) ? 3 : name === "DNS_CHECK" ? loop : 1),
  };
}

/** A UDP_CHECK that needs no reply takes none for a good one. */
export function takesSilence({ keyword, children }: EffectiveStatement): boolean {
  return keyword.name === "UDP_CHECK" && childrenNamed({ children }, "require_reply").length === 0;
}

/** A check passes, the server falls silent, the next check comes `delay_loop` later, and every try waits for its timeout. */
export function detectionOf(checker: EffectiveStatement, blocks: readonly EffectiveStatement[]): Detection | undefined {
  if (checker.keyword.name === "MISC_CHECK") return scriptDetection(checker, blocks);
  const times = checkTimes(checker, blocks);
  if (times === undefined) return undefined;
  return summed(times.loop, [
    ["tries", times.tries, times.timeout],
    ["pauses", times.tries - 1, times.pause],
  ]);
}

/** A run is followed by the next one after the pause, counted from its start (check/check_misc.c: misc_check_child_thread). */
function scriptDetection(checker: EffectiveStatement, blocks: readonly EffectiveStatement[]): Detection {
  const own = lastValue(checker, "misc_timeout", seconds)?.value;
  // Without one of its own a run has the virtual server's loop, whatever the check's is.
  const timeout = own || (inherited(blocks.slice(-1), loopOf) ?? defaults.delayLoop);
  const pause = settingOf(checker, blocks, "delay_before_retry") ?? 1;
  return summed(settingOf(checker, blocks, "delay_loop") ?? defaults.delayLoop, [
    ["runs", retriesOf(checker, blocks, 0), Math.max(timeout, pause)],
    ["last run", 1, timeout],
  ]);
}

const seconds = decimal(0, 4_294_967, 6);
const loopOf = (block: EffectiveStatement) => lastValue(block, "delay_loop", seconds)?.value;

function settingOf(
  checker: EffectiveStatement,
  blocks: readonly EffectiveStatement[],
  keyword: string,
): number | undefined {
  return inherited([checker, ...blocks], (block) => lastValue(block, keyword, seconds)?.value);
}

/** In the check itself, also by its old name, none are allowed; the blocks around it take 1 or more. */
function retriesOf(checker: EffectiveStatement, blocks: readonly EffectiveStatement[], otherwise: number): number {
  const own = lastValue(checker, ["retry", "nb_get_retry"], unsigned(0, 0xffffffff));
  return (own ?? inherited(blocks, (block) => lastValue(block, "retry", unsigned(1, 0xffffffff))))?.value ?? otherwise;
}

/** `delay_loop 6 s + 2 tries × 3 s + 1 s`. */
function summed(loop: number, parts: readonly (readonly [name: string, times: number, each: number])[]): Detection {
  const counted = parts.filter(([, times]) => times > 0);
  const total = counted.reduce((sum, [, times, each]) => sum + times * each, loop);
  const shown = counted.map(([name, times, each]) => (times === 1 ? `${each} s` : `${times} ${name} × ${each} s`));
  return { seconds: Math.round(total * 1000) / 1000, sum: [`delay_loop ${loop} s`, ...shown].join(" + ") };
}
