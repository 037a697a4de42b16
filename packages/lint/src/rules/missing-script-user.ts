import { relatedLines, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleScriptGlobals } from "../examples.js";
import { commandsOf } from "../scripts/commands.js";

const notify = ['notify_master "/usr/local/sbin/promote.sh"'];

export const missingScriptUser = defineHostRule({
  id: "missing-script-user",
  category: "security",
  severity: "warning",
  summary: "`enable_script_security` without a user for the scripts.",
  why: "Without `script_user` keepalived uses the user `keepalived_script`. With script security on, and if that user does not exist on the host, it removes every script that names no user: checks do not run, and nothing is notified.",
  advice: "Write `script_user NAME` in `global_defs`, or `user NAME` in each script.",
  restsOn: "blocks",
  followsFrom: relatedLines.scriptUser,
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: get_default_script_user, check_script_secure",
  bad: [{ files: `global_defs {\n    enable_script_security\n}\n\n${exampleInstance(notify)}` }],
  good: [{ files: `${exampleScriptGlobals}${exampleInstance(notify)}` }],
  evidence: ["https://github.com/acassen/keepalived/issues/1091", "https://github.com/acassen/keepalived/issues/2184"],
  check(host, report) {
    const { scriptSecurity, scriptUser } = host.global;
    if (scriptSecurity?.value !== true || scriptUser !== undefined) return;
    const without = commandsOf(host).filter(
      ({ statement, rest }) =>
        rest.length === 0 && !statement.parent?.children.some(({ keyword }) => keyword.name === "user"),
    );
    const [first] = without;
    if (first === undefined) return;
    report({
      place: (first.statement.words[0] ?? first.statement).place,
      message: say`${without.length > 1 ? say`${without.length} scripts run` : say`${first.words[0]} runs`} as the user keepalived_script, as there is no script_user: where that user is missing keepalived removes ${without.length > 1 ? say`them` : say`it`}`,
      related: [{ place: scriptSecurity.place, message: say`enable_script_security` }],
    });
  },
});
