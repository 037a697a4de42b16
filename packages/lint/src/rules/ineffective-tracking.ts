import { headerPlace, lastChild } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const ineffectiveTracking = defineHostRule({
  id: "ineffective-tracking",
  category: "tracking",
  severity: "info",
  summary: "`dont_track_primary` in an instance that tracks nothing else.",
  why: "keepalived then ignores the state of the interface that carries the adverts. When its link goes down, the instance stays MASTER, alone with its address, while the other host becomes MASTER too; nothing on this host makes it step down.",
  advice:
    "Remove the line, or track whatever decides whether the host can serve: another interface, a script, a process.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; vrrp/vrrp_track.c: down_instance",
  bad: [{ files: exampleInstance(["dont_track_primary"]) }],
  good: [{ files: exampleInstance(["dont_track_primary", "track_interface {", "    eth1", "}"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/1465", "https://github.com/acassen/keepalived/issues/1892"],
  check(host, report) {
    for (const { name, statement, trackers, group } of host.instances) {
      const line = lastChild(statement, "dont_track_primary");
      if (line === undefined || trackers.length > 0 || group !== undefined) continue;
      report({
        place: headerPlace(line),
        message: say`${name} does not watch its own interface and tracks nothing else: it stays MASTER when the link is down`,
      });
    }
  },
});
