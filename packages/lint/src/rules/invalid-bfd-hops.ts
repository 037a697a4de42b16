import { limits, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";

export const invalidBfdHops = defineRemarkRule({
  id: "invalid-bfd-hops",
  category: "daemon",
  severity: "error",
  summary: "A `max_hops` above the initial TTL of the packets.",
  why: `No packet can travel further than its TTL allows. keepalived uses the TTL instead, which is ${limits.bfdTtl.ipv4} for IPv4 and ${limits.bfdTtl.ipv6} for IPv6 unless \`ttl\` sets it.`,
  advice: "Write at most the TTL, or raise `ttl`.",
  fixable: "safe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler",
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
  remarks: {
    "bfd-hops-above-ttl": ({ hops, ttl, line }) => ({
      message: say`max_hops ${hops} is above the TTL, ${ttl}`,
      fixes: replaceWord(line.words[1]!, String(ttl), true),
    }),
  },
});
