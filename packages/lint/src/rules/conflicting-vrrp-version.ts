import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingVrrpVersion = defineRemarkRule({
  id: "conflicting-vrrp-version",
  category: "daemon",
  severity: "error",
  summary: "A VRRP version that contradicts the settings above it.",
  why: "IPv6 requires version 3. keepalived reports the line and ignores it.",
  advice: "Keep one `version` line, above the addresses; IPv6 requires version 3.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_version_handler; vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["native_ipv6", "version 2"], { addresses: ["fe80::10/64"] }),
    },
  ],
  good: [
    {
      files: exampleInstance(["version 3"], { addresses: ["fe80::10/64"] }),
    },
  ],
  remarks: {
    "version-ignored": ({ instance, version, reason }) => ({
      message: say`version ${version} is ignored, because ${instance} has ${reason === "ipv6-addresses" ? say`IPv6 addresses` : say`version ${reason}`} already`,
    }),
    "version-raised-by-strict-mode": ({ instance }) => ({
      message: say`${instance} has IPv6 addresses and strict mode, so version 2 becomes 3`,
    }),
  },
});
