import { statementsAt, takeStatement } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";

export const slowBfdInterval = defineHostRule({
  id: "slow-bfd-interval",
  category: "tracking",
  severity: "warning",
  summary: "A BFD interval of more than ten seconds (the limit is an option).",
  why: "BFD exists to detect a failure within milliseconds; with such an interval a check, or VRRP itself, is faster. The unit is the millisecond, so a large value was often meant as microseconds. keepalived logs it.",
  advice: "Write milliseconds, such as `100`.",
  options: {
    maximum: {
      kind: "number",
      default: 10_000,
      minimum: 1,
      description: "The longest interval in milliseconds that is fine.",
    },
  },
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, bfd/bfd_parser.c: bfd_minrx_handler; RFC 5880, section 6.8.4; the rest is advice",
  bad: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    min_rx 50000
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    min_rx 50
}
`,
    },
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    min_rx 20000
}
`,
      options: { maximum: 30_000 },
    },
  ],
  check(host, report, { maximum }) {
    const names = ["min_rx", "min_tx", "idle_tx"];
    for (const statement of statementsAt(host, ...names.map((name) => `bfd_instance/${name}`))) {
      const value = takeStatement(undefined, statement, host.effective.target)?.value;
      if (typeof value !== "number" || value <= maximum) continue;
      report({
        place: (statement.words[1] ?? statement).place,
        message: say`${statement.keyword.name} is ${value / 1000} seconds: the values are milliseconds`,
      });
    }
  },
});
