import type { HostConfiguration } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleScriptGlobals } from "../examples.js";
import { insertInto } from "../lvs/statements.js";
import { commandsOf } from "../scripts/commands.js";
import type { Fix } from "../types.js";

const notify = ['notify_master "/usr/local/sbin/promote.sh"'];

export const missingScriptSecurity = defineHostRule({
  id: "missing-script-security",
  category: "security",
  severity: "warning",
  summary: "Scripts run without `enable_script_security`.",
  why: "keepalived runs as root. Without the option it also runs scripts that somebody else may change (the file itself or a directory above it): who can write there is root. keepalived logs a SECURITY VIOLATION, and its configuration test ends with status 6, which many deployments take for a failure.",
  advice:
    "Add `enable_script_security` and `script_user` to `global_defs`, and make the scripts writable by root alone.",
  fixable: "sometimes",
  since: "0.1.0",
  bad: [{ files: exampleInstance(notify) }],
  good: [{ files: `${exampleScriptGlobals}${exampleInstance(notify)}` }],
  evidence: ["https://github.com/acassen/keepalived/issues/901", "https://github.com/acassen/keepalived/issues/1372"],
  check(host, report) {
    if (host.global.scriptSecurity?.value === true) return;
    const commands = commandsOf(host);
    const [first] = commands;
    if (first === undefined) return;
    const many = commands.length > 1 ? `${commands.length} scripts run` : `${first.words[0]} runs`;
    const user = host.global.scriptUser;
    report({
      place: (first.statement.words[0] ?? first.statement).place,
      message: user
        ? `${many} as ${user.value} without enable_script_security: nobody checks who else may change ${commands.length > 1 ? "them" : "it"}`
        : `${many} without enable_script_security and script_user: as root, unless there is a user keepalived_script`,
      fixes: addOptions(host, user === undefined),
    });
  },
});

function addOptions(host: HostConfiguration, withUser: boolean): readonly Fix[] {
  const block = host.effective.statements.find(({ keyword }) => keyword.path === "global_defs");
  return block === undefined || withUser ? [] : insertInto(host, block, "enable_script_security");
}
