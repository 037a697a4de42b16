import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

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
      files: exampleInstance(["authentication {", "    auth_type PASS", '    auth_pass ""', "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["authentication {", "    auth_type PASS", "    auth_pass k3y4web", "}"]),
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
