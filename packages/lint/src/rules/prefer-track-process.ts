import type { HostConfiguration } from "@kalint/daemon";
import { isKnownIn, keywordAt } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleScript } from "../examples.js";
import { baseName, type Command, commandsOf, placeIn } from "../scripts/commands.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const preferTrackProcess = defineHostRule({
  id: "prefer-track-process",
  category: "tracking",
  severity: "warning",
  summary: "A script that only asks whether a process runs: `killall -0`, `pidof`, `pgrep`, `ps | grep`.",
  why: "The script starts a program every second or so and reads the whole process table, and still notices a dead process only at the next run. Under load it is late itself, and it finds the wrong process easily (`grep` finds itself, `killall` sees other containers). keepalived's `vrrp_track_process` is told by the kernel when a process starts or ends: it notices within milliseconds and costs nothing in between.",
  advice:
    "Replace the script by a `vrrp_track_process`, and `track_script` by `track_process`; it takes the same weight. A check that asks the service something (a request, a query) is better still.",
  options: {
    allow: {
      kind: "words",
      default: [],
      description:
        "Processes that are asked for by a script on purpose, such as ones inside a container that keepalived does not see.",
    },
  },
  since: "0.1.0",
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
  if (found === undefined || allow.includes(found.name ?? "")) return undefined;
  const start = command.start + found.index;
  const name = found.name;
  return {
    place: placeIn(host, command, start, start + found.tool.length),
    message: `${quote(found.tool)} only asks whether ${name ?? "a process"} runs: vrrp_track_process notices its end at once, without running a script`,
    ...(name && {
      help: `Write \`vrrp_track_process ${name} { process ${name} }\` in place of this block, and \`track_process { ${name} }\` in place of the \`track_script\` line.`,
    }),
  };
}

interface Question {
  readonly tool: string;
  readonly index: number;
  readonly name?: string;
}

/** Commands that do more than to ask for a process are left alone: who counts or restarts needs a script. */
function processQuestion(text: string): Question | undefined {
  const match =
    /(?:^|[\s'"(])((?:\/\S*\/)?(?:killall5?\s+(?:-q\s+)?-(?:0|s\s*0|-signal[=\s]0)|kill\s+-(?:0|s\s*0)(?=\s+(?:\$\(|`|"\$\())|pkill\s+(?:-\w\s+)*-0|pidof|pgrep))\s+(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    ) ??
    /(?:^|[\s'"(])((?:\/\S*\/)?ps\b[^|]*\|\s*(?:\S*\/)?grep)\s+(?:.*\|\s*(?:\S*\/)?e?grep\s+(?!-v|["']?v?grep))?(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    );
  if (match === null || /pgrep\s+(?:-\w+\s+)*-\w*c|\bwc\b|restart|\bstart\b|systemctl|service /.test(text))
    return undefined;
  const name = match[2]?.replace(/^['"]/, "");
  return {
    tool: match[1]!,
    index: match.index + match[0].indexOf(match[1]!),
    ...(name !== undefined && name !== "" && { name: baseName(name) }),
  };
}
