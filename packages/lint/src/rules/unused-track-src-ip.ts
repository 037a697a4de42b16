import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const unusedTrackSrcIp = defineRemarkRule({
  id: "unused-track-src-ip",
  category: "vrrp",
  severity: "warning",
  summary: "`track_src_ip` without a source address.",
  why: "It watches the address that adverts are sent from. Without a source address keepalived silently disables it.",
  advice: "Add `mcast_src_ip` or `unicast_src_ip`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["track_src_ip"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["mcast_src_ip 192.0.2.1", "track_src_ip"]),
    },
  ],
  remarks: {
    "no-source-to-track": ({ instance }) => ({
      message: say`track_src_ip has no address to watch: ${instance} has neither mcast_src_ip nor unicast_src_ip`,
    }),
  },
});
