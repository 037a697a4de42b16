import type { HostConfiguration } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { insertInto } from "../edits.js";
import { exampleInstance, exampleScript, exampleScriptGlobals } from "../examples.js";
import { type Command, commandsOf, isOpenTest, ownUserOf } from "../scripts/commands.js";
import { anyOf } from "../suggest.js";
import type { Fix } from "../types.js";

const notify = ['notify_master "/usr/local/sbin/promote.sh"'];

export const missingScriptSecurity = defineHostRule({
  id: "missing-script-security",
  category: "security",
  severity: "warning",
  summary: "Scripts that run without `enable_script_security`.",
  why: "keepalived runs as root. Without the option it also runs scripts that others can modify (the file itself or a directory above it): whoever can write there becomes root. keepalived logs a SECURITY VIOLATION, and its configuration test exits with status 6, which many deployments treat as a failure.",
  advice:
    "Add `enable_script_security` and `script_user` to `global_defs`, and make the scripts writable only by root.",
  fixable: "sometimes",
  waits: true,
  restsOn: "blocks",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: check_vrrp_script_security; check/check_data.c: check_check_script_security",
  bad: [
    { files: exampleInstance(notify) },
    { files: exampleInstance(['notify_master "/usr/local/sbin/promote.sh" root']) },
  ],
  good: [
    { files: `${exampleScriptGlobals}${exampleInstance(notify)}` },
    { files: exampleScript(['script "</run/web/ready"', "interval 2"]).replace(exampleScriptGlobals, "") },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/901", "https://github.com/acassen/keepalived/issues/1372"],
  check(host, report) {
    if (host.global.scriptSecurity?.value === true) return;
    const commands = commandsOf(host).filter((command) => !isOpenTest(command));
    const [first] = commands;
    if (first === undefined) return;
    const scriptUser = host.global.scriptUser?.value;
    const users = commands.flatMap((command) => ownUserOf(command) ?? scriptUser ?? []);
    report({
      place: (first.statement.words[0] ?? first.statement).place,
      message: messageFor(commands, first, users),
      // With the option a script without a user may be removed.
      fixes: users.length < commands.length ? [] : addOption(host),
    });
  },
});

function messageFor(commands: readonly Command[], { program }: Command, users: readonly string[]): string {
  const several = commands.length > 1;
  const many = several ? say`${commands.length} scripts run` : say`${program} runs`;
  const without = commands.length - users.length;
  if (without === 0)
    return say`${many} as ${anyOf([...new Set(users)], "and")} without enable_script_security: nobody checks who else may change ${several ? say`them` : say`it`}`;
  const risk = say`as root, unless there is a user keepalived_script`;
  return users.length === 0
    ? say`${many} without enable_script_security and script_user: ${risk}`
    : say`${many} without enable_script_security, and ${without} of them without a user: ${risk}`;
}

function addOption(host: HostConfiguration): readonly Fix[] {
  const block = host.effective.statements.find(({ keyword }) => keyword.path === "global_defs");
  return block === undefined ? [] : insertInto(host, block, "enable_script_security");
}
