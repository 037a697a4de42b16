import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type OfHost, placeFor, type Stand, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

const globals = (...lines: readonly string[]) =>
  `global_defs {\n    script_user nobody\n${lines.map((line) => `    ${line}\n`).join("")}}\n`;

export const mismatchedScriptSecurity = defineClusterRule({
  id: "mismatched-script-security",
  category: "cluster",
  severity: "warning",
  summary: "`enable_script_security` is set on only some hosts of a cluster.",
  why: "With it keepalived does not run a script as root that others can modify; without it, it does. The same script then runs on one host and is refused on the other, so only one of them notices a failure.",
  advice: "Set `enable_script_security` on all hosts.",
  restsOn: "blocks",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: check_script_secure",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("enable_script_security") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals() }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("enable_script_security") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals("enable_script_security") }),
      },
    },
  ],
  check(cluster, report) {
    const stands = cluster.hosts.map((host): Stand<OfHost> => {
      const { scriptSecurity } = host.global;
      const on = scriptSecurity?.value === true;
      return {
        member: { host },
        key: on ? "on" : "off",
        place: scriptSecurity?.place ?? placeFor(host),
        shown: on ? say`enable_script_security` : say`no enable_script_security`,
      };
    });
    const findings = disagreements(
      stands,
      (stand, agreed) =>
        say`${stand.member.host.name} has ${stand.shown}, ${hostNamesOf(agreed)} ${verb(agreed, say`has`, say`have`)} ${agreed[0]!.key === "on" ? say`it` : say`none`}`,
    );
    for (const finding of findings) report(finding);
  },
});
