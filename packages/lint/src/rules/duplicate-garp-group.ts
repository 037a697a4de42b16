import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const duplicateGarpGroup = defineHostRule({
  id: "duplicate-garp-group",
  category: "daemon",
  severity: "error",
  summary: "An interface in two garp_groups.",
  why: "An interface has one delay for gratuitous ARP; keepalived reports the second group and ignores it.",
  advice: "Name each interface in one group.",
  since: "0.1.0",
  bad: [
    {
      files: `garp_group {
    garp_interval 0.01
    interface eth0
}

garp_group {
    garp_interval 0.02
    interface eth0
}
`,
    },
  ],
  good: [
    {
      files: `garp_group {
    garp_interval 0.01
    interface eth0
}

garp_group {
    garp_interval 0.02
    interface eth1
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "duplicate-garp-group")) report(finding);
  },
});
