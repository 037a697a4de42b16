import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf, originOf, rootCause } from "../reading.js";

export const unexpectedBrace = defineHostRule({
  id: "unexpected-brace",
  category: "syntax",
  severity: "error",
  summary: "A `{` where no block can start.",
  why: "keepalived ignores the `{` but not its `}`, which then closes the block around it: everything below is read one level too high.",
  advice: "Remove the braces, or correct the keyword before them: it opens no block, or it is misspelled.",
  restsOn: "line",
  yieldsTo: ["undefined-definition"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: process_stream",
  bad: [
    {
      files: `vrrp_instance web {
    interface eth0
    virtual_router_id 27
    state BACKUP
    virtual_ipaddress {
        192.0.2.10/24
    }
    priority 100 {
    }
}
`,
      alsoGives: ["unbalanced-brace"],
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    interface eth0
    virtual_router_id 27
    state BACKUP
    virtual_ipaddress {
        192.0.2.10/24
    }
    priority 100
}
`,
    },
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "unexpected-open")) {
      const cause = rootCause(problem);
      const origin = originOf(host, problem);
      const word = cause?.place.start === origin?.place.start ? cause?.word?.value : undefined;
      report({
        place: problem.place,
        message: origin
          ? say`no block can start here: ${word ? say`keepalived does not know ${word} (${origin.shown})` : say`it follows from ${origin.shown}`}`
          : say`no block can start here: the keyword before this { takes none`,
        ...(origin && { related: [{ place: origin.place, message: say`the cause` }], causedBy: origin.place }),
        ...claimOf(host, problem),
      });
    }
  },
});
