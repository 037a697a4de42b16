import { defineHostRule } from "../define.js";
import { claimOf, readingProblems, rootCause } from "../reading.js";
import { fileOf, lineAt } from "../source.js";

export const unexpectedBrace = defineHostRule({
  id: "unexpected-brace",
  category: "syntax",
  severity: "error",
  summary: "A `{` where no block can start.",
  why: "keepalived ignores the `{` but not its `}`, which then closes the block around it: everything below is read one level too high.",
  advice: "Remove the braces, or correct the keyword before them: it has none, or it is misspelt.",
  since: "0.1.0",
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
`,
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
      const file = cause && fileOf(host.effective, cause.place);
      const line = file && lineAt(file.text, cause.place.start);
      report({
        place: problem.place,
        message: cause
          ? `no block can start here: ${cause.word?.value ? `keepalived does not know ${cause.word.value} (line ${line})` : `it follows from line ${line}`}`
          : "no block can start here: the keyword before this { takes none",
        ...(cause && { related: [{ place: cause.place, message: "the cause" }] }),
        ...claimOf(host, problem),
      });
    }
  },
});
