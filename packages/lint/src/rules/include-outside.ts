import { readingProblems } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";

export const includeOutside = defineHostRule({
  id: "include-outside",
  category: "syntax",
  severity: "info",
  summary: "An include that leads outside the repository, and was not read.",
  why: "keepalived reads the file on its host. kalint reads nothing outside the repository (outside of a git work tree: outside the folder that was named), because the author of a file could otherwise have any file of this machine shown. What such a file may define counts as unknown: nothing is said that rests on it. Where there is no such file on this machine either, `include-not-found` says so.",
  advice:
    "Nothing, where the file belongs to the host. To have it read, name its folder with `--include-root`, or in `includeRoots` of the `kalint.json` of the repository's root (in CI only the command line counts); `--this-host` follows every include.",
  since: "0.1.0",
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
      report({ place, message: `${quote(String(detail?.path ?? ""))} leads outside the repository: not read` });
    }
  },
});
