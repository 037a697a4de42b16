import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const missingUnicastPeer = defineHostRule({
  id: "missing-unicast-peer",
  category: "daemon",
  severity: "error",
  summary: "Unicast settings without a single peer.",
  why: "keepalived reports it and speaks multicast, which is mostly what unicast was to avoid. With `unicast_fault_no_peer` the instance stays in FAULT instead.",
  advice: "List the other nodes in `unicast_peer`, or remove the unicast settings.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    unicast_src_ip 192.0.2.1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    unicast_ttl 64
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
    unicast_src_ip 192.0.2.1
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
  check(host, report) {
    for (const finding of vrrpFindings(host, "missing-unicast-peer")) report(finding);
  },
});
