import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

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
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_routes {
        via 192.0.2.1 dev eth0
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
        default via 192.0.2.1 dev eth0
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "route-without-destination": () => ({ message: say`this route has no destination: keepalived drops it` }),
  },
});
