import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const invalidVmac = defineHostRule({
  id: "invalid-vmac",
  category: "daemon",
  severity: "error",
  summary: "Words of use_vmac or use_ipvlan that cannot be used.",
  why: "keepalived reports the word and ignores it.",
  advice:
    "Give at most one interface name of up to 15 characters, and one MAC address that is neither multicast nor VRRP's own.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    use_vmac vmac0 01:00:5e:00:00:01
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
    use_vmac vmac0 02:00:00:00:00:01
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "invalid-vmac")) report(finding);
  },
});
