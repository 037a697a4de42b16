import { readSocketAddress, specialAddress, staticAddresses } from "@kalint/daemon";
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
    const held = [
      ...host.instances.flatMap((instance) =>
        [...instance.addresses, ...instance.excludedAddresses].map(({ value }) => value),
      ),
    ];
    if (held.length === 0) return;
    const others = elsewhere.map((each) => readSocketAddress(each).value?.text ?? each);
    const all = new Set([...[...held, ...staticAddresses(host)].map(({ text }) => text), ...others]);
    const services = host.virtualServers.map(({ service }) => service);
    const used = new Set(services.flatMap((service) => (service.kind === "group" ? service.name : [])));
    const served = [
      ...host.virtualServers.map(({ service, statement }) =>
        service.kind === "address" ? statement.words[1] : undefined,
      ),
      // A range or a network in a group is routed here as a whole.
      ...host.serverGroups
        .filter(({ name }) => used.has(name))
        .flatMap(({ entries }) => entries.map(({ kind, line }) => (kind === "addresses" ? line.words[0] : undefined)))
        .filter((word) => word !== undefined && !/[/-]/.test(word.value)),
    ];
    for (const word of served) {
      const address = word && readSocketAddress(word.value).value;
      if (word === undefined || address === undefined || all.has(address.text)) continue;
      if (specialAddress(address) !== undefined) continue;
      const [near] = nearest(
        address.text,
        held.map(({ text }) => text),
      );
      report({
        place: word.place,
        message: say`${address.text} is not among the virtual addresses of this host's instances${near?.distance === 1 ? say`; did you mean ${near.word}?` : ""}`,
      });
    }
  },
});
