import { readingProblems } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const embeddedNul = defineHostRule({
  id: "embedded-nul",
  category: "syntax",
  severity: "error",
  summary: "A NUL byte in the text.",
  why: "For keepalived the line ends at that byte: since 2.4.0 it reports and drops the line, older releases lose the rest of it in silence.",
  advice: "Remove the byte; often the file was saved as UTF-16 and has to be saved as UTF-8.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  bad: [{ files: "global_defs {\n    router_id lb1\n    # a\u0000b\n}\n" }],
  good: [{ files: "global_defs {\n    router_id lb1\n    # ab\n}\n" }],
  check(host, report) {
    for (const problem of readingProblems(host, "embedded-nul")) {
      report({
        place: problem.place,
        message: "a NUL byte ends this line for keepalived",
        fixes: [{ title: "remove the NUL byte", safe: false, edits: [{ ...problem.place, text: "" }] }],
        ...claimOf(host, problem),
      });
    }
  },
});
