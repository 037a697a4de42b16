import { bfdInstances } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { atEndOf } from "../statements.js";

export const invalidBfdHops = defineHostRule({
  id: "invalid-bfd-hops",
  category: "daemon",
  severity: "error",
  summary: "A `max_hops` above the TTL that packets start with.",
  why: "No packet can travel further than its TTL allows. keepalived uses the TTL, which is 255 for IPv4 and 64 for IPv6 unless `ttl` says otherwise.",
  advice: "Write at most the TTL, or raise `ttl`.",
  fixable: "safe",
  since: "0.1.0",
  bad: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    ttl 64
    max_hops 100
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    ttl 64
    max_hops 3
}
`,
    },
  ],
  check(host, report) {
    for (const { statement, dropped, hops, ttl } of bfdInstances(host)) {
      const word = hops?.statement.words[1];
      if (dropped !== undefined || hops === undefined || word === undefined || hops.value <= ttl) continue;
      report({
        place: word.place,
        message: `max_hops ${hops.value} is above the TTL, ${ttl}`,
        fixes: replaceWord(word, String(ttl), true),
        ...atEndOf(statement),
      });
    }
  },
});
