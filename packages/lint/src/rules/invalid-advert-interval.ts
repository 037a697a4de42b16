import { protocol, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const invalidAdvertInterval = defineRemarkRule({
  id: "invalid-advert-interval",
  category: "daemon",
  severity: "error",
  summary: "An advert interval that VRRP cannot represent.",
  why: `Version 2 uses whole seconds, version 3 hundredths of a second up to ${protocol.longestAdvertInterval / 100} s. keepalived reports other values and rounds them.`,
  advice: `Use whole seconds with version 2, and multiples of 0.01 up to ${protocol.longestAdvertInterval / 100} with version 3.`,
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; RFC 5798, section 5.2.7",
  bad: [
    {
      files: exampleInstance(["advert_int 1.5"]),
    },
    {
      files: exampleInstance(["version 3", "advert_int 50"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["version 3", "advert_int 1.5"]),
    },
  ],
  remarks: {
    "advert-interval-changed": ({ instance, version, given, used, because }) => ({
      message: say`advert_int ${given} of ${instance} ${reasons[because]()}: ${used} is used`,
      help:
        version === 2
          ? say`Use whole seconds, or \`version 3\` on all nodes for hundredths.`
          : say`Use a multiple of 0.01, at most 40.95.`,
    }),
  },
});

const reasons = {
  "not-whole-seconds": () => say`is not whole seconds, which VRRP version 2 needs`,
  "too-long": () => say`is above 40.95, the most that VRRP version 3 can say`,
  "not-hundredths": () => say`is no multiple of 0.01`,
} as const;
