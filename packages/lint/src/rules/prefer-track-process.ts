import type { HostConfiguration } from "@kalint/daemon";
import { isKnownIn, keywordAt, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleScript } from "../examples.js";
import { type Command, commandsOf, placeIn } from "../scripts/commands.js";
import { processQuestion } from "../scripts/process-question.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const preferTrackProcess = defineHostRule({
  id: "prefer-track-process",
  category: "tracking",
  severity: "info",
  summary: "A script that only checks whether a process is running: `killall -0`, `pidof`, `pgrep`, `ps | grep`.",
  why: "The script starts a program every second or so and reads the whole process table, and still notices a dead process only at its next run. Under load the script itself is late, and it easily finds the wrong process (`grep` finds itself, `killall` sees other containers). The kernel notifies `vrrp_track_process` when a process starts or ends, so keepalived notices within milliseconds. The trade-off: keepalived is then notified of every process that starts and ends on the host, which costs more than one `pgrep` if there are many short ones, and only `delay` replaces `rise`, `fall` and `interval`.",
  advice:
    "On a host without many short-lived processes, use a `vrrp_track_process` instead of the script, and `track_process` instead of `track_script`; it takes the same weight. A check that sends the service a request is better still.",
  options: {
    allow: {
      kind: "words",
      default: [],
      description:
        "Processes that are asked for by a script on purpose, such as ones inside a container that keepalived does not see.",
    },
  },
  restsOn: "line",
  yieldsTo: ["relative-script", "shell-syntax-in-script"],
  since: "0.1.0",
  source:
    "keepalived 2.4.3, core/track_process.c: init_track_processes; keepalived.conf(5): vrrp_track_process; the rest is advice",
  bad: [{ files: exampleScript(['script "/usr/bin/killall -0 haproxy"', "interval 2"]) }],
  good: [
    {
      files: `vrrp_track_process haproxy {\n    process haproxy\n}\n\n${exampleInstance(["track_process {", "    haproxy", "}"])}`,
    },
    { files: exampleScript(['script "/usr/bin/pgrep named"', "interval 2"]), options: { allow: ["named"] } },
  ],
  evidence: [
    "https://github.com/acassen/keepalived/issues/1420",
    "https://github.com/acassen/keepalived/issues/2289",
    "https://github.com/acassen/keepalived/issues/2584",
  ],
  check(host, report, { allow }) {
    const known = keywordAt("vrrp_track_process");
    if (known === undefined || !isKnownIn(known, host.effective.target)) return;
    for (const command of commandsOf(host)) {
      if (command.statement.keyword.path !== "vrrp_script/script") continue;
      const finding = describe(host, command, allow);
      if (finding) report(finding);
    }
  },
});

function describe(host: HostConfiguration, command: Command, allow: readonly string[]): Finding | undefined {
  const found = processQuestion(command.text);
  // A check of keepalived by keepalived has a rule of its own.
  if (found === undefined || found.name === "keepalived" || allow.includes(found.name ?? "")) return undefined;
  const start = command.start + found.index;
  const name = found.name;
  return {
    place: placeIn(host, command, start, start + found.tool.length),
    message: say`${quote(found.tool)} only checks whether ${name ?? say`a process`} is running: vrrp_track_process notices at once when it ends, without running a script`,
    ...(name && {
      help: say`Write \`vrrp_track_process ${name} { process ${name} }\` in place of this block, and \`track_process { ${name} }\` in place of the \`track_script\` line.`,
    }),
  };
}
