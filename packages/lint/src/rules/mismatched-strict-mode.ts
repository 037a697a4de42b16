import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { comparedSetting } from "../cluster/settings.js";
import { defineClusterRule } from "../define.js";

export const mismatchedStrictMode = defineClusterRule({
  id: "mismatched-strict-mode",
  category: "cluster",
  severity: "warning",
  summary: "Strict mode is enabled on only some hosts of a virtual router.",
  why: "A host in strict mode disables authentication and everything else that the RFC does not define, and drops packets to the virtual addresses unless `accept` is in effect. The other hosts do none of this, so the addresses behave differently after each failover.",
  advice: "Use strict mode on all hosts or, better, on none: hardly anybody needs it.",
  restsOn: "blocks",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; vrrp/vrrp_firewall.c: firewall_handle_accept_mode",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          priority: 150,
          version: 3,
          lines: ["strict_mode on", "accept"],
        }),
        "lb2/keepalived.conf": exampleHost({ version: 3, lines: ["accept"] }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, version: 3, lines: ["strict_mode on", "accept"] }),
        "lb2/keepalived.conf": exampleHost({ version: 3, lines: ["strict_mode on", "accept"] }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map((member): Stand => {
        const { host, instance } = member;
        const { target } = host.effective;
        const setting =
          comparedSetting(instance.statement.children, target, "strict_mode") ??
          comparedSetting(host.global.statements, target, "vrrp_strict");
        return {
          member,
          key: String(instance.strict),
          place: setting?.place ?? instance.place,
          shown: instance.strict ? say`strict mode` : say`no strict mode`,
        };
      });
      const findings = disagreements(
        stands,
        ({ shown, member }, agreed) =>
          say`${member.host.name} has ${shown}, ${hostNamesOf(agreed)} ${verb(agreed, say`has`, say`have`)} ${agreed[0]!.shown}`,
      );
      for (const finding of findings) report(finding);
    }
  },
});
