import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { claimOf } from "../reading.js";

export const invalidRepetition = defineHostRule({
  id: "invalid-repetition",
  category: "syntax",
  severity: "error",
  summary: "A `~SEQ`, `~SEQx` or `~LST` that keepalived cannot expand.",
  why: "keepalived reports the line and reads none of its repetitions.",
  advice:
    "Write `~SEQ(name, start, step, end) text` with whole numbers and a step that leads from start to end, or `~LST(name, value, value) text`.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: add_seq, add_lst",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24", "~SEQ(i, 1, 0, 5) 192.0.2.1$i/24"] }),
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
        ~SEQ(i, 1, 5) 192.0.2.1\${i}/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "bad-repetition")) {
      const reason = problem.detail?.reason;
      report({
        place: problem.place,
        message: say`keepalived cannot repeat this line${typeof reason === "string" ? say`: ${reason}` : ""}`,
        ...claimOf(host, problem),
      });
    }
  },
});
