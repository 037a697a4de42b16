import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const embeddedNul = defineHostRule({
  id: "embedded-nul",
  category: "syntax",
  severity: "error",
  summary: "A NUL byte in the file.",
  why: "keepalived ends the line at that byte. Since 2.4.0 it reports and drops the line; older releases silently lose the rest of it.",
  advice: "Remove the byte. Often the file was saved as UTF-16 and must be saved as UTF-8.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line",
  bad: [{ files: "global_defs {\n    router_id lb1\n    # a\u0000b\n}\n" }],
  good: [{ files: "global_defs {\n    router_id lb1\n    # ab\n}\n" }],
  check(host, report) {
    for (const problem of readingProblems(host, "embedded-nul")) {
      report({
        place: problem.place,
        message: say`a NUL byte ends this line for keepalived`,
        fixes: [{ title: say`remove the NUL byte`, safe: false, edits: [{ ...problem.place, text: "" }] }],
        ...claimOf(host, problem),
      });
    }
  },
});
