import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const duplicateGarpGroup = defineRemarkRule({
  id: "duplicate-garp-group",
  category: "daemon",
  severity: "error",
  summary: "An interface in two `garp_group` blocks.",
  why: "An interface has one delay for gratuitous ARP. keepalived reports the second group and ignores it.",
  advice: "Name each interface in one group only.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: garp_group_interface_handler, garp_group_interfaces_handler",
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
  remarks: {
    "interface-in-other-garp-group": (remark) => ({
      message: say`${remark.interface} is in a garp_group already: it is ignored here`,
      related: [{ place: remark.other, message: say`the group that counts` }],
    }),
  },
});
