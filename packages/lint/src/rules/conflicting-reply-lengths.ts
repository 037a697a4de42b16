import {
  argumentOf,
  checkerConnections,
  childrenNamed,
  type EffectiveStatement,
  headerPlace,
  readUnsigned,
} from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { atEndOf } from "../statements.js";

export const conflictingReplyLengths = defineHostRule({
  id: "conflicting-reply-lengths",
  category: "daemon",
  severity: "error",
  summary: "A UDP check whose shortest reply is longer than its longest one.",
  why: "No reply can fit, so the check always fails and the real server never takes part. Without `max_reply_length` the longest reply has 255 bytes.",
  advice: "Raise `max_reply_length`, or lower `min_reply_length`.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 53 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol UDP
    real_server 10.0.0.2 53 {
        UDP_CHECK {
            payload 00
            require_reply 00
            min_reply_length 300
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
        UDP_CHECK {
            payload 00
            require_reply 00
            min_reply_length 300
            max_reply_length 600
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const { statement, unbound } of checkerConnections(host)) {
      if (statement.keyword.name !== "UDP_CHECK" || unbound !== undefined) continue;
      const shortest = lastLength(statement, "min_reply_length");
      const longest = lastLength(statement, "max_reply_length");
      if ((shortest?.value ?? 0) <= (longest?.value ?? 255)) continue;
      report({
        place: headerPlace((shortest ?? longest)!.statement),
        message: `min_reply_length ${shortest?.value ?? 0} is above max_reply_length ${longest?.value ?? 255}: no reply can fit`,
        ...(shortest &&
          longest && { related: [{ place: headerPlace(longest.statement), message: "the longest reply" }] }),
        ...atEndOf(statement),
      });
    }
  },
});

function lastLength(checker: EffectiveStatement, name: string) {
  return childrenNamed(checker, name)
    .flatMap((statement) => {
      const { value } = readUnsigned(argumentOf(statement) ?? "x", { min: 0, max: 65535 });
      return value === undefined ? [] : [{ statement, value }];
    })
    .at(-1);
}
