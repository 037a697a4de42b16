import { headerPlace, statementsAt } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { anyOf } from "../suggest.js";

const mail = ["notification_email {", "    admin@example.com", "}", "notification_email_from lb@example.com"];
const globals = (lines: readonly string[]) => `global_defs {\n${lines.map((line) => `    ${line}\n`).join("")}}\n\n`;

export const missingSmtpServer = defineHostRule({
  id: "missing-smtp-server",
  category: "style",
  severity: "warning",
  summary: "Mail is requested, but there is no `smtp_server` or no recipient.",
  why: "keepalived sends mail only if it has a server and at least one address. Otherwise it silently drops each message, and nobody learns of a failover.",
  advice: "Add what is missing to `global_defs`, or remove `smtp_alert`.",
  restsOn: "blocks",
  followsFrom: relatedLines.mail,
  since: "0.1.0",
  source: "keepalived 2.4.3, core/smtp.c: smtp_alert",
  bad: [{ files: exampleInstance(["smtp_alert"]) }, { files: `${globals(mail)}${exampleInstance(["smtp_alert"])}` }],
  good: [{ files: `${globals([...mail, "smtp_server 192.0.2.25"])}${exampleInstance(["smtp_alert"])}` }],
  check(host, report) {
    const [recipients] = statementsAt(host, "global_defs/notification_email");
    const [server] = statementsAt(host, "global_defs/smtp_server");
    if (recipients && server) return;
    const asking = statementsAt(
      host,
      ...["global_defs", "vrrp_instance", "vrrp_sync_group", "virtual_server", "virtual_server/real_server"].map(
        (block) => `${block}/smtp_alert`,
      ),
      "global_defs/smtp_alert_vrrp",
      "global_defs/smtp_alert_checker",
    ).filter(({ wording: { words } }) => !/^(false|off|no)$/.test(words[1]?.value ?? ""));
    const [first] = asking;
    if (first) {
      const lacks = [...(server ? [] : [say`no smtp_server`]), ...(recipients ? [] : [say`no notification_email`])];
      report({
        place: headerPlace(first),
        message: say`${first.keyword.name} asks for mail, but global_defs has ${anyOf(lacks, "and")}: none is sent`,
        ...(asking.length > 1 && {
          related: asking.slice(1).map((statement) => ({ place: headerPlace(statement), message: say`and here` })),
        }),
      });
    } else if (recipients && !server && recipients.lines.length > 0) {
      report({
        place: headerPlace(recipients),
        message: say`there are mail addresses, but no smtp_server: no mail is sent`,
      });
    }
  },
});
