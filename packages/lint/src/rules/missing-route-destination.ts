import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingRouteDestination = defineRemarkRule({
  id: "missing-route-destination",
  category: "daemon",
  severity: "error",
  summary: "A route without a destination.",
  why: "keepalived reports the line and drops the route.",
  advice: "Add the network that the route leads to, or `default`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route",
  bad: [
    {
      files: exampleInstance(["virtual_routes {", "    via 192.0.2.1 dev eth0", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_routes {", "    default via 192.0.2.1 dev eth0", "}"]),
    },
  ],
  remarks: {
    "route-without-destination": () => ({ message: say`this route has no destination: keepalived drops it` }),
  },
});
