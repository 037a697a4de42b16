import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const unsupportedRouteOption = defineHostRule({
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
  check(host, report) {
    for (const finding of vrrpFindings(host, "unsupported-route-option")) report(finding);
  },
});
