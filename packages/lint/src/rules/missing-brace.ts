import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const missingBrace = defineHostRule({
  id: "missing-brace",
  category: "syntax",
  severity: "error",
  summary: "A keyword that opens a block, without its `{`.",
  why: "keepalived continues as if the brace were there; a block of addresses or names then includes every line down to the next `}`.",
  advice: "Write `{` after the keyword, and `}` after the last line of its block.",
  readsElsewhere: false,
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: process_stream, alloc_value_block",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "missing-open")) {
      const name = problem.word?.value ?? problem.block.slice(problem.block.lastIndexOf("/") + 1);
      report({
        place: problem.place,
        message: say`${name} opens a block: a { is missing after it`,
        help: say`Write \`${name} {\`.`,
        ...claimOf(host, problem),
      });
    }
  },
});
