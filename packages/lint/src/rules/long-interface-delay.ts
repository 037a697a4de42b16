import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const longInterfaceDelay = defineHostRule({
  id: "long-interface-delay",
  category: "vrrp",
  severity: "warning",
  summary: "A down delay that is longer than a backup waits.",
  why: "While the delay runs this node is silent and still believes to be master: the backup takes over, and both hold the addresses. keepalived shortens the delay and says so in its log only.",
  advice: "Use a delay below `(down_timer_adverts - 1) * advert_int`, or raise `down_timer_adverts`.",
  since: "0.1.0",
  bad: [
    {
      files: `interface_up_down_delays {
    eth0 5
}

vrrp_instance web {
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
  good: [
    {
      files: `interface_up_down_delays {
    eth0 1.5
}

vrrp_instance web {
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
    for (const finding of vrrpFindings(host, "long-interface-delay")) report(finding);
  },
});
