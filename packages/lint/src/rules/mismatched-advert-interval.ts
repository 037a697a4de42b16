import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreement, hostNamesOf, relatedTo, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedAdvertInterval = defineClusterRule({
  id: "mismatched-advert-interval",
  category: "cluster",
  severity: "error",
  summary: "Hosts of a VRRP version 2 router send adverts at different intervals.",
  why: "With VRRP version 2 a host discards adverts whose interval differs from its own: it hears no MASTER and becomes MASTER too. With version 3 it would adopt the MASTER's interval.",
  advice: "Set the same `advert_int` on all hosts.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet; RFC 3768, section 7.1",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, interval: 1 }),
        "lb2/keepalived.conf": exampleHost({ interval: 2 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, interval: 2 }),
        "lb2/keepalived.conf": exampleHost({ interval: 2 }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      if (members.some(({ instance }) => instance.effectiveVersion === 3)) continue;
      const stands = members.map((member): Stand => {
        const { advertInterval, effectiveAdvertInterval, place } = member.instance;
        return {
          member,
          key: String(effectiveAdvertInterval),
          place: advertInterval?.place ?? place,
          shown: say`advert_int ${effectiveAdvertInterval}${advertInterval ? "" : say` by default`}`,
        };
      });
      const found = disagreement(stands);
      for (const { member, place, shown } of found?.deviating ?? []) {
        report({
          place,
          message: say`${hostNamesOf(found!.agreed)} ${verb(found!.agreed, say`has`, say`have`)} ${found!.agreed[0]!.shown}, ${member.host.name} has ${shown}`,
          related: relatedTo(stands.filter((stand) => stand.member !== member)),
        });
      }
    }
  },
});
