import { hasChild, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingGarpRefresh = defineHostRule({
  id: "missing-garp-refresh",
  category: "vrrp",
  severity: "info",
  preset: "strict",
  summary: "A MASTER that announces its address only at the beginning.",
  why: "keepalived sends gratuitous ARP when it becomes MASTER, again after `garp_master_delay` (5 seconds by default), and then no more unless it hears a lower-priority MASTER. If these messages are lost, or a switch forgets the port, neighbours keep sending to the wrong host until their own entries expire, which takes minutes to hours.",
  advice: "Write `garp_master_refresh 60` in the instance, or `vrrp_garp_master_refresh 60` in `global_defs`.",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp.c: vrrp_send_link_update, vrrp_state_master_rx; vrrp/vrrp_scheduler.c: vrrp_gratuitous_arp_thread; the rest is advice",
  bad: [{ files: exampleInstance() }],
  good: [{ files: exampleInstance(["garp_master_refresh 60"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/20", "https://github.com/acassen/keepalived/issues/1927"],
  check(host, report) {
    if (statementsAt(host, "global_defs/vrrp_garp_master_refresh").length > 0) return;
    for (const { name, place, statement, family } of host.instances) {
      if (family === "ipv6" || hasChild(statement, "garp_master_refresh")) continue;
      report({
        place,
        message: say`${name} has no garp_master_refresh: its address is announced only when it becomes MASTER`,
      });
    }
  },
});
