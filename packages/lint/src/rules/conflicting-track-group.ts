import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingTrackGroup = defineRemarkRule({
  id: "conflicting-track-group",
  category: "daemon",
  severity: "warning",
  summary: "`track_group` on a static entry that cannot be tracked.",
  why: "A track group watches the interface of the entry. Without an interface keepalived reports the group and ignores it; with `no_track` it only logs that.",
  advice: "Name the interface with `dev`, or remove `track_group`.",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress; vrrp/vrrp_iproute.c: alloc_route; vrrp/vrrp_iprule.c: alloc_rule; vrrp/vrrp_static_track.c: static_track_group_init",
  bad: [
    {
      files: `track_group uplink {
    group {
        web
    }
}

static_routes {
    198.51.100.0/24 via 192.0.2.1 track_group uplink
}

${exampleInstance()}`,
    },
  ],
  good: [
    {
      files: `track_group uplink {
    group {
        web
    }
}

static_routes {
    198.51.100.0/24 via 192.0.2.1 dev eth0 track_group uplink
}

${exampleInstance()}`,
    },
  ],
  remarks: {
    "track-group-untracked": () => ({ message: say`track_group has no effect beside no_track`, severity: "warning" }),
    "track-group-without-interface": ({ of }) => ({
      message: say`track_group is ignored, because the ${of} names no ${of === "rule" ? say`incoming interface` : say`interface`}`,
    }),
  },
});
