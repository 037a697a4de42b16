import { headerPlace } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleServer } from "../examples.js";

export const invalidHysteresis = defineRemarkRule({
  id: "invalid-hysteresis",
  category: "daemon",
  severity: "error",
  summary: "A hysteresis that is not below the quorum, or that keeps a service down for ever.",
  why: "The service goes down when the weight falls below quorum minus hysteresis; with a hysteresis as large as the quorum that could never happen, so keepalived lowers it to one less than the quorum. A service that is down comes back only when the weight reaches quorum plus hysteresis.",
  advice: "Write a `hysteresis` below `quorum` (default 1).",
  fixable: "sometimes",
  restsOn: "names",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config",
  bad: [
    {
      files: exampleServer(["quorum 2", "hysteresis 2"], { scheduler: "rr", server: ["weight 3"] }),
    },
  ],
  good: [
    {
      files: exampleServer(["quorum 2", "hysteresis 1"], { scheduler: "rr", server: ["weight 3"] }),
    },
  ],
  remarks: {
    "hysteresis-reduced": ({ hysteresis, quorum, line, quorumLine }) => ({
      message: say`hysteresis ${hysteresis} is not below the quorum, ${quorum}`,
      ...(quorumLine && { related: [{ place: headerPlace(quorumLine), message: say`the quorum` }] }),
      ...(quorum > 0 && { fixes: replaceWord(line.words[1]!, String(quorum - 1), true) }),
    }),
    "quorum-not-regained": ({ hysteresis, quorum, sum, quorumLine }) => ({
      message: say`a service that was down needs quorum ${quorum} + hysteresis ${hysteresis} = ${quorum + hysteresis} to be up again, but all real servers together weigh ${sum}: it never comes back`,
      ...(quorumLine && { related: [{ place: headerPlace(quorumLine), message: say`the quorum` }] }),
      help: say`Lower one of the two, or raise the weights.`,
      severity: "warning",
    }),
  },
});
