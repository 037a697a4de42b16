import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const invalidInterface = defineHostRule({
  id: "invalid-interface",
  category: "daemon",
  severity: "error",
  summary: "A loopback interface for an instance.",
  why: "A loopback interface reaches no other node. keepalived reports it and ignores the line, and without an interface it does not start VRRP.",
  advice: "Name the interface that leads to the other nodes.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface lo
    virtual_router_id 27
    priority 100
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
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "invalid-interface")) report(finding);
  },
});
