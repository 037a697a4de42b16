import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const missingGroupMember = defineRemarkRule({
  id: "missing-group-member",
  category: "daemon",
  severity: "error",
  summary: "A group without members.",
  why: "keepalived reports the empty block, and removes a group that has no members.",
  advice: "List the names, one on each line.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_sync_group_end_handler, static_track_group_end_handler",
  bad: [
    {
      files: `track_group uplink {
    group {
    }
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

${exampleInstance()}`,
    },
  ],
  remarks: {
    "empty-group-block": ({ owner }) => ({ message: say`this group block of ${owner} is empty` }),
    "empty-interfaces-block": () => ({ message: say`this interfaces block is empty` }),
    "track-group-without-member": ({ group }) => ({
      message: say`track_group ${group} has no member: keepalived removes it`,
    }),
    "reference-to-empty-track-group": ({ group }) => ({
      message: say`track_group ${group} is dropped, because it has no member`,
    }),
  },
});
