import { foreignContent as contentOf, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";

/** The other findings of such a file follow from this one: the runner folds them under it. */
export const foreignContent = defineHostRule({
  id: "foreign-content",
  category: "syntax",
  severity: "error",
  summary:
    "A file that is not a keepalived configuration: a script, another program's file, binary data, or an unresolved merge.",
  why: "keepalived would still read it word by word, and take what it finds for unknown keywords and blocks. kalint neither formats nor fixes such a file.",
  advice: "Give kalint the configuration itself, exclude this file with `exclude`, or resolve the merge.",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: process_stream",
  bad: [
    {
      files: "#!/bin/sh\nset -e\napt-get install keepalived\n",
      alsoGives: ["unknown-keyword"],
    },
  ],
  good: [{ files: "# Installed by install.sh\nglobal_defs {\n    router_id lb1\n}\n" }],
  check(host, report) {
    for (const { path, text } of host.effective.files) {
      const content = contentOf(text);
      if (content === undefined || content.kind === "template") continue;
      report({
        place: { file: path, start: content.start, end: content.end },
        message: say`${content.reason}: the file is not checked further`,
      });
    }
  },
});
