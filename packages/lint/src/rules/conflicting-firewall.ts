import { headerPlace, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { removeLine } from "../edits.js";

export const conflictingFirewall = defineHostRule({
  id: "conflicting-firewall",
  category: "vrrp",
  severity: "warning",
  summary: "`vrrp_iptables` beside `nftables`, or `vrrp_ipsets` without `vrrp_iptables`.",
  why: "keepalived protects addresses with either nftables or iptables: nftables if both are configured, and ipsets only together with iptables. It mentions the unused setting only in its log.",
  advice: "Keep the setting that the host uses and remove the other lines.",
  fixable: "safe",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_init; core/global_parser.c: vrrp_ipsets_handler",
  bad: [
    {
      files: `global_defs {
    nftables keepalived
    vrrp_iptables VRRP_IN VRRP_OUT
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    nftables keepalived
}
`,
    },
  ],
  check(host, report) {
    const [nftables] = statementsAt(host, "global_defs/nftables");
    const iptables = statementsAt(host, "global_defs/vrrp_iptables");
    if (nftables) {
      for (const statement of iptables) {
        report({
          place: headerPlace(statement),
          message: say`vrrp_iptables is ignored: nftables is configured, too`,
          related: [{ place: headerPlace(nftables), message: say`nftables is used` }],
          fixes: removeLine(host, statement, true, say`remove \`vrrp_iptables\``),
        });
      }
    }
    if (iptables.length > 0 && !nftables) return;
    for (const statement of statementsAt(host, "global_defs/vrrp_ipsets")) {
      if (statement.words.length < 2) continue;
      report({
        place: headerPlace(statement),
        message: say`vrrp_ipsets is ignored: ${nftables ? say`nftables is used` : say`there is no vrrp_iptables`}`,
        fixes: removeLine(host, statement, true, say`remove \`vrrp_ipsets\``),
      });
    }
  },
});
