import { type Place, perHost, type RemarkOf } from "@kalint/daemon";
import { familyName, say } from "@kalint/schema";
import { defineRemarkRule, type Rendering } from "../define.js";
import { exampleInstance } from "../examples.js";

export const mismatchedAddressFamily = defineRemarkRule({
  id: "mismatched-address-family",
  category: "daemon",
  severity: "error",
  summary: "IPv4 and IPv6 mixed where only one of them is possible.",
  why: "The first address of an instance decides its family. keepalived reports addresses of the other family and drops them, as it drops a route or rule that mixes both.",
  advice: "Move addresses of the other family to `virtual_ipaddress_excluded`, or to a separate instance.",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp_vip; vrrp/vrrp_iproute.c: alloc_route; vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24", "2001:db8::10/64"] }),
    },
    {
      files: exampleInstance(["virtual_routes {", "    2001:db8:1::/48 via 192.0.2.1", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_ipaddress_excluded {", "    2001:db8::10/64", "}"]),
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/341"],
  remarks: {
    "address-peer-of-other-family": ({ peer, address }) => ({
      message: say`the peer ${peer} and the address ${address} are of different families: the peer is ignored`,
    }),
    "address-of-other-family": (remark, host) => {
      const first = firstOfOtherFamily(host).get(`${remark.instance}\0${remark.keyword}`);
      const follows = first !== undefined && first.start !== remark.place.start;
      return { ...describeAddress(remark), ...(follows && { causedBy: first }) };
    },
    "native-ipv6-after-ipv4": ({ instance }) => ({
      message: say`native_ipv6 is ignored, because ${instance} has IPv4 addresses already`,
      help: say`Remove it, or move the IPv4 addresses to an instance of their own.`,
    }),
    "ipvlan-of-other-family": ({ found, instance }) => ({
      message: say`the ipvlan's address is ${familyName(found)}, the instance ${instance} is not: it stays in FAULT`,
    }),
    "route-of-two-families": (remark) => ({
      message: say`${routeConflict(remark)}: keepalived drops the route`,
      help: say`A route has addresses of one family only.`,
    }),
    "rule-of-two-families": (remark) => ({
      message: say`${ruleConflict(remark)}: keepalived drops the rule`,
      help: say`A rule has addresses of one family only.`,
    }),
  },
});

/** What is said of one address of an instance is said of all that follow it. */
const firstOfOtherFamily = perHost(({ remarks }): ReadonlyMap<string, Place> => {
  const first = new Map<string, Place>();
  for (const remark of remarks) {
    if (remark.kind !== "address-of-other-family") continue;
    const key = `${remark.instance}\0${remark.keyword}`;
    if (!first.has(key)) first.set(key, remark.place);
  }
  return first;
});

function describeAddress(remark: RemarkOf<"address-of-other-family">): Rendering {
  const { subject, keyword, address, found, instance, expected } = remark;
  const what = say`${address} is an ${familyName(found)} address, but ${instance} is an ${familyName(expected)} instance`;
  const decides = say`The first address of an instance decides its family.`;
  switch (subject) {
    case "virtual-address":
      return {
        message: say`${what}: it is dropped`,
        help: say`Put it into \`virtual_ipaddress_excluded\`, which takes both families, or into an instance of its own.`,
      };
    case "unicast-peer":
      return {
        message: say`the peer ${what}: it is dropped`,
        help: say`Give the peer's ${familyName(expected)} address. ${decides}`,
      };
    case "ipvlan-address":
      return { message: say`${what}: it is ignored` };
    default:
      return {
        message: say`${keyword} ${what}: it is ignored`,
        help: say`Give an ${familyName(expected)} address. ${decides}`,
      };
  }
}

function routeConflict({ word, conflict }: RemarkOf<"route-of-two-families">): string {
  switch (conflict.kind) {
    case "no-family":
      return say`${word} follows an ${familyName(conflict.route)} address`;
    case "other-family":
      return say`${word} makes an ${familyName(conflict.route)} route ${familyName(conflict.found)} too`;
    case "from-not-ipv6":
      return say`only an IPv6 route has a "from", and ${word} is not IPv6`;
    case "option-of-family":
      return say`${word} is for ${familyName(conflict.family)} routes only`;
  }
}

function ruleConflict({ word, conflict }: RemarkOf<"rule-of-two-families">): string {
  switch (conflict.kind) {
    case "family-word":
      return say`${word} is given for an ${familyName(conflict.rule)} rule`;
    case "address":
      return say`${word} is in an ${familyName(conflict.rule)} rule`;
    case "option-of-family":
      return say`${word} is for ${familyName(conflict.family)} only`;
  }
}
