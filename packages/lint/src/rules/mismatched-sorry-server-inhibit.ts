import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const mismatchedSorryServerInhibit = defineRemarkRule({
  id: "mismatched-sorry-server-inhibit",
  category: "daemon",
  severity: "warning",
  summary: "A sorry server that is also a real server, with a different inhibit setting.",
  why: "Both share one IPVS entry, which either stays with weight 0 or is removed. keepalived uses the real server's setting for both.",
  advice: "Set `sorry_server_inhibit` exactly if the real server has `inhibit_on_failure`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer(["sorry_server 10.0.0.2 80", "sorry_server_inhibit"], { scheduler: "rr" }),
      alsoGives: ["sorry-server-is-real-server"],
    },
  ],
  good: [
    {
      files: exampleServer(["inhibit_on_failure", "sorry_server 10.0.0.9 80", "sorry_server_inhibit"], {
        scheduler: "rr",
      }),
    },
  ],
  remarks: {
    "sorry-server-inhibit-replaced": ({ realServer, inhibit }) => ({
      message: say`the sorry server is also a real server, which is ${inhibit ? say`kept` : say`removed`} when it fails: the sorry server is ${inhibit ? say`kept` : say`removed`}, too`,
      related: [{ place: realServer, message: say`the real server` }],
    }),
  },
});
