import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { conditionsOf } from "../written.js";

export const invalidCondition = defineHostRule({
  id: "invalid-condition",
  category: "syntax",
  severity: "warning",
  summary: "A condition that no host can meet, because its id is written like a list or a pattern.",
  why: "keepalived compares the text after `@` with the host's config-id, character by character. A list, quotes or a `*` are part of that text, so no host reads the line.",
  advice: "Write the line once for each host, each with its own `@id`, or use `@^id` for all hosts but one.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line",
  bad: [
    { files: exampleInstance().replace("    priority", "@lb1,lb2    advert_int 2\n    priority"), configId: "lb1" },
  ],
  good: [
    {
      files: exampleInstance().replace("    priority", "@lb1    advert_int 2\n@lb2    advert_int 2\n    priority"),
      configId: "lb1",
    },
  ],
  check(host, report) {
    for (const { condition, place } of conditionsOf(host)) {
      const { id } = condition;
      const start = place.start + (condition.negated ? 2 : 1);
      if (id === "") {
        report({ place, message: say`the condition names no config-id: the line is read on no host` });
      } else if (/[,|*?()"'!=&;]/.test(id)) {
        report({
          place: { ...place, start },
          message: say`no host has the config-id ${id}: a condition names one host`,
        });
      }
    }
  },
});
