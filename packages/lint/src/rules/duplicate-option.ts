import type { RemarkOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

export const duplicateOption = defineRemarkRule({
  id: "duplicate-option",
  category: "daemon",
  severity: "error",
  summary: "An option that appears twice on one line.",
  why: "keepalived reports it. It drops an address that has two `dev` options; for other options it ignores the second.",
  advice: "Keep one of the two.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24", "192.0.2.11/24 dev eth0 dev eth1"] }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24 dev eth1"] }),
    },
  ],
  remarks: {
    "option-twice": ({ option, effect, text }) => ({
      message: say`${option} appears twice on this line: ${consequence(effect, text)}`,
    }),
  },
});

function consequence(effect: RemarkOf<"option-twice">["effect"], text = ""): string {
  switch (effect) {
    case "address-dropped":
      return say`keepalived drops the address ${text}`;
    case "route-dropped":
      return say`keepalived drops the route`;
    case "option-ignored":
      return say`${quote(text)} is ignored`;
    case "rest-ignored":
      return say`the rest of the line from here is ignored`;
  }
}
