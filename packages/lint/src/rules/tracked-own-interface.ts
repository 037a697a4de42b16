import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const trackedOwnInterface = defineRemarkRule({
  id: "tracked-own-interface",
  category: "daemon",
  severity: "warning",
  summary: "An instance lists its own interface in track_interface.",
  why: "keepalived watches the interface that an instance runs on by itself, unless `dont_track_primary` forbids it: the line is reported and left out either way, a weight on it included.",
  advice: "Remove the line. To go on without watching the own interface there is `dont_track_primary`.",
  since: "0.1.0",
  bad: [{ files: exampleInstance(["track_interface {", "    eth0", "}"]) }],
  good: [{ files: exampleInstance(["track_interface {", "    eth1", "}"]) }],
  remarks: {
    "tracks-own-interface": ({ interface: device, instance, named }) => ({
      message: `${device} is the interface of ${instance} itself, which is watched anyway`,
      related: [{ place: named, message: "the instance's interface" }],
    }),
  },
});
