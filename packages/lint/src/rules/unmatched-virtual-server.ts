import { type EffectiveWord, type IpAddress, readSocketAddress, specialAddress, staticAddresses } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleServer } from "../examples.js";
import { nearest } from "../suggest.js";

export const unmatchedVirtualServer = defineHostRule({
  id: "unmatched-virtual-server",
  category: "lvs",
  severity: "info",
  summary: "A virtual server whose address belongs to no instance.",
  why: "keepalived balances connections to the address but does not put the address on the host, so no connections arrive. This is correct if the address is configured elsewhere (on the loopback interface, or routed here); otherwise it is a typing mistake.",
  advice: "Correct the address, or add it to `virtual_ipaddress` or `virtual_ipaddress_excluded` of the instance.",
  options: {
    elsewhere: {
      kind: "words",
      default: [],
      description:
        "Addresses that are set up by something else: on the loopback interface, by the network, by a routing daemon.",
    },
  },
  restsOn: "names",
  followsFrom: relatedLines.addresses,
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [{ files: `${exampleInstance()}\n${exampleServer([], { header: "192.0.2.11 80" })}` }],
  good: [
    { files: `${exampleInstance()}\n${exampleServer()}` },
    {
      files: `${exampleInstance()}\n${exampleServer([], { header: "192.0.2.11 80" })}`,
      options: { elsewhere: ["192.0.2.11"] },
    },
  ],
  check(host, report, { elsewhere }) {
    const held: string[] = [];
    for (const { addresses, excludedAddresses } of host.instances) {
      for (const { value } of addresses) held.push(value.text);
      for (const { value } of excludedAddresses) held.push(value.text);
    }
    if (held.length === 0) return;
    const all = new Set(held);
    for (const { text } of staticAddresses(host)) all.add(text);
    for (const each of elsewhere) all.add(readSocketAddress(each).value?.text ?? each);
    const used = new Set<string>();
    for (const { service } of host.virtualServers) if (service.kind === "group") used.add(service.name);
    const look = (word: EffectiveWord, address: IpAddress): void => {
      if (all.has(address.text) || specialAddress(address) !== undefined) return;
      const [near] = nearest(address.text, held);
      report({
        place: word.place,
        message: say`${address.text} is not among the virtual addresses of this host's instances${near?.distance === 1 ? say`; did you mean ${near.word}?` : ""}`,
      });
    };
    for (const { service, statement } of host.virtualServers)
      if (service.kind === "address") look(statement.words[1]!, service.address);
    for (const { name, entries } of host.serverGroups) {
      if (!used.has(name)) continue;
      for (const { kind, line } of entries) {
        const word = line.words[0]!;
        // A range or a network in a group is routed here as a whole.
        const address =
          kind === "addresses" && !/[/-]/.test(word.value) ? readSocketAddress(word.value).value : undefined;
        if (address) look(word, address);
      }
    }
  },
});
