import { defineRemarkRule } from "../define.js";
import { quote } from "../suggest.js";

export const unsupportedRouteOption = defineRemarkRule({
  id: "unsupported-route-option",
  category: "daemon",
  severity: "error",
  summary: "Words of a route that keepalived cannot use where they stand.",
  why: "keepalived reports the line; it ignores the words or drops the route.",
  advice:
    "Put the options and the destination of a route before its first `nexthop`, and write several gateways as `nexthop` groups.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_routes {
        198.51.100.0/24 nexthop via 192.0.2.1 nexthop via 192.0.2.2 table 100
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_routes {
        198.51.100.0/24 table 100 nexthop via 192.0.2.1 nexthop via 192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "as-cannot-be-set": ({ of }) => ({
      message: `keepalived cannot set routes with "as": the ${of === "route" ? "option is ignored" : "nexthop is dropped"}`,
    }),
    "nexthop-beside-or": () => ({ message: 'a route with "or" takes no nexthop: keepalived drops the route' }),
    "word-behind-nexthops": ({ word }) => ({
      message: `${quote(word)} stands behind the nexthops, where only nexthops can stand`,
      help: "Put the route's own options and its destination before the first `nexthop`.",
    }),
  },
});
