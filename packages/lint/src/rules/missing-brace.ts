import { defineHostRule } from "../define.js";
import { claimOf, readingProblems } from "../reading.js";

export const missingBrace = defineHostRule({
  id: "missing-brace",
  category: "syntax",
  severity: "error",
  summary: "A keyword that opens a block, without its `{`.",
  why: "keepalived goes on as if the brace had been there; a block of addresses or names then takes in every line down to the next `}`.",
  advice: "Write `{` behind the keyword, and `}` after the last line of its block.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    interface eth0
    virtual_router_id 27
    state BACKUP
    priority 100
    authentication
        auth_type PASS
        auth_pass s3cret
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
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
    priority 100
    authentication {
        auth_type PASS
        auth_pass s3cret
    }
    virtual_ipaddress {
        192.0.2.10/24
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
        message: `${name} opens a block: a { is missing after it`,
        help: `Write \`${name} {\`.`,
        ...claimOf(host, problem),
      });
    }
  },
});
