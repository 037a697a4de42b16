import { protocol, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lostTracking } from "../tracking.js";

export const conflictingAddressOwner = defineRemarkRule({
  id: "conflicting-address-owner",
  category: "daemon",
  severity: "error",
  summary: "Settings that priority 255 rules out, or that require priority 255.",
  why: "Priority 255 declares the addresses to be this host's own. Such an instance never changes its priority, so keepalived reports weights and ignores them; for most tracker types it drops the tracker as well.",
  advice: `Use a priority up to ${protocol.highestPriority} unless the host owns the address, or track with weight 0.`,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; RFC 5798, section 6.1",
  bad: [
    {
      files: `static_ipaddress {
    192.0.2.10/24 dev eth0
}

${exampleInstance(["track_interface {", "    eth1 weight 10", "}"], { state: "MASTER", priority: 255 })}`,
    },
  ],
  good: [
    {
      files: `static_ipaddress {
    192.0.2.10/24 dev eth0
}

${exampleInstance(["track_interface {", "    eth1", "}"], { state: "MASTER", priority: 255 })}`,
    },
  ],
  remarks: {
    "owner-beside-backup": ({ group, instance }) => ({
      message: say`${group} holds instances with priority 255 and ${instance} without: they cannot change together`,
    }),
    "weight-of-owners-group": ({ group, tracked, owner }) => ({
      message: say`the weight of ${tracked.kind} ${tracked.name} in ${group} is ignored, because ${owner} has priority 255`,
    }),
    "weight-of-owner": ({ instance, tracked, effect }) => ({
      message: say`${lostTracking(tracked, effect)} for ${instance}, because its priority is 255`,
    }),
    "adverts-ignored-by-no-owner": ({ instance, priority }) => ({
      message: say`owner_ignore_adverts of ${instance} is ignored: its priority is ${priority}, not 255`,
    }),
    "adverts-heard-by-owner": ({ instance }) => ({
      message: say`owner_ignore_adverts of ${instance} becomes true, because its priority is 255`,
    }),
  },
});
