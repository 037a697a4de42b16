import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance, exampleScriptGlobals } from "../examples.js";
import { isNear } from "../suggest.js";

export const unusedScript = defineRemarkRule({
  id: "unused-script",
  category: "tracking",
  severity: "warning",
  summary: "A `vrrp_script` that nothing tracks.",
  why: "When it starts, keepalived reports the script and removes it; `keepalived -t` does not report it. The check never runs.",
  advice: "Add it to the `track_script` of an instance or a sync group, or remove it.",
  restsOn: "names",
  followsFrom: relatedLines.scriptUse,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_init",
  bad: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance()}`,
    },
  ],
  good: [
    {
      files: `${exampleScriptGlobals}vrrp_script up {
    script "/usr/local/bin/up"
    interval 2
}

${exampleInstance(["track_script {", "    up", "}"])}`,
    },
  ],
  remarks: {
    "script-never-tracked": ({ script }, host) => {
      const meant = host.references.find(
        ({ name, definition, kind }) =>
          definition === undefined && isNear(name, script) && (kind === "vrrp_script" || name === script),
      );
      return {
        message: say`nothing tracks vrrp_script ${script}: it never runs`,
        ...(meant && { causedBy: meant.place }),
      };
    },
  },
});
