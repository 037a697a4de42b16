import { headerPlace, statementsAt, takeStatement } from "@kalint/daemon";
import { limits, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const excessWeight = defineHostRule({
  id: "excess-weight",
  category: "lvs",
  severity: "warning",
  summary: `A real server with a weight above ${limits.largestWeight}.`,
  why: `keepalived passes larger numbers to the kernel unchanged, but ipvsadm accepts only weights from 0 to ${limits.largestWeight}: it can neither edit nor restore such an entry. Only the proportion of the weights counts, so a larger range gains nothing; usually there is a digit too many.`,
  advice: `Write weights from 0 to ${limits.largestWeight} in the same proportion.`,
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: rs_weight_handler; ipvsadm.c of ipvsadm: parse_service",
  bad: [{ files: exampleServer([], { server: ["weight 70000"] }) }],
  good: [{ files: exampleServer([], { server: ["weight 65535"] }) }],
  eachBlock: true,
  check(host, report) {
    for (const statement of statementsAt(host, "virtual_server/weight", "virtual_server/real_server/weight")) {
      const weight = takeStatement(undefined, statement, host.effective.target)?.value;
      if (typeof weight !== "number" || weight <= limits.largestWeight) continue;
      report({
        place: headerPlace(statement),
        message: say`weight ${weight} is above ${limits.largestWeight}, the end of the range that ipvsadm takes`,
      });
    }
  },
});
