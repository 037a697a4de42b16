import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingQuorum = defineRemarkRule({
  id: "conflicting-quorum",
  category: "daemon",
  severity: "error",
  summary: "`quorum` and `quorum_max` of a tracked process that contradict each other.",
  why: "keepalived compares each line with the lines above it, reports the one that does not fit, and ignores it.",
  advice: "Make `quorum_max` at least as large as `quorum`, and write `quorum_max` first if both are large.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_tprocess_quorum_handler, vrrp_tprocess_quorum_max_handler",
  bad: [
    {
      files: `vrrp_track_process haproxy {
    process haproxy
    quorum_max 2
    quorum 3
}

${exampleInstance(["track_process {", "    haproxy", "}"])}`,
    },
  ],
  good: [
    {
      files: `vrrp_track_process haproxy {
    process haproxy
    quorum_max 3
    quorum 2
}

${exampleInstance(["track_process {", "    haproxy", "}"])}`,
    },
  ],
  remarks: {
    "quorum-above-most": ({ quorum, most }) => ({
      message: say`quorum ${quorum} is above the quorum_max ${most} above it: the line is ignored`,
    }),
    "quorum-most-below-quorum": ({ quorum, most }) => ({
      message: say`quorum_max ${most} is below the quorum ${quorum} above it: the line is ignored`,
    }),
  },
});
