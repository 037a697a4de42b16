import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { claimOf } from "../reading.js";
import type { Finding } from "../types.js";

export const expansionLimit = defineHostRule({
  id: "expansion-limit",
  category: "syntax",
  severity: "error",
  summary: "Definitions or repetitions that grow without end.",
  why: "A definition that refers to itself, or nested repetitions, make keepalived expand text for a very long time or forever. kalint stops here: it expands nothing more in this run, and reports nothing that depends on it. Earlier findings remain valid.",
  advice: "Remove the definition's reference to itself, or repeat fewer times.",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: replace_param, read_line",
  bad: [{ files: `$LABEL=$LABEL\n\n${exampleInstance()}\nglobal_defs {\n    router_id $LABEL\n}\n` }],
  good: [{ files: `$LABEL=lb1\n\n${exampleInstance()}\nglobal_defs {\n    router_id $LABEL\n}\n` }],
  check(host, report) {
    for (const problem of readingProblems(host, "expansion-limit")) {
      report({
        place: problem.place,
        message: say`this line expands to more text than kalint reads`,
        ...claimOf(host, problem),
      });
    }
  },
});

/** What is said of the first of the files that are not read, as those before it are long enough. */
export function filesLeftOut(path: string, count: number): Finding {
  const others = count === 1 ? say`this file is` : say`this file and ${count - 1} more are`;
  return {
    place: { file: path, start: 0, end: 0 },
    message: say`${others} not read: those before hold more text than is looked at in one run`,
  };
}

/** What an editor says of a file for which others would have to wait. */
export function lateFile(path: string): Finding {
  return {
    place: { file: path, start: 0, end: 0 },
    message: say`this file is not checked here: that takes longer than the editor waits; kalint check does it`,
  };
}

/** What is said where a file has more hosts than there is room to look at. */
export function idsLeftOut(path: string, text: string, id: string): Finding {
  const at = [`@${id} `, `@${id}\t`, `@^${id} `].map((each) => text.indexOf(each)).find((each) => each >= 0) ?? 0;
  const message = say`the hosts from @${id} on are not checked: together they read more text than kalint reads`;
  return { place: { file: path, start: at, end: Math.min(text.length, at + id.length + 1) }, message };
}
