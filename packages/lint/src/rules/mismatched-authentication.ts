import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import {
  disagreement,
  hostNamesOf,
  type Member,
  relatedTo,
  type Stand,
  sharedRouters,
  verb,
} from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

export const mismatchedAuthentication = defineClusterRule({
  id: "mismatched-authentication",
  category: "cluster",
  severity: "error",
  summary: "Hosts of a virtual router use different authentication types or passwords.",
  why: "Each host discards the adverts of the other, so none of them hears a MASTER and all become MASTER.",
  advice:
    "Set the same `auth_type` and `auth_pass` on all hosts, or remove the block from all of them. Only the first eight characters of a password count.",
  followsFrom: relatedLines.authentication,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, password: "s3cret" }),
        "lb2/keepalived.conf": exampleHost({ password: "s3cert" }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, password: "s3cret" }),
        "lb2/keepalived.conf": exampleHost({ password: "s3cret" }),
      },
    },
  ],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      // VRRP version 3 has no authentication: keepalived drops the block.
      if (members.some(({ instance }) => instance.effectiveVersion === 3)) continue;
      const stands = members.map(standOf);
      const found = disagreement(stands);
      for (const { member, place, key } of found?.deviating ?? []) {
        report({
          place,
          message: messageFor({ key, member }, found!.agreed),
          related: relatedTo(stands.filter((stand) => stand.member !== member)),
        });
      }
    }
  },
});

/** Without a password there is no authentication; the password itself is not shown. */
function standOf(member: Member): Stand {
  const { authentication } = member.instance;
  const { type, password } = authentication ?? {};
  if (type === undefined || password === undefined) {
    return { member, key: "none", place: member.instance.place, shown: say`no authentication` };
  }
  const used = [...password.value].slice(0, 8).join("");
  return {
    member,
    key: JSON.stringify([type.value, used]),
    place: password.place,
    shown: say`auth_type ${type.value} with its password`,
  };
}

function messageFor({ key, member }: Pick<Stand, "key" | "member">, agreed: readonly Stand[]): string {
  const others = hostNamesOf(agreed);
  const theirs = agreed[0]!.key;
  if (key === "none")
    return say`${others} ${verb(agreed, say`uses`, say`use`)} authentication, ${member.host.name} does not`;
  if (theirs === "none")
    return say`${member.host.name} uses authentication, ${others} ${verb(agreed, say`does`, say`do`)} not`;
  const [type] = JSON.parse(key) as string[];
  const [theirType] = JSON.parse(theirs) as string[];
  return type === theirType
    ? say`this password differs from that of ${others} within the first eight characters`
    : say`${member.host.name} uses auth_type ${type}, ${others} ${verb(agreed, say`uses`, say`use`)} ${theirType}`;
}
