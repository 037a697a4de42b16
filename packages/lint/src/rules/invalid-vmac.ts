import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

export const invalidVmac = defineRemarkRule({
  id: "invalid-vmac",
  category: "daemon",
  severity: "error",
  summary: "Words of `use_vmac` or `use_ipvlan` that cannot be used.",
  why: "keepalived reports the word and ignores it.",
  advice:
    "Give at most one interface name of up to 15 characters, and one MAC address that is neither multicast nor VRRP's own.",
  restsOn: "line",
  yieldsTo: ["invalid-interface"],
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_vmac_handler, vrrp_ipvlan_handler",
  bad: [
    {
      files: exampleInstance(["use_vmac vmac0 01:00:5e:00:00:01"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["use_vmac vmac0 02:00:00:00:00:01"]),
    },
  ],
  remarks: {
    "mac-address-twice": ({ instance, text }) => ({
      message: say`${instance} has a MAC address already: ${text} is ignored`,
    }),
    "unusable-mac-address": ({ text, because }) => ({
      message: say`${quote(text)} ${reasons[because]()}: it is ignored`,
    }),
    "ipvlan-mode-twice": ({ first, text }) => ({ message: say`the ipvlan is ${first} already: ${text} is ignored` }),
    "ipvlan-address-twice": ({ text }) => ({ message: say`the ipvlan has an address already: ${text} is ignored` }),
    "overlay-name-twice": ({ overlay, first, text }) => ({
      message: say`the ${overlay} interface is named ${first} already: ${text} is ignored`,
    }),
    "unusable-overlay-name": ({ text }) => ({
      message: say`${quote(text)} is not a valid interface name: it is ignored`,
      help: say`A name contains no \`/\`, \`:\` or space.`,
    }),
  },
});

const reasons = {
  malformed: () => say`is no MAC address of six bytes, or of five before the virtual_router_id`,
  multicast: () => say`is a multicast address`,
  reserved: () => say`is in the range that VRRP itself uses`,
} as const;
