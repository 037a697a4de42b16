import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const invalidAdvertInterval = defineHostRule({
  id: "invalid-advert-interval",
  category: "daemon",
  severity: "error",
  summary: "An advertisement interval that VRRP cannot express.",
  why: "Version 2 counts whole seconds, version 3 hundredths up to 40.95. keepalived reports another value and rounds it.",
  advice: "Use whole seconds with version 2, and multiples of 0.01 up to 40.95 with version 3.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    advert_int 1.5
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
    version 3
    advert_int 50
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
    version 3
    advert_int 1.5
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "invalid-advert-interval")) report(finding);
  },
});
