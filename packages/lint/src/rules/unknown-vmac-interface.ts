import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const unknownVmacInterface = defineRemarkRule({
  id: "unknown-vmac-interface",
  category: "daemon",
  severity: "error",
  summary: "The VMAC or ipvlan of an instance where an interface of the host is required.",
  why: "keepalived looks up each interface while it reads its configuration, and creates the interfaces of `use_vmac` and `use_ipvlan` afterwards. The name is unknown at that time, so keepalived rejects the whole VRRP configuration, unless `dynamic_interfaces` is set.",
  advice:
    "Name the underlying interface (the instance's `interface`). To put an address on the VMAC, write it without `dev`. If you need to name the VMAC itself, set `dynamic_interfaces` in `global_defs`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_int_handler; vrrp/vrrp_vmac.c: netlink_link_add_vmac",
  bad: [
    {
      files: exampleInstance(["use_vmac vmac0", "track_interface {", "    vmac0", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["use_vmac vmac0", "track_interface {", "    eth1", "}"]),
    },
    {
      files: `global_defs {\n    dynamic_interfaces\n}\n\n${exampleInstance(["use_vmac vmac0", "track_interface {", "    vmac0", "}"])}`,
    },
  ],
  remarks: {
    "interface-made-later": ({ interface: name, instance, overlay, named }) => ({
      message: say`${name} is the ${overlay} of ${instance}, which keepalived creates only after it looks up the interface`,
      related: [{ place: named, message: say`where ${instance} names it` }],
    }),
  },
});
