import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const conflictingAuthentication = defineRemarkRule({
  id: "conflicting-authentication",
  category: "daemon",
  severity: "error",
  summary: "Authentication that keepalived drops because it conflicts with another setting.",
  why: "keepalived reports the conflict and runs the instance without the password.",
  advice: "Use one kind of authentication: `auth_hmac`, or `authentication` with a non-empty password.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    authentication {
        auth_type PASS
        auth_pass ""
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
    "empty-password": ({ instance }) => ({
      message: say`${instance} runs without authentication: its password is empty`,
    }),
    "authentication-beside-hmac": ({ instance }) => ({
      message: say`${instance} has auth_hmac, so its authentication is dropped`,
    }),
  },
});
