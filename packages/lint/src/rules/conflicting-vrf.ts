import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingVrf = defineRemarkRule({
  id: "conflicting-vrf",
  category: "daemon",
  severity: "warning",
  summary: "A VRF on an instance that has an interface or uses multicast.",
  why: "Only a unicast instance without `interface` needs a VRF setting. Elsewhere keepalived reports the line and ignores it.",
  advice: "Remove `vrf`: the interface determines the VRF of the instance.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["vrf red"]),
    },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  remarks: {
    "vrf-ignored": ({ instance, vrf, because }) => ({
      message:
        because === "interface-before"
          ? say`${instance} has an interface, so vrf ${vrf} is ignored`
          : say`vrf ${vrf} is ignored, because ${instance} ${because === "interface" ? say`has an interface` : say`is not unicast`}`,
    }),
  },
});
