import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingMulticastAddress = defineRemarkRule({
  id: "conflicting-multicast-address",
  category: "daemon",
  severity: "warning",
  summary: "A multicast group for an instance with unicast peers.",
  why: "With unicast peers, adverts go to the peers only. keepalived reports the multicast group and ignores it.",
  advice: "Remove `mcast_dst_ip`, or remove the peers.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance(["mcast_dst_ip 224.0.0.50", "unicast_peer {", "    192.0.2.2", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["unicast_peer {", "    192.0.2.2", "}"]),
    },
  ],
  remarks: {
    "multicast-group-of-unicast": ({ instance }) => ({
      message: say`mcast_dst_ip of ${instance} is ignored, because it uses unicast`,
    }),
  },
});
