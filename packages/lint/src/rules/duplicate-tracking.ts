import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleInstance, exampleScriptGlobals } from "../examples.js";

export const duplicateTracking = defineRemarkRule({
  id: "duplicate-tracking",
  category: "daemon",
  severity: "warning",
  summary: "An object that is tracked twice.",
  why: "keepalived reports the second line and ignores it, including its weight. If a sync group and its member track the same interface, the weight of the group counts.",
  advice: "Remove one of the two.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_track.c: alloc_track_if, alloc_track_script, alloc_track_process; trackers/track_file.c: vrrp_alloc_track_file",
  bad: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance(["track_script {", "    up", "    up weight 10", "}"])}`,
    },
  ],
  good: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance(["track_script {", "    up", "}"])}`,
    },
  ],
  remarks: {
    "tracked-twice": ({ owner, tracked, first, line }, host) => ({
      message: say`${owner} tracks ${tracked.kind} ${tracked.name} already: this line is ignored`,
      related: [{ place: first, message: say`the line that counts` }],
      fixes: removeLine(host, line, true),
    }),
    "tracked-by-member-too": ({ group, interface: name, member, tracking }) => ({
      message: say`${group} tracks interface ${name}, which ${member} ${tracking ? say`tracks` : say`uses`} itself`,
      ...(tracking && { related: [{ place: tracking, message: say`tracked here too` }] }),
    }),
  },
});
