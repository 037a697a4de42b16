import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const trackedOwnInterface = defineRemarkRule({
  id: "tracked-own-interface",
  category: "daemon",
  severity: "warning",
  summary: "An instance lists its own interface in `track_interface`.",
  why: "keepalived watches the interface of an instance by default, unless `dont_track_primary` disables that. Either way it reports the line and ignores it, including its weight.",
  advice: "Remove the line. To run without watching the instance's own interface, use `dont_track_primary`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [{ files: exampleInstance(["track_interface {", "    eth0", "}"]) }],
  good: [{ files: exampleInstance(["track_interface {", "    eth1", "}"]) }],
  remarks: {
    "tracks-own-interface": ({ interface: device, instance, named }) => ({
      message: say`${device} is the interface of ${instance} itself, which is watched anyway`,
      related: [{ place: named, message: say`the instance's interface` }],
    }),
  },
});
