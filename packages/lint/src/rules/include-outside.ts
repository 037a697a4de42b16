import { readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";

export const includeOutside = defineHostRule({
  id: "include-outside",
  category: "syntax",
  severity: "info",
  summary: "An include that leads outside the repository and was not read.",
  why: "keepalived reads the file on its host. kalint reads nothing outside the repository (or, outside of a git work tree, outside the folder that was named): otherwise the author of a file could display any file of this machine. Whatever such a file may define counts as unknown, and kalint reports nothing that depends on it. If the file does not exist on this machine either, `include-not-found` says so.",
  advice:
    "Nothing, if the file belongs to the host. To have it read, name its folder with `--include-root`, or in `includeRoots` of the `kalint.json` in the root of the repository (in CI only the command line counts); `--this-host` follows every include.",
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    {
      files: {
        "keepalived.conf": `include ../other/vips.conf\n\nglobal_defs {\n    router_id lb1\n}\n`,
        "../other/vips.conf": `virtual_ipaddress_group {\n}\n`,
      },
    },
  ],
  good: [{ files: { "keepalived.conf": `include vips.conf\n`, "vips.conf": `global_defs {\n    router_id lb1\n}\n` } }],
  check(host, report) {
    for (const { place, detail } of readingProblems(host, "include-outside")) {
      report({ place, message: say`${quote(String(detail?.path ?? ""))} leads outside the repository: not read` });
    }
  },
});
