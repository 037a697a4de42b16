import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const unterminatedQuote = defineHostRule({
  id: "unterminated-quote",
  category: "syntax",
  severity: "error",
  summary: "A quotation mark that is not closed on the same line.",
  why: "keepalived drops the rest of the line. Comments and braces after the mark are text, because they are inside quotes.",
  advice: "Close the quotation on the same line; a string cannot continue on the next.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: alloc_strvec_r, decomment",
  bad: [{ files: `global_defs {\n    router_id lb1 "first balancer\n}\n` }],
  good: [{ files: `global_defs {\n    router_id "lb1 first balancer"\n}\n` }],
  check(host, report) {
    for (const problem of readingProblems(host, "unterminated-quote")) {
      const { place, word } = problem;
      report({
        place,
        message: say`this quotation is not closed on its line`,
        ...(word &&
          !word.expanded && {
            fixes: [
              { title: say`add the closing \`"\``, safe: false, edits: [{ ...place, start: place.end, text: '"' }] },
            ],
          }),
        ...claimOf(host, problem),
      });
    }
  },
});
