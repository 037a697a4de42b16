import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

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
      files: exampleInstance(["authentication {", "    auth_pass k3y4web", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["authentication {", "    auth_type PASS", "    auth_pass k3y4web", "}"]),
    },
  ],
  remarks: {
    "password-without-type": ({ instance }) => ({
      message: say`${instance} runs without authentication: auth_pass does nothing without auth_type`,
    }),
  },
});
