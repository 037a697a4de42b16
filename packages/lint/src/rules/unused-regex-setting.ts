import { childrenNamed, hasChild, headerPlace, numberSetting, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";

export const unusedRegexSetting = defineHostRule({
  id: "unused-regex-setting",
  category: "lvs",
  severity: "warning",
  summary: "Settings for a `regex` that is missing, or offsets that leave no room for a match.",
  why: "keepalived clears the settings and only logs it: the page is judged without a pattern, or the pattern may match anywhere in it.",
  advice: "Add `regex`, or remove the settings. `regex_min_offset` must not be above `regex_max_offset`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_http.c: url_check",
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
                regex_no_match
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
                regex error
                regex_no_match
            }
        }
    }
}
`,
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const url of statementsAt(
      host,
      ...["HTTP_GET", "SSL_GET"].map((each) => `virtual_server/real_server/${each}/url`),
    )) {
      const settings = childrenNamed(
        url,
        "regex_no_match",
        "regex_options",
        "regex_min_offset",
        "regex_max_offset",
        "regex_stack",
      );
      if (!hasChild(url, "regex")) {
        for (const statement of settings) {
          report({
            place: headerPlace(statement),
            message: say`${statement.keyword.name} has no effect: the url has no regex`,
          });
        }
        continue;
      }
      const [least, most] = ["regex_min_offset", "regex_max_offset"].map((name) =>
        numberSetting(url, name, host.effective.target),
      );
      if (least === undefined || most === undefined || least.value <= most.value) continue;
      report({
        place: headerPlace(least.from),
        message: say`regex_min_offset ${least.value} is above regex_max_offset ${most.value}: both are cleared`,
        related: [{ place: headerPlace(most.from), message: say`the last offset` }],
      });
    }
  },
});
