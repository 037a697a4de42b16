import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const mismatchedAddressFamily = defineHostRule({
  id: "mismatched-address-family",
  category: "daemon",
  severity: "error",
  summary: "IPv4 and IPv6 where only one of them can stand.",
  why: "The first address of an instance decides its family. keepalived reports addresses of the other one and leaves them out; a route or rule that mixes both is dropped.",
  advice: "Put addresses of the other family into `virtual_ipaddress_excluded`, or into an instance of their own.",
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
        2001:db8::10/64
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
    virtual_routes {
        2001:db8:1::/48 via 192.0.2.1
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
    virtual_ipaddress_excluded {
        2001:db8::10/64
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/341"],
  check(host, report) {
    for (const finding of vrrpFindings(host, "mismatched-address-family")) report(finding);
  },
});
