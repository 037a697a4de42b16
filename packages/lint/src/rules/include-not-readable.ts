import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";
import { quote } from "../suggest.js";

export const includeNotReadable = defineHostRule({
  id: "include-not-readable",
  category: "syntax",
  severity: "warning",
  summary: "An include of something that keepalived does not read: a folder, or a file with an execute bit.",
  why: "keepalived skips it and starts without its content. Unless the include requests stricter checks, only a log message says so.",
  advice: "Include regular files, and remove their execute bits (`chmod a-x FILE`).",
  restsOn: "files",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: check_include, open_conf_file",
  bad: [
    {
      files: {
        "keepalived.conf": `include parts\n\nglobal_defs {\n    router_id lb1\n}\n`,
        "parts/empty.conf": "",
      },
    },
  ],
  good: [
    {
      files: {
        "keepalived.conf": `include parts/web.conf\n`,
        "parts/web.conf": `global_defs {\n    router_id lb1\n}\n`,
      },
    },
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "include-not-readable")) {
      const path = String(problem.word?.value ?? problem.detail?.path ?? "");
      report({
        place: problem.place,
        message: say`keepalived does not read ${quote(path)}: it is not a regular file without execute bits`,
        ...claimOf(host, problem),
      });
    }
  },
});
