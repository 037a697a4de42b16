import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance, exampleScriptGlobals } from "../examples.js";
import { lostTracking } from "../tracking.js";

export const conflictingTrackingWeight = defineRemarkRule({
  id: "conflicting-tracking-weight",
  category: "daemon",
  severity: "error",
  summary: "A weight on a tracker of an instance that belongs to a sync group.",
  why: "The members of a sync group must not change their priorities individually. keepalived reports weights and drops the trackers that have one, so a failure has no effect at all; for an interface it ignores only the weight.",
  advice:
    "Track without a weight, move the tracker to the sync group, or add `sync_group_tracking_weight` to the group.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: sync_group_tracking_init, vrrp_complete_instance",
  bad: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance(["track_script {", "    up weight 10", "}"])}
${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}
vrrp_sync_group both {
    group {
        web
        mail
    }
}
`,
    },
  ],
  good: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance(["track_script {", "    up", "}"])}
${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}
vrrp_sync_group both {
    group {
        web
        mail
    }
}
`,
    },
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance()}
${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}
vrrp_sync_group both {
    sync_group_tracking_weight
    track_script {
        up weight 10
    }
    group {
        web
        mail
    }
}
`,
    },
  ],
  remarks: {
    "weight-in-sync-group": ({ instance, group, groupPlace, tracked, effect }) => ({
      message: say`${lostTracking(tracked, effect)} for ${instance}, because sync group ${group} takes no weights of its members`,
      related: [{ place: groupPlace, message: say`the group` }],
    }),
  },
});
