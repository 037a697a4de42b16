import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const conflictingAddressOption = defineHostRule({
  id: "conflicting-address-option",
  category: "daemon",
  severity: "warning",
  summary: "Options of an address that do not go together.",
  why: "keepalived reports the line. It leaves the option out, or the whole address where an IPv6 address is to have a broadcast.",
  advice:
    "Remove the option that the message names. IPv6 addresses have no broadcast, scope or label; an address with a `peer` has no prefix length and no broadcast of its own.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10 brd +
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
    virtual_ipaddress {
        fe80::10/64
        2001:db8::10/64 label eth0:1
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
        192.0.2.10/24 brd +
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "conflicting-address-option")) report(finding);
  },
});
