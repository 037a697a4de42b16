import {
  broadcastOf,
  type EffectiveWord,
  type IpAddress,
  readAddress,
  readPrefixedAddress,
  specialAddress,
  statementsAt,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Finding } from "../types.js";

export const invalidBroadcast = defineHostRule({
  id: "invalid-broadcast",
  category: "vrrp",
  severity: "warning",
  summary: "A `brd` address that is not the broadcast address of the virtual address's network.",
  why: "keepalived passes the address to the kernel unchanged. Packets that the host sends to its broadcast address then reach nobody, and it does not recognize the broadcasts of the other hosts.",
  advice: "Write `brd +`, which makes keepalived derive the address from the prefix length, or remove `brd`.",
  source: "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress; RFC 919, section 7",
  since: "0.1.0",
  bad: [
    { files: exampleInstance([], { addresses: ["192.0.2.10/24 brd 192.0.2.200"] }) },
    { files: exampleInstance([], { addresses: ["192.0.2.10/24 brd 198.51.100.255"] }) },
  ],
  good: [
    { files: exampleInstance([], { addresses: ["192.0.2.10/24 brd 192.0.2.255"] }) },
    { files: exampleInstance([], { addresses: ["192.0.2.10/24 brd +"] }) },
  ],
  eachBlock: true,
  check(host, report) {
    for (const { addresses, excludedAddresses } of host.instances) {
      for (const address of [...addresses, ...excludedAddresses]) {
        const finding = describe(address.value, address.from.words);
        if (finding) report(finding);
      }
    }
    for (const { words } of statementsAt(host, "static_ipaddress").flatMap(({ lines }) => lines)) {
      const address = readPrefixedAddress(words[0]?.value ?? "").value;
      const finding = address && describe(address, words);
      if (finding) report(finding);
    }
  },
});

function describe(value: IpAddress, words: readonly EffectiveWord[]): Finding | undefined {
  const word = words[words.findIndex((each) => each.value === "brd" || each.value === "broadcast") + 1];
  const broadcast = word && readAddress(word.value).value;
  if (word === undefined || broadcast?.family !== "ipv4") return undefined;
  // Without a prefix length the network is not known; the address of a /31 or /32 has a rule of its own.
  const right = broadcastOf(value);
  if (right === undefined) return undefined;
  // Very old systems used the network's own address.
  const other = specialAddress({ ...broadcast, prefixLength: value.prefixLength! });
  if (right === broadcast.text || (other === "network" && broadcastOf({ ...value, text: broadcast.text }) === right)) {
    return undefined;
  }
  return {
    place: word.place,
    message: say`${broadcast.text} is not the broadcast address of ${value.text}/${value.prefixLength}, which is ${right}`,
    help: say`Write \`brd ${right}\` or \`brd +\`.`,
    fixes: [
      ...(word.expanded ? [] : [{ title: say`write ${right}`, safe: false, edits: [{ ...word.place, text: right }] }]),
    ],
  };
}
