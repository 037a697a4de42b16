import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const excessVirtualAddresses = defineHostRule({
  id: "excess-virtual-addresses",
  category: "daemon",
  severity: "warning",
  summary: "More addresses than an advert has room for.",
  why: "An advert counts its addresses in one byte. keepalived reports those beyond 255 and takes them as excluded ones: they are set, but not announced.",
  advice: "Move addresses to `virtual_ipaddress_excluded`, which needs no room in adverts and handles thousands.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        ~SEQ(i, 0, 255) 198.51.100.$i
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
    for (const finding of vrrpFindings(host, "excess-virtual-addresses")) report(finding);
  },
});
