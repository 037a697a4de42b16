import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const missingSorryServer = defineRemarkRule({
  id: "missing-sorry-server",
  category: "daemon",
  severity: "error",
  summary: "A setting for the sorry server before any `sorry_server`.",
  why: "keepalived reads from top to bottom and applies the line to the current sorry server. There is none yet, so it ignores the line.",
  advice: "Move `sorry_server` above the line, or remove the line.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: ssvri_handler, ss_forwarding_handler",
  bad: [
    {
      files: exampleServer(["sorry_server_inhibit", "sorry_server 10.0.0.9 80"], { scheduler: "rr" }),
    },
  ],
  good: [
    {
      files: exampleServer(["sorry_server 10.0.0.9 80", "sorry_server_inhibit"], { scheduler: "rr" }),
    },
  ],
  remarks: {
    "sorry-server-missing": ({ keyword, later }) => ({
      message: later
        ? say`${keyword} comes before the sorry_server: it is ignored`
        : say`${keyword} has no sorry_server: it is ignored`,
      ...(later && {
        help: say`Move the line below \`sorry_server\`.`,
        related: [{ place: later, message: say`the sorry server is set here` }],
      }),
    }),
  },
});
