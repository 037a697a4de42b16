import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreement, hostNamesOf, relatedTo, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedVirtualRouterId = defineClusterRule({
  id: "mismatched-virtual-router-id",
  category: "cluster",
  severity: "error",
  summary: "Hosts that share an address use different `virtual_router_id` values.",
  why: "The two hosts act as different virtual routers: neither hears the other, so both become MASTER and hold the address.",
  advice:
    "Use the same id on all hosts of the virtual router (1 to 255, used by no other virtual router on this network).",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet; RFC 5798, section 7.1",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 27 }),
        "lb2/keepalived.conf": exampleHost({ id: 28 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 27 }),
        "lb2/keepalived.conf": exampleHost({ id: 27 }),
      },
    },
  ],
  evidence: ["https://github.com/sous-chefs/keepalived/issues/24"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.flatMap((member): Stand[] => {
        const { virtualRouterId } = member.instance;
        if (virtualRouterId === undefined) return [];
        const { value, place } = virtualRouterId;
        return [{ member, key: String(value), place, shown: say`virtual_router_id ${value}` }];
      });
      const found = disagreement(stands);
      for (const { member, place } of found?.deviating ?? []) {
        const address = sharedAddress(member, found!.agreed);
        report({
          place,
          message: say`${hostNamesOf(found!.agreed)} ${verb(found!.agreed, say`uses`, say`use`)} virtual_router_id ${found!.agreed[0]!.key} for the same ${address === undefined ? say`virtual router` : say`address ${address}`}`,
          related: relatedTo(stands.filter((stand) => stand.member !== member)),
        });
      }
    }
  },
});

function sharedAddress({ instance }: Stand["member"], others: readonly Stand[]): string | undefined {
  const theirs = new Set(others.flatMap(({ member }) => member.instance.addresses.map(({ value }) => value.text)));
  return instance.addresses.find(({ value }) => theirs.has(value.text))?.value.text;
}
