import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const unreachableQuorum = defineRemarkRule({
  id: "unreachable-quorum",
  category: "daemon",
  severity: "error",
  summary: "A quorum above the sum of the real servers' weights.",
  why: "Even with every real server up, the service would count as down. keepalived lowers the quorum to the sum.",
  advice: "Lower `quorum`, or raise the weights. The default weight is that of the virtual server, else 1.",
  fixable: "sometimes",
  restsOn: "count",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer(["quorum 3"], {
        scheduler: "rr",
        after: ["real_server 10.0.0.3 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  good: [
    {
      files: exampleServer(["quorum 2"], {
        scheduler: "rr",
        after: ["real_server 10.0.0.3 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  remarks: {
    "quorum-reduced": ({ virtualServer, quorum, sum, line }) => ({
      message: line
        ? say`quorum ${quorum} is above the total weight of the real servers, ${sum}`
        : say`${nameOf(virtualServer)} needs a total weight of ${quorum}, but all its real servers have weight 0`,
      ...(line?.words[1] && sum > 0 && { fixes: replaceWord(line.words[1], String(sum), true) }),
    }),
  },
});
