import {
  argumentLines,
  type EffectiveStatement,
  type HostConfiguration,
  type KnownHost,
  type Place,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { commandsOf, ownerOf, placeIn } from "../scripts/commands.js";
import { quote } from "../suggest.js";
import type { Finding, Report } from "../types.js";

const facts = { users: ["root", "nobody", "checker"], groups: ["root", "nogroup", "checker"] };
const script = (user: string) => exampleScript(['script "/usr/local/bin/up"', "interval 2", `user ${user}`]);

export const unknownUser = defineHostRule({
  id: "unknown-user",
  category: "daemon",
  severity: "error",
  summary: "A script runs as a user or group that does not exist on the host.",
  why: "keepalived cannot start a program as a user that the host does not have. It removes such a `vrrp_script` from everything that tracks it, and such a `MISC_CHECK` from its server; a missing `script_user` removes every script that names no user of its own. This rule reports only where it knows the host's users or groups: from `host` in `kalint.json`, or with `--this-host`.",
  advice: "Create the user on the host, or use an existing one.",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: set_script_uid_gid",
  bad: [{ files: script("webcheck"), facts }],
  good: [{ files: script("checker"), facts }, { files: script("webcheck") }],
  evidence: ["https://github.com/acassen/keepalived/issues/2184"],
  check(host, report) {
    const { known } = host;
    if (known?.users === undefined && known?.groups === undefined) return;
    for (const { statement, assignment } of argumentLines(host)) {
      if (statement.skipped) continue;
      for (const { argument, word } of assignment.values) {
        const message = missing(known, argument.type, word.value);
        if (message !== undefined) reportSetting(host, report, statement, { place: word.place, message });
      }
    }
    for (const command of commandsOf(host)) {
      for (const [at, { value, start, end }] of command.rest.slice(0, 2).entries()) {
        const message = missing(known, at === 0 ? "user" : "group", value);
        if (message === undefined) continue;
        // The configuration test is silent: the daemon finds out when it is about to start the program.
        report({
          place: placeIn(host, command, start, end),
          message: say`${message}, so ${ownerOf(command)} is not run`,
        });
      }
    }
  },
});

function missing(known: KnownHost, type: string, name: string): string | undefined {
  const names = type === "user" ? known.users : type === "group" ? known.groups : undefined;
  const own = name.replace(/^:/, "");
  return names === undefined || names.includes(own) ? undefined : say`the host has no ${type} ${quote(own)}`;
}

/** The line of the setting is named, and each line that tracks a script which goes with it. */
function reportSetting(
  host: HostConfiguration,
  report: Report,
  statement: EffectiveStatement,
  { place, message }: { readonly place: Place; readonly message: string },
): void {
  const claim: Pick<Finding, "daemon"> =
    statement.unread || !reported.has(statement.keyword.path.replace(/^.*\/(?=MISC_CHECK)/, ""))
      ? {}
      : { daemon: true };
  report({ place, message, ...claim });
  if (statement.keyword.path !== "vrrp_script/user") return;
  for (const reference of host.references) {
    if (reference.definition?.statement !== statement.parent) continue;
    report({
      place: reference.place,
      message: say`${reference.name} is removed: ${message}`,
      related: [{ place, message: say`the user that is missing` }],
      ...claim,
    });
  }
}

/** Where the configuration test names the line. Source: `keepalived -t` of 2.2.7 and 2.4.3. */
const reported: ReadonlySet<string> = new Set(["vrrp_script/user", "MISC_CHECK/user", "global_defs/script_user"]);
