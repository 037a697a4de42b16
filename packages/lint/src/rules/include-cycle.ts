import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const includeCycle = defineHostRule({
  id: "include-cycle",
  category: "syntax",
  severity: "error",
  summary: "A file that includes itself, directly or through others.",
  why: "keepalived reads the file again and again until it runs out of file descriptors, so every statement in it counts hundreds of times.",
  advice: "Remove the include from one of the files in the cycle.",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line, check_include",
  bad: [{ files: { "keepalived.conf": `include keepalived.conf\n\nglobal_defs {\n    router_id lb1\n}\n` } }],
  good: [
    { files: { "keepalived.conf": `include parts.conf\n`, "parts.conf": `global_defs {\n    router_id lb1\n}\n` } },
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "include-cycle")) {
      report({
        place: problem.place,
        message: say`this include comes back to a file that is being read already`,
        ...claimOf(host, problem),
      });
    }
  },
});
