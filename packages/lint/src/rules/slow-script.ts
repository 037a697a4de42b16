import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";

export const slowScript = defineHostRule({
  id: "slow-script",
  category: "tracking",
  severity: "warning",
  summary: "A tracked script that takes more than a minute to detect a failure.",
  why: "keepalived reports a failure after `fall` failed runs in a row, and starts a run every `interval` seconds. Until then the host keeps the address of a service that is dead.",
  advice: "Choose `fall` times `interval` as long as the service may be down unnoticed: a few seconds in most cases.",
  options: {
    maximum: {
      kind: "number",
      default: 60,
      minimum: 1,
      description: "How many seconds `fall` times `interval` may be.",
    },
  },
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_scheduler.c: vrrp_script_child_thread; the rest is advice",
  bad: [{ files: exampleScript(['script "/usr/local/bin/up"', "interval 30", "timeout 10", "fall 5"]) }],
  good: [
    { files: exampleScript(['script "/usr/local/bin/up"', "interval 10", "timeout 5", "fall 3"]) },
    {
      files: exampleScript(['script "/usr/local/bin/up"', "interval 30", "timeout 10", "fall 5"]),
      options: { maximum: 300 },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2304", "https://github.com/acassen/keepalived/issues/946"],
  check(host, report, { maximum }) {
    for (const { name, interval, fall } of host.scripts) {
      const times = fall?.value ?? 1;
      const seconds = Math.round(times * (interval?.value ?? 1) * 1000) / 1000;
      const slowest = times > (interval?.value ?? 1) ? (fall ?? interval) : (interval ?? fall);
      if (seconds <= maximum || slowest === undefined) continue;
      const other = slowest === interval ? fall : interval;
      report({
        place: slowest.place,
        message: say`${name} takes ${seconds} s to notice a failure: fall ${times} × interval ${interval?.value ?? 1} s`,
        ...(other && {
          related: [
            { place: other.place, message: other === fall ? say`fall ${times}` : say`interval ${other.value}` },
          ],
        }),
      });
    }
  },
});
