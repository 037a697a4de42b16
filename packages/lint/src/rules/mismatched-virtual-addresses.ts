import type { HostConfiguration, VirtualAddress } from "@kalint/daemon";
import { releaseName, say, switchesOf } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import {
  disagreement,
  disagreements,
  hostNamesOf,
  type Member,
  relatedTo,
  type Stand,
  sharedRouters,
  verb,
} from "../cluster/members.js";
import { defineClusterRule } from "../define.js";
import type { Finding } from "../types.js";

const excluded = (address: string) => ["virtual_ipaddress_excluded {", `    ${address}`, "}"];

export const mismatchedVirtualAddresses = defineClusterRule({
  id: "mismatched-virtual-addresses",
  category: "cluster",
  severity: "error",
  summary: "Hosts of a virtual router list different virtual addresses.",
  why: "An advert carries the addresses. Up to keepalived 2.3.2 a host discards an advert that does not match its own list: it hears no MASTER and becomes MASTER too. Since 2.3.3 it accepts the advert and only logs the difference, but the addresses that the other host does not list are gone while that host is MASTER. Addresses in `virtual_ipaddress_excluded` and prefix lengths are not sent, so nothing is logged: such a difference shows only after a failover.",
  advice:
    "List the same addresses with the same prefix lengths on all hosts, in `virtual_ipaddress` and in `virtual_ipaddress_excluded`. An address that only one host should have belongs in that host's network configuration.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet; the switch refusesOtherAddresses",
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
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, lines: excluded("198.51.100.7/24") }),
        "lb2/keepalived.conf": exampleHost({ lines: excluded("198.51.100.8/24") }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, address: "192.0.2.10/24" }),
        "lb2/keepalived.conf": exampleHost({ address: "192.0.2.10/25" }),
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
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, lines: excluded("198.51.100.7/24") }),
        "lb2/keepalived.conf": exampleHost({ lines: excluded("198.51.100.7/24") }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1515", "https://github.com/acassen/keepalived/issues/1603"],
  check(cluster, report) {
    for (const { members } of sharedRouters(cluster)) {
      const stands = members.map((member) => standOf(member, "virtual_ipaddress"));
      const found = disagreement(stands);
      for (const stand of found?.deviating ?? []) {
        report({
          ...describe(stand, found!.agreed, "virtual_ipaddress"),
          why: consequence(stand.member.host),
          related: relatedTo(stands.filter(({ member }) => member !== stand.member)),
        });
      }
      // An address that one host sends and another excludes has been said above.
      if (found === undefined) for (const finding of [...unsent(members), ...lengths(members)]) report(finding);
    }
  },
});

function consequence({ effective }: HostConfiguration): string {
  const { target } = effective;
  if (switchesOf(target).refusesOtherAddresses)
    return say`An advert carries the addresses, and keepalived ${releaseName(target)} throws away one that does not fit the host's own list: each host hears no MASTER and becomes one too, so that both hold the addresses.`;
  return say`keepalived ${releaseName(target)} takes an advert with other addresses and only logs the difference. But an address that one host does not list is gone while that host is MASTER, and nobody notices before the failover.`;
}

type List = "virtual_ipaddress" | "virtual_ipaddress_excluded";

function standOf(member: Member, list: List): Stand {
  const { instance } = member;
  const texts = textsOf(member, list);
  const block = instance.statement.children.find(({ keyword }) => keyword.name === list);
  return {
    member,
    key: [...texts].sort().join(" "),
    place: block?.words[0]?.place ?? instance.place,
    shown: texts.length === 0 ? say`no ${list}` : `${list} ${texts.join(", ")}`,
  };
}

function entriesOf({ instance }: Member, list: List): readonly VirtualAddress[] {
  return list === "virtual_ipaddress" ? instance.addresses : instance.excludedAddresses;
}

function textsOf(member: Member, list: List): readonly string[] {
  return [...new Set(entriesOf(member, list).map(({ value }) => value.text))];
}

function describe(stand: Stand, agreed: readonly Stand[], list: List): Pick<Finding, "place" | "message"> {
  const others = hostNamesOf(agreed);
  const theirs = textsOf(agreed[0]!.member, list);
  const own = textsOf(stand.member, list);
  const missing = theirs.filter((text) => !own.includes(text));
  const extra = entriesOf(stand.member, list).find(({ value }) => !theirs.includes(value.text));
  const where = list === "virtual_ipaddress" ? "" : say` in ${list}`;
  if (extra === undefined)
    return {
      place: stand.place,
      message: say`${others} also ${verb(agreed, say`has`, say`have`)} ${missing.join(", ")}${where}`,
    };
  return {
    place: extra.place,
    message: say`${others} ${verb(agreed, say`does`, say`do`)} not have ${extra.value.text}${missing.length === 0 ? "" : say`, but ${missing.join(", ")}`}${where}`,
  };
}

/** Excluded addresses are not in the adverts: no host refuses them, but they are gone after a failover. */
function unsent(members: readonly Member[]): readonly Finding[] {
  const stands = members.map((member) => standOf(member, "virtual_ipaddress_excluded"));
  const found = disagreement(stands);
  return (found?.deviating ?? []).map(
    (stand): Finding => ({
      ...describe(stand, found!.agreed, "virtual_ipaddress_excluded"),
      severity: "warning",
      why: say`These addresses are not in the adverts, so no host notices the difference. But an address that one host does not list is gone while that host is MASTER.`,
      related: relatedTo(stands.filter(({ member }) => member !== stand.member)),
    }),
  );
}

/** The same address with another prefix length on each host: adverts carry none. */
function lengths(members: readonly Member[]): readonly Finding[] {
  const stands = new Map<string, Stand[]>();
  for (const member of members) {
    for (const { value, place } of [...member.instance.addresses, ...member.instance.excludedAddresses]) {
      const length = value.prefixLength ?? (value.family === "ipv6" ? 128 : 32);
      const shown = `${value.text}/${length}${value.prefixLength === undefined ? say` by default` : ""}`;
      const known = stands.get(value.text) ?? [];
      // The same address twice on one host is a finding of its own.
      if (known.some((stand) => stand.member === member)) continue;
      stands.set(value.text, [...known, { member, key: String(length), place, shown }]);
    }
  }
  const findings = [...stands.values()].flatMap((of) =>
    disagreements(of, ({ shown, member }, agreed) => ({
      message: say`${member.host.name} adds the virtual address as ${shown}, ${hostNamesOf(agreed)} as ${agreed[0]!.shown}`,
      severity: "warning",
      why: say`keepalived does not compare prefix lengths. But the length decides which route comes with the address: after a failover other machines are reached another way, or not at all.`,
    })),
  );
  // A habit of one file is said once for the instance.
  return findings.slice(0, 1);
}
