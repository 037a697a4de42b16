import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const missingGroupMember = defineHostRule({
  id: "missing-group-member",
  category: "daemon",
  severity: "error",
  summary: "A block of members without any.",
  why: "keepalived reports the empty block, and removes a group that has no members.",
  advice: "List the names, one a line.",
  since: "0.1.0",
  bad: [
    {
      files: `track_group uplink {
    group {
    }
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
      files: `track_group uplink {
    group {
        web
    }
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
    for (const finding of vrrpFindings(host, "missing-group-member")) report(finding);
  },
});
