import { argumentOf, type EffectiveStatement, headerPlace, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";

export const duplicateNotifyFifo = defineHostRule({
  id: "duplicate-notify-fifo",
  category: "tracking",
  severity: "error",
  summary: "The same pipe for all events and for the events of VRRP or LVS.",
  why: "Each event would arrive twice. keepalived drops the more specific pipe together with its script, and only logs it; a pipe shared by VRRP and LVS keeps only the script of VRRP.",
  advice: "Give each pipe its own name, or keep only `notify_fifo`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, core/global_data.c: init_global_data",
  bad: [
    {
      files: `global_defs {
    notify_fifo /run/keepalived.fifo
    vrrp_notify_fifo /run/keepalived.fifo
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    notify_fifo /run/keepalived.fifo
    vrrp_notify_fifo /run/keepalived-vrrp.fifo
}
`,
    },
  ],
  check(host, report) {
    const first = (name: string): EffectiveStatement | undefined => statementsAt(host, `global_defs/${name}`)[0];
    const [all, vrrp, lvs] = ["notify_fifo", "vrrp_notify_fifo", "lvs_notify_fifo"].map(first);
    const script = first("lvs_notify_fifo_script");
    for (const special of [vrrp, lvs]) {
      if (!all || !special || argumentOf(all) !== argumentOf(special)) continue;
      report({
        place: headerPlace(special),
        message: say`${argumentOf(special)} is already the notify_fifo: this line is ignored`,
        related: [{ place: headerPlace(all), message: say`the pipe for all events` }],
      });
    }
    if (!vrrp || !lvs || !script || !first("vrrp_notify_fifo_script") || argumentOf(vrrp) !== argumentOf(lvs)) return;
    if (all && argumentOf(all) === argumentOf(lvs)) return;
    report({
      place: headerPlace(script),
      message: say`${argumentOf(lvs)} is shared with vrrp_notify_fifo, which has a script, too: this one is ignored`,
      related: [{ place: headerPlace(vrrp), message: say`the pipe for VRRP` }],
      severity: "warning",
    });
  },
});
