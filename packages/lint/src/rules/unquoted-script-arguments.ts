import type { HostConfiguration } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { type Command, commandsOf, ownerOf, placeIn, rewrite } from "../scripts/commands.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const unquotedScriptArguments = defineHostRule({
  id: "unquoted-script-arguments",
  category: "tracking",
  severity: "warning",
  summary: "Arguments of a script outside its quotes.",
  why: "keepalived takes the first word of the line as the whole command. In `script` and `misc_path` it ignores the others; in notify and quorum scripts it reads them as the user and group to run as, and ignores the line if these do not exist.",
  advice: "Put the command and its arguments together in double quotes.",
  fixable: "sometimes",
  restsOn: "line",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: set_script_params_array, notify_script_init",
  bad: [{ files: exampleScript(["script /usr/bin/curl -fs http://127.0.0.1/", "interval 2"]) }],
  good: [{ files: exampleScript(['script "/usr/bin/curl -fs http://127.0.0.1/"', "interval 2"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/1377", "https://github.com/acassen/keepalived/issues/1267"],
  eachBlock: true,
  check(host, report) {
    for (const command of commandsOf(host)) {
      const finding = describe(host, command);
      if (finding) report(finding);
    }
  },
});

function describe(host: HostConfiguration, command: Command): Finding | undefined {
  const { rest, statement } = command;
  const takesUser = statement.keyword.arguments.some(({ type }) => type === "user");
  if (rest.length === 0 || (takesUser && isUserAndGroup(command))) return undefined;
  const [first] = rest;
  const end = rest.at(-1)!.end;
  const shown = rest.map(({ value }) => value).join(" ");
  return {
    place: placeIn(host, command, first!.start, end),
    message: takesUser
      ? say`${quote(shown)} is outside the quotes: ${ownerOf(command)} takes it as user and group, not as parameters`
      : say`${quote(shown)} is outside the quotes: ${ownerOf(command)} runs ${quote(command.words.join(" "))} without these arguments`,
    fixes: quoteAll(host, command, end),
  };
}

/** Only what cannot be a user's or a group's name counts; a script's own two words may be anything. */
function isUserAndGroup({ rest, quoted, words }: Command): boolean {
  if (rest.length > 2) return false;
  return (
    (quoted || words.length === 1) &&
    rest.every(({ value }) => /^:?[a-z_][a-z0-9_.-]*\$?$|^\d+$/i.test(value)) &&
    !rest.some(({ value }) => stateNames.has(value))
  );
}

const stateNames: ReadonlySet<string> = new Set([
  "master",
  "backup",
  "fault",
  "stop",
  "MASTER",
  "BACKUP",
  "FAULT",
  "STOP",
  "up",
  "down",
]);

function quoteAll(host: HostConfiguration, command: Command, end: number): Finding["fixes"] & {} {
  const all = command.statement.raw.slice(command.start, end);
  if (command.quoted || all.includes('"')) return [];
  return rewrite(
    host,
    command,
    { start: command.start, end, text: `"${all}"` },
    say`put command and parameters in quotes`,
  );
}
