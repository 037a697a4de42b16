/** How long a check takes to notice that a server has fallen silent. */

import type { Check, CheckTimes } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Detection } from "./types.js";

/** `undefined` where silence is not noticed by waiting: by BFD or a file, or not at all. */
export function detectionOf({ kind, times, takesSilence }: Check): Detection | undefined {
  if (times === undefined || takesSilence) return undefined;
  return kind === "MISC_CHECK" ? programDetection(times) : connectionDetection(times);
}

/** A check passes, the server falls silent, the next check comes `delay_loop` later, and every try waits for its timeout. */
function connectionDetection({ loop, retry, pause, timeout }: CheckTimes): Detection {
  return summed(loop.value, [
    [say`tries`, 1 + retry.value, timeout.value],
    [say`pauses`, retry.value, pause.value],
  ]);
}

/** A run is followed by the next one after the pause, counted from its start (check/check_misc.c: misc_check_child_thread). */
function programDetection({ loop, retry, pause, timeout }: CheckTimes): Detection {
  return summed(loop.value, [
    [say`runs`, retry.value, Math.max(timeout.value, pause.value)],
    [say`last run`, 1, timeout.value],
  ]);
}

/** `delay_loop 6 s + 2 tries × 3 s + 1 s`. */
function summed(loop: number, parts: readonly (readonly [name: string, times: number, each: number])[]): Detection {
  const counted = parts.filter(([, times]) => times > 0);
  const total = counted.reduce((sum, [, times, each]) => sum + times * each, loop);
  const shown = counted.map(([name, times, each]) => (times === 1 ? `${each} s` : `${times} ${name} × ${each} s`));
  return { seconds: Math.round(total * 1000) / 1000, sum: [say`delay_loop ${loop} s`, ...shown].join(" + ") };
}
