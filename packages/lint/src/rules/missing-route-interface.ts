import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingRouteInterface = defineRemarkRule({
  id: "missing-route-interface",
  category: "daemon",
  severity: "warning",
  summary: "A route without an interface, in a release that tracks routes by interface.",
  why: "Before 2.3.2 keepalived reports such a route and does not track it: if the route is deleted, keepalived does not restore it.",
  advice: "Add `dev` and the interface, or `no_track` if the route needs no tracking.",
  since: "0.1.0",
  source: "the switch tracksRoutesByInterface",
  bad: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 via 192.0.2.1", "}"]),
      target: "2.2.7",
    },
  ],
  good: [
    {
      files: exampleInstance(["virtual_routes {", "    198.51.100.0/24 via 192.0.2.1 dev eth0", "}"]),
      target: "2.2.7",
    },
  ],
  remarks: {
    "route-without-interface": ({ destination }) => ({
      message: say`the route to ${destination} names no interface, so keepalived does not notice when it is lost`,
    }),
  },
});
