import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const trackedOwnInterface = defineHostRule({
  id: "tracked-own-interface",
  category: "daemon",
  severity: "warning",
  summary: "An instance lists its own interface in track_interface.",
  why: "keepalived watches the interface that an instance runs on by itself, unless `dont_track_primary` forbids it: the line is reported and left out either way, a weight on it included.",
  advice: "Remove the line. To go on without watching the own interface there is `dont_track_primary`.",
  since: "0.1.0",
  bad: [{ files: exampleInstance(["track_interface {", "    eth0", "}"]) }],
  good: [{ files: exampleInstance(["track_interface {", "    eth1", "}"]) }],
  check(host, report) {
    for (const { interface: device, trackers, name } of host.instances) {
      for (const tracker of trackers) {
        if (tracker.kind !== "interface" || tracker.name !== device?.value) continue;
        report({
          place: tracker.place,
          message: `${tracker.name} is the interface of ${name} itself, which is watched anyway`,
          related: [{ place: device.place, message: "the instance's interface" }],
          daemon: { line: null },
        });
      }
    }
  },
});
