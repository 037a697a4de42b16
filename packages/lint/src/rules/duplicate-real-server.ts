import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const duplicateRealServer = defineRemarkRule({
  id: "duplicate-real-server",
  category: "daemon",
  severity: "error",
  summary: "A real server that appears twice in one virtual server.",
  why: "keepalived removes the second one together with its checks and its weight.",
  advice: "Correct the address or the port of one of them, or remove it.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer([], {
        scheduler: "rr",
        after: ["real_server 10.0.0.2 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  good: [
    {
      files: exampleServer([], {
        scheduler: "rr",
        after: ["real_server 10.0.0.3 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  remarks: {
    "real-server-repeated": ({ server, earlier }) => ({
      message: say`${nameOf(server)} is already in this virtual server: this one is removed`,
      related: [{ place: earlier, message: say`the first one` }],
    }),
  },
});
