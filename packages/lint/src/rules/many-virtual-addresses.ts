import { protocol, say, switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

const addresses = Array.from({ length: 24 }, (_, index) => `192.0.2.${index + 10}/24`);

export const manyVirtualAddresses = defineHostRule({
  id: "many-virtual-addresses",
  category: "vrrp",
  severity: "info",
  summary: "More than 20 addresses in `virtual_ipaddress` (the limit is an option).",
  why: "Every address is part of each advert, and all hosts must list the same ones: after a change on one host the others report its adverts until they are changed too, and up to 2.3.2 they discard them. Releases before 1.2.20 send at most 20 addresses.",
  advice:
    "Keep one address in `virtual_ipaddress` and move the others to `virtual_ipaddress_excluded`: they move with it but are not part of the advert.",
  options: {
    maximum: {
      kind: "number",
      default: 20,
      minimum: 1,
      maximum: protocol.mostAddresses.ipv4,
      description: "How many addresses are fine; for releases before 1.2.20 never more than 20.",
    },
  },
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet; the switches truncatesAdvertAddresses and refusesOtherAddresses",
  bad: [{ files: exampleInstance([], { addresses }) }],
  good: [
    {
      files: exampleInstance(
        ["virtual_ipaddress_excluded {", ...addresses.slice(1).map((each) => `    ${each}`), "}"],
        {
          addresses: addresses.slice(0, 1),
        },
      ),
    },
    { files: exampleInstance([], { addresses }), options: { maximum: 30 } },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/368", "https://github.com/acassen/keepalived/issues/1933"],
  check(host, report, { maximum }) {
    const old = switchesOf(host.effective.target).truncatesAdvertAddresses;
    const limit = old ? Math.min(maximum, protocol.mostAddressesOnce) : maximum;
    for (const { name, addresses: own } of host.instances) {
      const excess = own[limit];
      // More than 255 keepalived does not take itself.
      if (excess === undefined || own.length > protocol.mostAddresses.ipv4) continue;
      report({
        place: excess.place,
        message:
          old && own.length > protocol.mostAddressesOnce
            ? say`${name} has ${own.length} addresses, and an advertisement of ${host.effective.target} holds 20`
            : say`${name} sends ${own.length} addresses in every advertisement, and all hosts must list the same`,
        ...(old && own.length > protocol.mostAddressesOnce && { severity: "error" }),
      });
    }
  },
});
