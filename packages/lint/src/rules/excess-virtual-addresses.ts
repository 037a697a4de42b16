import { protocol, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const excessVirtualAddresses = defineRemarkRule({
  id: "excess-virtual-addresses",
  category: "daemon",
  severity: "warning",
  summary: "More addresses than fit into an advert.",
  why: `An advert counts its addresses in one byte. keepalived reports the addresses beyond ${protocol.mostAddresses.ipv4} and treats them as excluded: they are set on the interface but not announced in adverts.`,
  advice: "Move addresses to `virtual_ipaddress_excluded`, which needs no room in adverts and handles thousands.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; RFC 5798, section 5.2.5",
  bad: [
    {
      files: exampleInstance([], { addresses: ["~SEQ(i, 0, 255) 198.51.100.$i"] }),
    },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  remarks: {
    "advert-too-small": ({ instance, count, room }) => ({
      message:
        room === protocol.mostAddresses.ipv4
          ? say`${instance} has ${count} addresses, but an advert has room for ${room}: the others count as excluded`
          : say`${instance} has ${count} addresses, but an advert of 1500 bytes has room for ${room}: on such an interface the others count as excluded`,
    }),
  },
});
