import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreement, hostNamesOf, relatedTo, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedVrrpVersion = defineClusterRule({
  id: "mismatched-vrrp-version",
  category: "cluster",
  severity: "error",
  summary: "Hosts of a virtual router use different VRRP versions.",
  why: "A host discards adverts of the other version: it hears no MASTER and becomes MASTER too.",
  advice: "Set the same `version` on all hosts, or the same `vrrp_version` in `global_defs`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, version: 3 }),
        "lb2/keepalived.conf": exampleHost({ version: 2 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, version: 3 }),
        "lb2/keepalived.conf": exampleHost({ version: 3 }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/303"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map((member): Stand => {
        const { version = member.host.global.vrrpVersion, effectiveVersion, place } = member.instance;
        return {
          member,
          key: String(effectiveVersion),
          place: version?.place ?? place,
          shown: say`VRRP version ${effectiveVersion}`,
        };
      });
      const found = disagreement(stands);
      for (const { member, place, shown } of found?.deviating ?? []) {
        report({
          place,
          message: say`${hostNamesOf(found!.agreed)} ${verb(found!.agreed, say`uses`, say`use`)} ${found!.agreed[0]!.shown}, ${member.host.name} uses ${shown}`,
          related: relatedTo(stands.filter((stand) => stand.member !== member)),
        });
      }
    }
  },
});
