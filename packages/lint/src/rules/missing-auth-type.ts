import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const missingAuthType = defineRemarkRule({
  id: "missing-auth-type",
  category: "vrrp",
  severity: "warning",
  summary: "A password without `auth_type`.",
  why: "keepalived accepts the password silently and never uses it: it accepts adverts from anybody.",
  advice: "Add `auth_type PASS` on all hosts.",
  followsFrom: relatedLines.authentication,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_auth_pass_handler; vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    authentication {
        auth_pass k3y4web
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
    authentication {
        auth_type PASS
        auth_pass k3y4web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "password-without-type": ({ instance }) => ({
      message: say`${instance} runs without authentication: auth_pass does nothing without auth_type`,
    }),
  },
});
