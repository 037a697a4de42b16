import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { commandsOf, ownerOf, placeIn } from "../scripts/commands.js";
import { processQuestion } from "../scripts/process-question.js";
import { findShellSign } from "../scripts/shell.js";
import { quote } from "../suggest.js";

export const relativeScript = defineHostRule({
  id: "relative-script",
  category: "tracking",
  severity: "warning",
  summary: "A script or program without an absolute path.",
  why: "A service starts with a shorter search path and in another directory than a login shell. keepalived searches that path for the name when it reads the configuration; if it finds nothing, it disables the script, and whatever tracks it counts as failed or is not checked at all. With script security, a directory in the path that others can write to is a security hole.",
  advice: "Write the absolute path, such as `/usr/local/bin/check_app.sh`.",
  restsOn: "line",
  yieldsTo: ["unexpected-equals-sign", "ineffective-self-check"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: find_path",
  bad: [{ files: exampleScript(['script "check_app.sh"', "interval 2"]) }],
  good: [{ files: exampleScript(['script "/usr/local/bin/check_app.sh"', "interval 2"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/931", "https://github.com/acassen/keepalived/issues/1377"],
  eachBlock: true,
  check(host, report) {
    for (const command of commandsOf(host)) {
      const { program, start, text } = command;
      const sign = findShellSign(text);
      if (/^[/<$]/.test(program) || sign?.kind === "keyword") continue;
      const asked = processQuestion(text)?.name;
      const lead = text.length - text.trimStart().length + (/^\s*['"]/.test(text) ? 1 : 0);
      report({
        place: placeIn(host, command, start + lead, start + lead + program.length),
        // Who starts a shell writes its path.
        ...(sign && { causedBy: placeIn(host, command, start + sign.start, start + sign.end) }),
        message: /^["']/.test(program)
          ? say`${program} of ${ownerOf(command)} keeps its quotation marks, as a backslash precedes them: keepalived finds no such program`
          : program.includes("/")
            ? say`${quote(program)} of ${ownerOf(command)} is a relative path, and the daemon's directory is another than yours`
            : say`${quote(program)} of ${ownerOf(command)} has no absolute path: keepalived looks for it in the search path of the service`,
        ...(asked !== undefined &&
          asked !== "keepalived" && {
            help: say`Write the whole path. Or ask no program at all: \`vrrp_track_process ${asked} { process ${asked} }\` notices by itself when ${asked} ends.`,
          }),
      });
    }
  },
});
