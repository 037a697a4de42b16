import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { claimOf } from "../reading.js";

export const invalidDefinition = defineHostRule({
  id: "invalid-definition",
  category: "syntax",
  severity: "error",
  summary: "A reference to a definition that cannot be expanded.",
  why: "keepalived leaves the reference in the text, and reads its `$`, name and braces literally.",
  advice: "Correct the definition, or the parameters of the built-in one, such as `${_RANDOM 1 9}`.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: replace_param, find_definition",
  bad: [{ files: exampleInstance(["preempt_delay ${_RANDOM 9 5}"]) }],
  good: [{ files: exampleInstance(["preempt_delay ${_RANDOM 5 9}"]) }],
  check(host, report) {
    for (const problem of readingProblems(host, "bad-definition")) {
      const reason = problem.detail?.reason;
      report({
        place: problem.place,
        message: say`this definition cannot be used${typeof reason === "string" ? say`: ${reason}` : ""}`,
        ...claimOf(host, problem),
      });
    }
  },
});
