import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingEncapsulationTarget = defineRemarkRule({
  id: "missing-encapsulation-target",
  category: "daemon",
  severity: "error",
  summary: "A route's encapsulation without its required settings.",
  why: "A tunnel needs its remote end or its number. keepalived reports the line.",
  advice: "Add `dst` with the address of the remote end, or `id`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iproute.c: parse_encap_ip, parse_encap_ip6, parse_encap_mpls, parse_encap_ila",
  bad: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 dev vxlan0 encap ip src 192.0.2.1", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 dev vxlan0 encap ip id 100 dst 192.0.2.1", "}"]),
    },
  ],
  remarks: {
    "encapsulation-without-target": ({ encapsulation }) => ({
      message: say`encap ${encapsulation} has neither dst nor id: it is ignored`,
    }),
  },
});
