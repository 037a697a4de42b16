import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const duplicateVirtualAddress = defineRemarkRule({
  id: "duplicate-virtual-address",
  category: "daemon",
  severity: "warning",
  summary: "An address that is listed twice in an instance.",
  why: "keepalived 2.3.3 and newer report the second line and ignore it; older releases announce the address twice.",
  advice: "Remove one of the lines, or correct the address.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_data.c: vip_is_duplicate",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24", "192.0.2.10/24"] }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24", "192.0.2.11/24"] }),
    },
  ],
  remarks: {
    "address-twice": ({ address, instance, first, line, ignored }, host) => ({
      message: say`${address} appears twice in ${instance}${ignored ? say`: this one is ignored` : ""}`,
      related: [{ place: first, message: say`the other one` }],
      fixes: removeLine(host, line, ignored),
      ...(!ignored && { severity: "warning" }),
    }),
  },
});
