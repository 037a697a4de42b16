import { readingProblems } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { claimOf } from "../reading.js";

export const expansionLimit = defineHostRule({
  id: "expansion-limit",
  category: "syntax",
  severity: "error",
  summary: "Definitions or repetitions that grow without end.",
  why: "A definition that refers to itself, or repetitions inside repetitions, make keepalived read text for very long or for ever.",
  advice: "Take the reference to itself out of the definition, or repeat fewer times.",
  since: "0.1.0",
  bad: [{ files: `$LABEL=$LABEL\n\n${exampleInstance()}\nglobal_defs {\n    router_id $LABEL\n}\n` }],
  good: [{ files: `$LABEL=lb1\n\n${exampleInstance()}\nglobal_defs {\n    router_id $LABEL\n}\n` }],
  check(host, report) {
    for (const problem of readingProblems(host, "expansion-limit")) {
      report({
        place: problem.place,
        message: "this line expands to more text than is looked at here",
        ...claimOf(host, problem),
      });
    }
  },
});
