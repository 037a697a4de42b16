import { headerPlace, splitScript, statementsAt } from "@kalint/daemon";
import { say, switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";

export const invalidRegex = defineHostRule({
  id: "invalid-regex",
  category: "daemon",
  severity: "error",
  summary: "A `regex` that is not exactly one word.",
  why: "keepalived takes the pattern as one word and ignores a line with none or several: the page is judged without a pattern. Before 2.2.8 it is only logged.",
  advice: "Put a pattern that contains spaces in double quotes.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_http.c: regex_handler",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                regex all is well
            }
        }
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
        HTTP_GET {
            url {
                path /
                regex "all is well"
            }
        }
    }
}
`,
    },
  ],
  eachBlock: true,
  check(host, report) {
    const { target } = host.effective;
    const paths = ["HTTP_GET", "SSL_GET"].map((checker) => `virtual_server/real_server/${checker}/url/regex`);
    for (const statement of statementsAt(host, ...paths)) {
      const split = splitScript(statement, target);
      // unterminated-quote speaks of a pattern that does not end.
      if (split.kind !== "script" || split.words.length === 2) continue;
      const count = split.words.length - 1;
      report({
        place: headerPlace(statement),
        message: say`a pattern is one word, and here ${count < 1 ? say`is none` : say`stand ${count}`}: the line is ignored`,
        ...(switchesOf(target).reportsRegexWords && { daemon: true }),
      });
    }
  },
});
