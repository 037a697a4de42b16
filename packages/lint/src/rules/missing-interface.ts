import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingInterface = defineRemarkRule({
  id: "missing-interface",
  category: "daemon",
  severity: "error",
  summary: "An instance without the interface that it needs.",
  why: "Only unicast works without an interface, and only in 2.1.0 to 2.2.4 and since 2.2.8. keepalived does not start VRRP at all, and no instance runs.",
  advice: "Add `interface` with the interface that leads to the other hosts.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: chk_min_cfg",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    virtual_router_id 27
    priority 100
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
      target: "2.2.7",
    },
  ],
  good: [
    {
      files: exampleInstance(["unicast_src_ip 192.0.2.1", "unicast_peer {", "    192.0.2.2", "}"]),
      target: "2.2.7",
    },
  ],
  remarks: {
    "instance-without-interface": ({ instance }) => ({
      message: say`${instance} has no interface, which this release of keepalived needs: VRRP does not start`,
    }),
  },
});
