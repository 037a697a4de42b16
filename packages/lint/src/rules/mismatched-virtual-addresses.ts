import type { HostConfiguration } from "@kalint/model";
import { compareVersions } from "@kalint/schema";
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
import type { Finding } from "../types.js";

export const mismatchedVirtualAddresses = defineClusterRule({
  id: "mismatched-virtual-addresses",
  category: "cluster",
  severity: "error",
  summary: "Hosts of one virtual router list different addresses in virtual_ipaddress.",
  why: "An advert carries the addresses. Up to keepalived 2.3.2 a host throws away one that does not fit its own list: it hears no MASTER and becomes one too. From 2.3.3 on it takes the advert and only logs the difference; but the addresses that the other host does not list are gone when that one is MASTER.",
  advice:
    "List the same addresses on all hosts. What only one host needs belongs in virtual_ipaddress_excluded, which is not sent.",
  since: "0.1.0",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          address: "192.0.2.10/24\n        192.0.2.11/24",
        }),
        "lb2/keepalived.conf": exampleHost({ address: "192.0.2.10/24\n        192.0.2.12/24" }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({
          state: "MASTER",
          priority: 150,
          address: "192.0.2.10/24\n        192.0.2.11/24",
        }),
        "lb2/keepalived.conf": exampleHost({ address: "192.0.2.11/24\n        192.0.2.10/24" }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1515", "https://github.com/acassen/keepalived/issues/1603"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map(standOf);
      const found = disagreement(stands);
      for (const stand of found?.deviating ?? []) {
        report({
          ...describe(stand, found!.agreed),
          why: consequence(stand.member.host),
          related: relatedTo(stands.filter(({ member }) => member !== stand.member)),
        });
      }
    }
  },
});

/** Since this release other addresses are only logged (keepalived, vrrp/vrrp.c: vrrp_check_packet). */
const takesOtherAddresses = "2.3.3";

function consequence({ effective }: HostConfiguration): string {
  const { target } = effective;
  if (compareVersions(target, takesOtherAddresses) < 0)
    return `An advert carries the addresses, and keepalived ${target} throws away one that does not fit the host's own list: each host hears no MASTER and becomes one too, so that both hold the addresses.`;
  return `keepalived ${target} takes an advert with other addresses and only logs the difference. But an address that one host does not list is gone while that host is MASTER, and nobody notices before the failover.`;
}

function standOf(member: Member): Stand {
  const { instance } = member;
  const list = textsOf(member);
  const block = instance.statement.children.find(({ keyword }) => keyword.name === "virtual_ipaddress");
  return {
    member,
    key: [...list].sort().join(" "),
    place: block?.words[0]?.place ?? instance.place,
    shown: list.length === 0 ? "no virtual_ipaddress" : `virtual_ipaddress ${list.join(", ")}`,
  };
}

function textsOf({ instance }: Member): readonly string[] {
  return [...new Set(instance.addresses.map(({ value }) => value.text))];
}

function describe(stand: Stand, agreed: readonly Stand[]): Pick<Finding, "place" | "message"> {
  const others = hostNamesOf(agreed);
  const theirs = textsOf(agreed[0]!.member);
  const own = textsOf(stand.member);
  const missing = theirs.filter((text) => !own.includes(text));
  const extra = stand.member.instance.addresses.find(({ value }) => !theirs.includes(value.text));
  if (extra === undefined)
    return { place: stand.place, message: `${others} also ${verb(agreed, "has", "have")} ${missing.join(", ")}` };
  return {
    place: extra.place,
    message: `${others} ${verb(agreed, "does", "do")} not have ${extra.value.text}${missing.length === 0 ? "" : `, but ${missing.join(", ")}`}`,
  };
}
