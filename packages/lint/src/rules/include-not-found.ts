import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const includeNotFound = defineHostRule({
  id: "include-not-found",
  category: "syntax",
  severity: "error",
  summary: "An include that matches no file.",
  why: "keepalived starts without the file and without an error: whatever the file should define is missing. A pattern that matches nothing is not even mentioned.",
  advice:
    "Correct the path. A relative path starts from the folder of the file that contains the include; quotes are part of the name. With `includea` instead of `include`, keepalived refuses to start if a file is missing.",
  restsOn: "files",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: check_include, open_glob_file",
  bad: [{ files: { "keepalived.conf": `include parts/web.conf\n\nglobal_defs {\n    router_id lb1\n}\n` } }],
  good: [
    {
      files: {
        "keepalived.conf": `include parts/web.conf\n`,
        "parts/web.conf": `global_defs {\n    router_id lb1\n}\n`,
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1446", "https://github.com/acassen/keepalived/issues/1755"],
  check(host, report) {
    for (const problem of readingProblems(host, "include-missing", "include-empty")) {
      const path = String(problem.word?.value ?? problem.detail?.path ?? "");
      const isPattern = problem.kind === "include-empty" || /[*?[{]/.test(path);
      const quoted = /^"|"$/.test(path);
      // On the host that the file is for it may well be there.
      const isOutside = problem.detail?.unread === true;
      report({
        place: problem.place,
        message: `${isPattern ? say`no file matches` : say`there is no file`} ${path}${isOutside ? say` on this machine` : ""}${quoted ? say`: the quotes count as part of its name` : ""}`,
        ...((isPattern || isOutside) && { severity: "info" }),
        ...claimOf(host, problem),
      });
    }
  },
});
