import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const missingSourceAddress = defineRemarkRule({
  id: "missing-source-address",
  category: "daemon",
  severity: "error",
  summary: "A unicast instance with neither an interface nor a source address.",
  why: "keepalived does not know which address to send from. It does not start VRRP at all, and no instance runs.",
  advice: "Add `interface`, or `unicast_src_ip` with an address that is not link-local.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    virtual_router_id 27
    priority 100
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
    "no-source": ({ instance }) => ({
      message: say`${instance} has neither interface nor unicast_src_ip: VRRP does not start`,
    }),
    "link-local-source-without-interface": ({ instance, address }) => ({
      message: say`${address} is link-local, and ${instance} has no interface that it could belong to: VRRP does not start`,
    }),
  },
});
