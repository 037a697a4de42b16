import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const duplicateVmacName = defineRemarkRule({
  id: "duplicate-vmac-name",
  category: "daemon",
  severity: "error",
  summary: "A VMAC interface with the name of another interface.",
  why: "keepalived reports the second name and makes up another.",
  advice: "Give each instance its own VMAC name.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    use_vmac vmac0
    virtual_ipaddress {
        192.0.2.10/24
    }
}

vrrp_instance mail {
    state BACKUP
    interface eth0
    virtual_router_id 28
    priority 100
    use_vmac vmac0
    virtual_ipaddress {
        192.0.2.11/24
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
    use_vmac vmac0
    virtual_ipaddress {
        192.0.2.10/24
    }
}

vrrp_instance mail {
    state BACKUP
    interface eth0
    virtual_router_id 28
    priority 100
    use_vmac vmac1
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
    },
  ],
  remarks: {
    "overlay-named-like-interface": ({ overlay, name, instance, interface: place }) => ({
      message: say`${name} is the interface of ${instance} itself, so the ${overlay} interface cannot have this name: it is ignored`,
      related: [{ place, message: say`the interface` }],
    }),
    "overlay-name-taken": ({ name, by }) => ({
      message: say`${by} uses the interface name ${name} already: it is ignored here`,
    }),
  },
});
