import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const duplicateOption = defineHostRule({
  id: "duplicate-option",
  category: "daemon",
  severity: "error",
  summary: "An option that stands twice on one line.",
  why: "keepalived reports it. It drops an address with two `dev`, and ignores the second of other options.",
  advice: "Keep one of the two.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24 dev eth0 dev eth1
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
        192.0.2.10/24 dev eth1
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "duplicate-option")) report(finding);
  },
});
