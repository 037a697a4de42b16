import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const missingAddressInterface = defineRemarkRule({
  id: "missing-address-interface",
  category: "daemon",
  severity: "error",
  summary: "An address that no interface is given for.",
  why: "The instance has no `interface` and the address has no `dev`. keepalived reports the address and drops it.",
  advice: "Add `dev` and the interface to the address.",
  followsFrom: relatedLines.interface,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; vrrp/vrrp_ipaddress.c: alloc_ipaddress",
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
        192.0.2.11/24
    }
}
`,
    },
  ],
  good: [
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
    },
  ],
  remarks: {
    "address-without-device": ({ address, instance }) => ({
      message: say`${address} has no dev, and ${instance} no interface: keepalived drops the address`,
    }),
  },
});
