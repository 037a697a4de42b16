import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { blockAt, lackIn } from "../statements.js";

export const missingVirtualAddress = defineRemarkRule({
  id: "missing-virtual-address",
  category: "daemon",
  severity: "error",
  summary: "An instance whose list of addresses is empty.",
  why: "There is nothing to fail over. With VRRP version 3 or in strict mode keepalived does not start VRRP at all.",
  advice: "Add an address to `virtual_ipaddress`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance([], { addresses: [] }),
    },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  remarks: {
    "instance-without-address": ({ instance, block, refusedBy, place }, host) => {
      if (block === "absent") return { message: say`VRRP does not start, because ${instance} has no address` };
      const what =
        block === "empty" ? say`virtual_ipaddress of ${instance} is empty` : say`no address of ${instance} is left`;
      const lacks = lackIn(blockAt(host, place));
      if (refusedBy === undefined) return { message: what, severity: "warning", ...lacks };
      const why = refusedBy === "strict-mode" ? say`strict mode` : say`VRRP version 3`;
      return { message: say`${what}, and ${why} needs one: VRRP does not start`, ...lacks };
    },
  },
});
