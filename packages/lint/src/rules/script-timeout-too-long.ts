import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";

export const scriptTimeoutTooLong = defineHostRule({
  id: "script-timeout-too-long",
  category: "tracking",
  severity: "warning",
  summary: "A script that may run longer than its interval.",
  why: "keepalived does not start a script that is still running: each run that takes longer than `interval` makes it skip the next ones. It notices a script that hangs only after `fall` times `timeout`, not after `fall` times `interval`.",
  advice: "Make `timeout` shorter than `interval` (the default is the interval), or make the interval longer.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_scheduler.c: vrrp_script_thread, vrrp_script_child_thread",
  bad: [{ files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "timeout 5"]) }],
  good: [{ files: exampleScript(['script "/usr/local/bin/up"', "interval 5", "timeout 2"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/774", "https://github.com/acassen/keepalived/issues/2289"],
  check(host, report) {
    for (const { name, interval, timeout, fall } of host.scripts) {
      const every = interval?.value ?? 1;
      if (timeout === undefined || timeout.value <= every) continue;
      const times = fall?.value ?? 1;
      const noticed = round(times * timeout.value);
      report({
        place: timeout.place,
        message: say`timeout ${timeout.value} s of ${name} is longer than its interval of ${every} s${interval ? "" : say` (the default)`}: a run that hangs is noticed after ${times > 1 ? `${times} × ${timeout.value} = ` : ""}${noticed} s, not ${round(times * every)} s`,
        ...(interval && { related: [{ place: interval.place, message: say`interval ${interval.value}` }] }),
      });
    }
  },
});

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
