import type { EffectiveWord } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

const tracked = (process: string) =>
  `vrrp_track_process web {\n    process ${process}\n}\n\n${exampleInstance(["track_process {", "    web", "}"])}`;

export const unfitTrackedProcess = defineHostRule({
  id: "unfit-tracked-process",
  category: "tracking",
  severity: "warning",
  summary: "A program and its arguments in one quoted string, where keepalived expects the program alone.",
  why: "A quoted string is one element: keepalived compares the first with the name of a process, and each other one with one argument of its command line. No process has that whole string as its name or argument, so the tracker always fails.",
  advice:
    'Quote each element separately: `process nginx`, or `process /usr/sbin/nginx -g "daemon off;"` if the arguments matter.',
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_tprocess_process_handler; core/track_process.c: check_params",
  since: "0.1.0",
  bad: [{ files: tracked('"nginx -g daemon"') }, { files: tracked('nginx "-c /etc/nginx.conf"') }],
  good: [{ files: tracked("nginx") }, { files: tracked('/usr/sbin/nginx -g "daemon off;"') }],
  check(host, report) {
    for (const { statement } of host.trackProcesses) {
      const line = statement.children.find(({ keyword }) => keyword.name === "process");
      const [, program, ...others] = line?.words ?? [];
      const finding = (program && describeProgram(program)) ?? others.map(describeArgument).find(Boolean);
      if (finding) report(finding);
    }
  },
});

function describeProgram({ value, place }: EffectiveWord): Finding | undefined {
  const [name, ...rest] = value.trim().split(/\s+/);
  if (rest.length === 0) return undefined;
  return {
    place,
    message: say`${quote(value)} is one element: keepalived looks for a process with this whole name and finds none`,
    help: say`Write \`process ${name}\`, or ${name} and its arguments as words of their own.`,
  };
}

/** An option with its value behind it are two arguments of a command line. */
function describeArgument({ value, place }: EffectiveWord): Finding | undefined {
  if (!/^--?[\w-]+\s+\S/.test(value)) return undefined;
  const [option, ...rest] = value.split(/\s+/);
  return {
    place,
    message: say`${quote(value)} is one element: keepalived compares it with one argument, but ${option} and ${quote(rest.join(" "))} are two`,
    help: say`Close the quotation mark after the option.`,
  };
}
