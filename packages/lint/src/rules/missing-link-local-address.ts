import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingLinkLocalAddress = defineRemarkRule({
  id: "missing-link-local-address",
  category: "daemon",
  severity: "warning",
  summary: "An IPv6 instance whose first address is not link-local.",
  why: "The standard requires a link-local address first. keepalived reports it in strict mode, and otherwise only logs it.",
  advice: "Add an address such as `fe80::10/64` as the first one.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; RFC 5798, section 5.1.2.1",
  bad: [
    {
      files: exampleInstance([], { addresses: ["2001:db8::10/64"] }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { addresses: ["fe80::10/64", "2001:db8::10/64"] }),
    },
  ],
  remarks: {
    "first-address-not-link-local": ({ instance, address, reported }) => ({
      message: say`the first IPv6 address of ${instance} is ${address}, but should be a link-local one`,
      ...(!reported && { severity: "warning" }),
    }),
  },
});
