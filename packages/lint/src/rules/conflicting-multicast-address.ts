import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const conflictingMulticastAddress = defineRemarkRule({
  id: "conflicting-multicast-address",
  category: "daemon",
  severity: "warning",
  summary: "A multicast group for an instance with unicast peers.",
  why: "With unicast peers, adverts go to the peers only. keepalived reports the multicast group and ignores it.",
  advice: "Remove `mcast_dst_ip`, or remove the peers.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    mcast_dst_ip 224.0.0.50
    unicast_peer {
        192.0.2.2
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
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "multicast-group-of-unicast": ({ instance }) => ({
      message: say`mcast_dst_ip of ${instance} is ignored, because it uses unicast`,
    }),
  },
});
