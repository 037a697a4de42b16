import { headerPlace, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { atEndOf } from "../statements.js";

export const missingNotificationEmail = defineHostRule({
  id: "missing-notification-email",
  category: "daemon",
  severity: "warning",
  summary: "A `notification_email` block without an address.",
  why: "keepalived reports the empty block. Without an address it sends no mail, whatever `smtp_alert` says.",
  advice: "Write one address on each line of the block, or remove the block.",
  restsOn: "blocks",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: alloc_value_block",
  bad: [
    {
      files: `global_defs {
    notification_email {
    }
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    notification_email {
        root@example.com
    }
    smtp_server 192.0.2.25
}
`,
    },
  ],
  check(host, report) {
    for (const statement of statementsAt(host, "global_defs/notification_email")) {
      if (statement.lines.length > 0) continue;
      report({ place: headerPlace(statement), message: say`notification_email has no address`, ...atEndOf(statement) });
    }
  },
});
