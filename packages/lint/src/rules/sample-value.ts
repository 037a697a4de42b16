import { type EffectiveWord, type HostConfiguration, statementsAt } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";

export const sampleValue = defineHostRule({
  id: "sample-value",
  category: "style",
  severity: "info",
  summary: "A value in `global_defs` from keepalived's sample configuration.",
  why: "`LVS_DEVEL`, the mail addresses at `firewall.loc` and the server 192.168.200.1 come from the sample file. In a mail or a log the name identifies no host, and mail to these addresses reaches nobody, while keepalived tries and waits each time.",
  advice: "Write the host's own name and addresses, or remove the lines: keepalived works without them.",
  restsOn: "line",
  waits: true,
  since: "0.1.0",
  source: "keepalived 2.4.3, doc/samples/keepalived.conf.sample; the rest is advice",
  bad: [{ files: "global_defs {\n    router_id LVS_DEVEL\n}\n" }],
  good: [{ files: "global_defs {\n    router_id lb1\n}\n" }],
  check(host, report) {
    const [first, ...others] = sampleWords(host);
    if (first === undefined) return;
    report({
      place: first.place,
      message: say`${quote(first.value)} is from the sample configuration${others.length > 0 ? say`, and so ${others.length > 1 ? say`are` : say`is`} ${others.map(({ value }) => quote(value)).join(", ")}` : ""}`,
      ...(others.length > 0 && {
        related: others.map(({ place, value }) => ({ place, message: say`${value}, from the sample` })),
      }),
    });
  },
});

function sampleWords(host: HostConfiguration): readonly EffectiveWord[] {
  const words = [
    ...statementsAt(host, "global_defs/notification_email").flatMap(({ lines }) => lines.flatMap((line) => line.words)),
    ...statementsAt(
      host,
      "global_defs/notification_email_from",
      "global_defs/smtp_server",
      "global_defs/router_id",
    ).flatMap((statement) => statement.words.slice(1, 2)),
  ];
  return words.filter(({ value }) => /@firewall\.loc$/i.test(value) || /^(LVS_DEVEL|192\.168\.200\.1)$/.test(value));
}
