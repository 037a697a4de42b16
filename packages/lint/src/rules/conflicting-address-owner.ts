import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const conflictingAddressOwner = defineHostRule({
  id: "conflicting-address-owner",
  category: "daemon",
  severity: "error",
  summary: "Settings that priority 255 rules out, or that only priority 255 can have.",
  why: "Priority 255 says that the addresses are this host's own. Such an instance never changes its priority, so keepalived reports weights and leaves them out, with most trackers even the tracking.",
  advice: "Use a priority up to 254 unless the host owns the address, or track with weight 0.",
  since: "0.1.0",
  bad: [
    {
      files: `static_ipaddress {
    192.0.2.10/24 dev eth0
}

vrrp_instance web {
    state MASTER
    interface eth0
    virtual_router_id 27
    priority 255
    track_interface {
        eth1 weight 10
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
      files: `static_ipaddress {
    192.0.2.10/24 dev eth0
}

vrrp_instance web {
    state MASTER
    interface eth0
    virtual_router_id 27
    priority 255
    track_interface {
        eth1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "conflicting-address-owner")) report(finding);
  },
});
