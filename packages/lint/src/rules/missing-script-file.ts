import { say, switchesOf, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { type Command, commandsOf, ownerOf, placeIn } from "../scripts/commands.js";
import { quote } from "../suggest.js";

const facts = { scripts: ["/usr/local/bin/check-web"] };
const script = (path: string) => exampleScript([`script "${path}"`, "interval 2"]);

export const missingScriptFile = defineHostRule({
  id: "missing-script-file",
  category: "daemon",
  severity: "error",
  summary: "A program that does not exist on the host, or that is not executable.",
  why: "keepalived disables a `vrrp_script` whose program is missing or not executable, and whatever tracks it never sees a failure. It never runs a notify script that is missing. This rule reports only where it knows the host's programs: from `host.scripts` in `kalint.json`, or with `--this-host`.",
  advice: "Install the program, make it executable (`chmod +x`), or correct the path.",
  restsOn: "files",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: find_path, check_script_secure; vrrp/vrrp.c: check_track_script_secure",
  bad: [{ files: script("/usr/local/bin/check-wep"), facts }],
  good: [{ files: script("/usr/local/bin/check-web"), facts }, { files: script("/usr/local/bin/check-wep") }],
  evidence: ["https://github.com/acassen/keepalived/issues/931"],
  check(host, report) {
    const programAt = host.known?.programAt;
    if (programAt === undefined) return;
    for (const command of commandsOf(host)) {
      // Along the search path of the service only that service knows what it finds.
      if (!command.program.startsWith("/")) continue;
      const found = programAt(command.program);
      if (found === "executable") continue;
      const lead = command.text.length - command.text.trimStart().length;
      const start = command.start + lead;
      const end = start + (command.text.slice(lead).startsWith(command.program) ? command.program.length : 0);
      const what = found === "missing" ? say`is not on the host` : say`is not executable`;
      report({
        place: placeIn(host, command, start, end > start ? end : command.start + command.text.length),
        message: say`${quote(command.program)} of ${ownerOf(command)} ${what}`,
        ...(found === "missing" && isReported(command, host.effective.target) && { daemon: { line: null } }),
      });
    }
  },
});

/** Older releases write it to their log alone, as far as seen. Source: `keepalived -t` of 2.2.7 and 2.4.3. */
function isReported({ statement }: Command, target: Version): boolean {
  return (
    statement.keyword.path === "vrrp_script/script" && !statement.unread && switchesOf(target).reportsMissingScripts
  );
}
