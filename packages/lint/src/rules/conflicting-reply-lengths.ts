import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const conflictingReplyLengths = defineRemarkRule({
  id: "conflicting-reply-lengths",
  category: "daemon",
  severity: "error",
  summary: "A UDP check whose shortest accepted reply is longer than its longest.",
  why: "No reply can match, so the check always fails and the real server never receives connections. Without `max_reply_length` the longest accepted reply is 255 bytes.",
  advice: "Raise `max_reply_length`, or lower `min_reply_length`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_udp.c: udp_check_end_handler",
  bad: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    real_server 10.0.0.2 53 {
        UDP_CHECK {
            payload 00
            require_reply 00
            min_reply_length 300
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    real_server 10.0.0.2 53 {
        UDP_CHECK {
            payload 00
            require_reply 00
            min_reply_length 300
            max_reply_length 600
        }
    }
}
`,
    },
  ],
  remarks: {
    "reply-lengths-crossed": ({ shortest, longest, longestPlace }) => ({
      message: say`min_reply_length ${shortest} is above max_reply_length ${longest}: no reply can fit`,
      ...(longestPlace && { related: [{ place: longestPlace, message: say`the longest reply` }] }),
    }),
  },
});
