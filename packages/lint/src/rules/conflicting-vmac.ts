import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const conflictingVmac = defineRemarkRule({
  id: "conflicting-vmac",
  category: "daemon",
  severity: "error",
  summary: "Settings for VMAC interfaces that cannot be combined.",
  why: "keepalived reports the setting and ignores it, or keeps the instance in FAULT.",
  advice: "Remove the setting that the message names.",
  fixable: "sometimes",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_end_handler, vrrp_vmac_handler; vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["vmac_xmit_base"]),
    },
    {
      files: exampleInstance(["use_vmac", "promote_secondaries"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["use_vmac", "vmac_xmit_base"]),
    },
  ],
  remarks: {
    "overlay-without-interface": ({ instance, keyword }) => ({
      message: say`${instance} uses unicast without an interface, so ${keyword} is ignored`,
    }),
    "promote-secondaries-beside-overlay": ({ instance, keyword, statement }, host) => ({
      message: say`promote_secondaries of ${instance} is ignored, because ${keyword} sets it anyway`,
      severity: "warning",
      fixes: removeLine(host, statement, true),
    }),
    "transmit-base-without-vmac": ({ instance, statement }, host) => ({
      message: say`vmac_xmit_base of ${instance} is ignored, because it goes with use_vmac only`,
      fixes: removeLine(host, statement, true),
    }),
    "ipvlan-cannot-transmit-on-base": ({ instance }) => ({
      message: say`use_ipvlan of ${instance} cannot send on its base interface as unicast needs it: only use_vmac can`,
    }),
    "address-vmac-needless": ({ address, instance, because }) => ({
      message: say`use_vmac of ${address} is needless, because ${instance} has ${because === "use_vmac" ? say`use_vmac itself` : because}`,
      severity: "warning",
    }),
    "address-on-foreign-vmac": ({ address, instance, other, otherPlace }) => ({
      message: say`${address} of ${instance} lies on the VMAC interface of ${other}, which stays in FAULT`,
      related: [{ place: otherPlace, message: other }],
    }),
  },
});
