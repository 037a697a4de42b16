import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const invalidMulticastAddress = defineRemarkRule({
  id: "invalid-multicast-address",
  category: "daemon",
  severity: "error",
  summary: "An IPv6 multicast group that is not link-local.",
  why: "VRRP never crosses a router. keepalived reports the group of `mcast_dst_ip` and ignores it; it uses that of `vrrp_mcast_group6`.",
  advice: "Use a group that begins with `ff02:`, such as `ff02::12`.",
  restsOn: "line",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, core/global_parser.c: vrrp_mcast_group6_handler; vrrp/vrrp_parser.c: vrrp_mcast_dstip_handler",
  bad: [
    {
      files: exampleInstance(["mcast_dst_ip ff05::12"], { addresses: ["fe80::10/64"] }),
    },
  ],
  good: [
    {
      files: exampleInstance(["mcast_dst_ip ff02::12"], { addresses: ["fe80::10/64"] }),
    },
  ],
  remarks: {
    "multicast-group-not-link-local": ({ text, used }) => ({
      message: used
        ? say`${text} is not a link-local multicast address: it is used, but adverts may stop arriving`
        : say`${text} is not a link-local multicast address: it is ignored`,
      ...(used && { severity: "warning" as const }),
      help: say`Use a group that begins with ff02:.`,
    }),
  },
});
