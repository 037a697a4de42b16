import { bfdInstances, headerPlace } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { atEndOf } from "../statements.js";

export const mismatchedBfdFamily = defineHostRule({
  id: "mismatched-bfd-family",
  category: "daemon",
  severity: "error",
  summary: "A `bfd_instance` with a source and a neighbour of different address families.",
  why: "keepalived drops the instance, so nothing that follows it ever hears of a failure.",
  advice: "Give `source_ip` and `neighbor_ip` addresses of one family.",
  since: "0.1.0",
  bad: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 2001:db8::1
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 10.0.0.1
}
`,
    },
  ],
  check(host, report) {
    for (const { statement, dropped, source, neighbor } of bfdInstances(host)) {
      if (dropped !== "family" || !source || !neighbor) continue;
      report({
        place: (source.statement.words[1] ?? source.statement).place,
        message: `source_ip ${source.value.text} and the neighbour ${neighbor.value.text} are of different address families`,
        related: [{ place: headerPlace(neighbor.statement), message: "the neighbour" }],
        ...atEndOf(statement),
      });
    }
  },
});
