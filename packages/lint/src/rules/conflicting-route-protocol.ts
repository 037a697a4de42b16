import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingRouteProtocol = defineRemarkRule({
  id: "conflicting-route-protocol",
  category: "daemon",
  severity: "warning",
  summary: "A routing protocol on a route or rule that keepalived tracks.",
  why: "keepalived recognizes its own routes and rules by protocol number 18. It reports any other number and replaces it.",
  advice: "Remove `protocol`, or add `no_track`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route; vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 via 192.0.2.1 protocol static", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 via 192.0.2.1 protocol static no_track", "}"]),
    },
  ],
  remarks: {
    "protocol-replaced": ({ of, protocol }) => ({
      message: say`protocol ${protocol} is replaced by keepalived's own, because the ${of} is tracked`,
    }),
  },
});
