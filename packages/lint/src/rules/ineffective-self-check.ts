import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance, exampleScript } from "../examples.js";
import { baseName, commandsOf, placeIn } from "../scripts/commands.js";
import { selfQuestion } from "../scripts/process-question.js";

export const ineffectiveSelfCheck = defineHostRule({
  id: "ineffective-self-check",
  category: "tracking",
  severity: "warning",
  summary: "A check of whether keepalived itself is running.",
  why: "keepalived starts the check, so keepalived is running whenever the check runs: it can never fail. A weight that it adds is added permanently. When keepalived ends, the other hosts notice anyway: it sends an advert of priority 0, or its adverts stop.",
  advice: "Remove the check, or check the service that uses the address.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_scheduler.c: vrrp_script_thread; core/main.c: stop_keepalived",
  bad: [
    { files: exampleScript(['script "/usr/bin/killall -0 keepalived"', "interval 2"]) },
    { files: exampleScript(['script "/usr/bin/systemctl is-active keepalived"', "interval 2"]) },
    {
      files: `vrrp_track_process self {\n    process keepalived\n}\n\n${exampleInstance(["track_process {", "    self", "}"])}`,
    },
  ],
  good: [
    {
      files: `vrrp_track_process haproxy {\n    process haproxy\n}\n\n${exampleInstance(["track_process {", "    haproxy", "}"])}`,
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const command of commandsOf(host)) {
      if (command.statement.keyword.path !== "vrrp_script/script") continue;
      const found = selfQuestion(command.text);
      if (found === undefined) continue;
      report({
        place: placeIn(host, command, command.start + found.start, command.start + found.end),
        message: say`this script checks whether keepalived itself is running: it can never fail`,
      });
    }
    for (const { statement } of host.trackProcesses) {
      const line = statement.children.filter(({ keyword }) => keyword.name === "process").at(-1);
      const word = line?.words[1];
      if (word === undefined || baseName(word.value) !== "keepalived") continue;
      report({ place: word.place, message: say`keepalived tracks itself: this check can never fail` });
    }
  },
});
