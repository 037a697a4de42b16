import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

export const unsupportedRouteOption = defineRemarkRule({
  id: "unsupported-route-option",
  category: "daemon",
  severity: "error",
  summary: "Options of a route that keepalived cannot use at this place.",
  why: "keepalived reports the line and ignores the options, or drops the route.",
  advice:
    "Put the options and the destination of a route before its first `nexthop`, and write several gateways as `nexthop` groups.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_iproute.c: alloc_route",
  bad: [
    {
      files: exampleInstance([
        "virtual_routes {",
        "    198.51.100.0/24 nexthop via 192.0.2.1 nexthop via 192.0.2.2 table 100",
        "}",
      ]),
    },
  ],
  good: [
    {
      files: exampleInstance([
        "virtual_routes {",
        "    198.51.100.0/24 table 100 nexthop via 192.0.2.1 nexthop via 192.0.2.2",
        "}",
      ]),
    },
  ],
  remarks: {
    "as-cannot-be-set": ({ of }) => ({
      message: say`keepalived cannot set routes with "as": the ${of === "route" ? say`option is ignored` : say`nexthop is dropped`}`,
    }),
    "nexthop-beside-or": () => ({ message: say`a route with "or" takes no nexthop: keepalived drops the route` }),
    "word-behind-nexthops": ({ word }) => ({
      message: say`${quote(word)} comes after the nexthops, where only nexthops are allowed`,
      help: say`Put the route's own options and its destination before the first \`nexthop\`.`,
    }),
  },
});
