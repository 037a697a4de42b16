import { statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { quote } from "../suggest.js";

export const invalidDnsName = defineHostRule({
  id: "invalid-dns-name",
  category: "daemon",
  severity: "error",
  summary: "A DNS name with an empty label.",
  why: "keepalived ignores the line and queries the root instead, which an authoritative server may refuse.",
  advice: "Write labels separated by single dots, such as `www.example.com`; one dot at the end is allowed.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_dns.c: dns_name_handler",
  bad: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    real_server 10.0.0.2 53 {
        DNS_CHECK {
            type A
            name www..example.com
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    real_server 10.0.0.2 53 {
        DNS_CHECK {
            type A
            name www.example.com
        }
    }
}
`,
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const statement of statementsAt(host, "virtual_server/real_server/DNS_CHECK/name")) {
      const word = statement.words[1];
      if (word === undefined || !/^\..|\.\./.test(word.value)) continue;
      const better = word.value.replace(/\.{2,}/g, ".").replace(/^\.(?=.)/, "");
      report({
        place: word.place,
        message: say`${quote(word.value)} has an empty label`,
        help: say`Did you mean \`${better}\`?`,
        fixes: replaceWord(word, better, false),
        daemon: true,
      });
    }
  },
});
