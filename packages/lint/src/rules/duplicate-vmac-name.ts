import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const duplicateVmacName = defineRemarkRule({
  id: "duplicate-vmac-name",
  category: "daemon",
  severity: "error",
  summary: "A VMAC interface with the name of another interface.",
  why: "keepalived reports the second name and makes up another.",
  advice: "Give each instance its own VMAC name.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: `${exampleInstance(["use_vmac vmac0"])}
${exampleInstance(["use_vmac vmac0"], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}`,
    },
  ],
  good: [
    {
      files: `${exampleInstance(["use_vmac vmac0"])}
${exampleInstance(["use_vmac vmac1"], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}`,
    },
  ],
  remarks: {
    "overlay-named-like-interface": ({ overlay, name, instance, interface: place }) => ({
      message: say`${name} is the interface of ${instance} itself, so the ${overlay} interface cannot have this name: it is ignored`,
      related: [{ place, message: say`the interface` }],
    }),
    "overlay-name-taken": ({ name, by }) => ({
      message: say`${by} uses the interface name ${name} already: it is ignored here`,
    }),
  },
});
