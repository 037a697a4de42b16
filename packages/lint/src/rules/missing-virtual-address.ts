import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const missingVirtualAddress = defineHostRule({
  id: "missing-virtual-address",
  category: "daemon",
  severity: "error",
  summary: "An instance whose list of addresses is empty.",
  why: "There is nothing to hand over. With VRRP version 3 or strict mode keepalived does not start VRRP at all.",
  advice: "Write an address into `virtual_ipaddress`.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
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
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "missing-virtual-address")) report(finding);
  },
});
