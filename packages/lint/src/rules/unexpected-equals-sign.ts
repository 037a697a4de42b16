import { checkValue, statementsOf } from "@kalint/daemon";
import { keywordIn, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { spanOf } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const unexpectedEqualsSign = defineHostRule({
  id: "unexpected-equals-sign",
  category: "syntax",
  severity: "error",
  summary: "An equals sign between a keyword and its value.",
  why: 'keepalived takes the sign for the value itself. A number is refused; a name, a password, a program or a user is then "=", which keepalived accepts silently.',
  advice:
    "Write the value behind its keyword, with a space between them. Only definitions (`$NAME=value`) have the sign.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: alloc_strvec_quoted_escaped",
  bad: [
    {
      files: exampleInstance([], { state: "= BACKUP" }),
      alsoGives: ["extra-argument", "invalid-argument"],
    },
    { files: "global_defs {\n    router_id = lb1\n}\n", alsoGives: ["extra-argument"] },
  ],
  good: [{ files: "$NAME=lb1\n\nglobal_defs {\n    router_id $NAME\n}\n" }],
  eachBlock: true,
  check(host, report) {
    // What is substituted stands in a file, too.
    if (!host.effective.files.some(({ text }) => text.includes("="))) return;
    for (const statement of statementsOf(host.effective)) {
      if (statement.wording.words[1]?.value !== "=") continue;
      const { keyword } = statement;
      const [head, sign, ...values] = statement.words;
      if (!head || !sign || sign.quoted || sign.unknown !== undefined || values.length === 0) continue;
      const [argument] = keywordIn(keyword, host.effective.target).arguments;
      // Where keepalived takes the sign, it holds another value afterwards.
      const isRefused = argument !== undefined && checkValue("=", argument, host.effective.target) !== undefined;
      const isWritten = !head.expanded && !sign.expanded && !values[0]?.expanded;
      report({
        place: spanOf([sign, ...values]),
        message: say`${keyword.name} takes the equals sign for its value: a value follows its keyword after a space`,
        help: say`Remove the equals sign.`,
        ...(argument &&
          isWritten && {
            fixes: [
              {
                title: say`remove the equals sign`,
                safe: isRefused,
                edits: [{ ...sign.place, end: values[0]!.place.start, text: "" }],
              },
            ],
          }),
      });
    }
  },
});
