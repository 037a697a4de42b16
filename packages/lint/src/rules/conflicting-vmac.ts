import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const conflictingVmac = defineHostRule({
  id: "conflicting-vmac",
  category: "daemon",
  severity: "error",
  summary: "Settings about VMAC interfaces that do not go together.",
  why: "keepalived reports the setting and ignores it, or keeps an instance in FAULT.",
  advice: "Remove the setting that the message names.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    vmac_xmit_base
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
    use_vmac
    promote_secondaries
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
    use_vmac
    vmac_xmit_base
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "conflicting-vmac")) report(finding);
  },
});
