import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const missingGarpInterval = defineRemarkRule({
  id: "missing-garp-interval",
  category: "daemon",
  severity: "error",
  summary: "A `garp_group` whose intervals cannot be used.",
  why: "Without an interval the group delays nothing. keepalived reports it and removes it.",
  advice: "Write `garp_interval` or `gna_interval` in seconds, such as 0.01.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: garp_group_end_handler",
  bad: [
    {
      files: `garp_group {
    garp_interval 5000
    interface eth0
}
`,
      alsoGives: ["invalid-argument"],
    },
  ],
  good: [
    {
      files: `garp_group {
    garp_interval 0.01
    interface eth0
}
`,
    },
  ],
  remarks: {
    "garp-group-without-interval": () => ({
      message: say`this garp_group has no interval that can be used: keepalived removes it`,
    }),
  },
});
