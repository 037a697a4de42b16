import { headerPlace, linkedServices, totalWeight } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { afterReading } from "../statements.js";

export const invalidHysteresis = defineHostRule({
  id: "invalid-hysteresis",
  category: "daemon",
  severity: "error",
  summary: "A hysteresis that is not below the quorum, or that keeps a service down for ever.",
  why: "The service is lost when the weight falls below quorum less hysteresis; with a hysteresis as large as the quorum that could never happen. keepalived lowers it to one less than the quorum. A service that was lost comes back only when the weight reaches quorum and hysteresis together.",
  advice: "Write a `hysteresis` below `quorum`, which is 1 where it is not given.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    quorum 2
    hysteresis 2
    real_server 10.0.0.2 80 {
        weight 3
        TCP_CHECK {
            connect_timeout 3
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
    quorum 2
    hysteresis 1
    real_server 10.0.0.2 80 {
        weight 3
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const { servers, quorum, hysteresis } of linkedServices(host)) {
      const inForce = Math.min(quorum.value, totalWeight(servers));
      const word = hysteresis.statement?.words[1];
      if (word === undefined) continue;
      if (hysteresis.value < inForce) {
        const sum = totalWeight(servers);
        if (quorum.value > sum || quorum.value + hysteresis.value <= sum) continue;
        report({
          place: word.place,
          message: `a service that was down needs quorum ${quorum.value} + hysteresis ${hysteresis.value} = ${quorum.value + hysteresis.value} to be up again, but all real servers together weigh ${sum}: it never comes back`,
          ...(quorum.statement && { related: [{ place: headerPlace(quorum.statement), message: "the quorum" }] }),
          help: "Lower one of the two, or raise the weights.",
          severity: "warning",
        });
        continue;
      }
      const place = quorum.statement && headerPlace(quorum.statement);
      report({
        place: word.place,
        message: `hysteresis ${hysteresis.value} is not below the quorum, ${inForce}`,
        ...(place && { related: [{ place, message: "the quorum" }] }),
        ...(inForce > 0 && { fixes: replaceWord(word, String(inForce - 1), true) }),
        ...afterReading(host),
      });
    }
  },
});
