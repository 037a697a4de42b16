import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingIpvlanAddress = defineRemarkRule({
  id: "missing-ipvlan-address",
  category: "daemon",
  severity: "error",
  summary: "An IPv4 instance on an ipvlan without an address.",
  why: "Adverts from an ipvlan need their own source address. keepalived reports it and keeps the instance in FAULT.",
  advice: "Add an address after `use_ipvlan`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["use_ipvlan vlan0"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["use_ipvlan vlan0 192.0.2.5"]),
    },
  ],
  remarks: {
    "ipvlan-without-address": ({ instance }) => ({
      message: say`use_ipvlan of ${instance} names no IPv4 address: the instance stays in FAULT`,
    }),
  },
});
