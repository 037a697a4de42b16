import { fileOf, readingProblems } from "@kalint/daemon";
import { limits, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { claimOf } from "../reading.js";

export const lineTooLong = defineHostRule({
  id: "line-too-long",
  category: "syntax",
  severity: "error",
  summary: "A line longer than keepalived's buffer.",
  why: `keepalived's buffer holds ${limits.longestLine + 1} bytes of a line. Since 2.4.0 it drops that part and reads the rest as a new line; older releases silently cut the line into pieces. The tail of a long comment is then read as configuration.`,
  advice: `Keep lines at ${limits.longestLine} bytes or less, including comments.`,
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line",
  bad: [
    {
      files: `global_defs {
    # ${"long ".repeat(200)}${" ".repeat(40)}
    router_id lb1
}
`,
    },
  ],
  good: [{ files: `global_defs {\n    # ${"long ".repeat(200)}\n    router_id lb1\n}\n` }],
  check(host, report) {
    for (const problem of readingProblems(host, "line-too-long")) {
      const { place } = problem;
      // The beginning of the first word is enough to see which line is meant; the line may have megabytes.
      const beginning =
        fileOf(host.effective, place)?.text.slice(place.start, Math.min(place.end, place.start + limits.longestLine)) ??
        "";
      const start = place.start + beginning.search(/\S|$/);
      const length = /^\S{0,80}/.exec(beginning.trimStart())![0].length;
      report({
        place: { ...place, start, end: start + length },
        message: say`this line has more than the ${limits.longestLine} bytes that keepalived reads at once`,
        ...claimOf(host, problem),
      });
    }
  },
});
