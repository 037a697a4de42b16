import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleServer } from "../examples.js";

export const conflictingOnePacketScheduling = defineRemarkRule({
  id: "conflicting-one-packet-scheduling",
  category: "daemon",
  severity: "error",
  summary: "One-packet scheduling (`ops`) for a connection-oriented service.",
  why: "Scheduling each packet separately would break TCP and SCTP connections. keepalived clears the flag.",
  advice: "Remove `ops`, or write `protocol UDP`.",
  fixable: "safe",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer(["ops"], { header: "192.0.2.10 53", scheduler: "rr", realServer: "10.0.0.2 53" }),
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    ops
    real_server 10.0.0.2 53 {
        DNS_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  remarks: {
    "one-packet-cleared": ({ line, protocol, protocolPlace }, host) => ({
      message: say`ops is for UDP, and the protocol is ${protocol}: it is cleared`,
      related: [{ place: protocolPlace, message: say`${protocol} is set here` }],
      fixes: removeLine(host, line, true, say`remove \`ops\``),
    }),
  },
});
