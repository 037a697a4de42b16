import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { insertLineBefore } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const missingVmacXmitBase = defineRemarkRule({
  id: "missing-vmac-xmit-base",
  category: "daemon",
  severity: "warning",
  summary: "A VMAC with unicast but without `vmac_xmit_base`.",
  why: "Unicast adverts must leave through the base interface. keepalived reports it and sets `vmac_xmit_base` itself.",
  advice: "Add `vmac_xmit_base`.",
  fixable: "safe",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_end_handler",
  bad: [
    {
      files: exampleInstance(["use_vmac", "unicast_peer {", "    192.0.2.2", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["use_vmac", "vmac_xmit_base", "unicast_peer {", "    192.0.2.2", "}"]),
    },
  ],
  remarks: {
    "unicast-overlay": ({ keyword, overlay }, host) => ({
      message: say`${keyword} with unicast needs vmac_xmit_base`,
      fixes: keyword === "use_vmac" ? insertLineBefore(host, overlay, "vmac_xmit_base", true) : [],
    }),
  },
});
