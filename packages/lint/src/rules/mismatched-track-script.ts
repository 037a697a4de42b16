import type { HostConfiguration, VrrpScript } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type OfHost, type Stand } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";
import { exampleScriptGlobals } from "../examples.js";
import { anyOf } from "../suggest.js";

const script = (interval: number) =>
  `${exampleScriptGlobals}vrrp_script web_up {\n    script "/usr/local/bin/web-up"\n    interval ${interval}\n    timeout 1\n}\n`;
const lines = ["track_script {", "    web_up", "}"];

const facts = ["script", "interval", "timeout", "rise", "fall", "weight"] as const;

export const mismatchedTrackScript = defineClusterRule({
  id: "mismatched-track-script",
  category: "cluster",
  severity: "info",
  summary: "A `vrrp_script` with the same name differs between hosts.",
  why: "The hosts then disagree about what a failure is, or detect it at different speeds.",
  advice: "Define the script identically on all hosts, or rename it where it is meant to differ.",
  options: {
    ignore: { kind: "words", among: facts, default: [], description: "Settings that may differ." },
  },
  followsFrom: relatedLines.scripts,
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(2), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(20), lines }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(2), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(2), lines }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(2), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(20), lines }),
      },
      options: { ignore: ["interval"] },
    },
  ],
  check(cluster, report, { ignore }) {
    const byName = new Map<string, { host: HostConfiguration; script: VrrpScript }[]>();
    for (const host of cluster.hosts) {
      for (const script of host.scripts)
        byName.set(script.name, [...(byName.get(script.name) ?? []), { host, script }]);
    }
    for (const [name, scripts] of byName) {
      const stands = scripts.map(
        ({ host, script }): Stand<OfHost> => ({
          member: { host },
          key: JSON.stringify(factsOf(script, ignore)),
          place: script.place,
          shown: say`${name} with ${anyOf(factsOf(script, ignore), "and")}`,
        }),
      );
      const findings = disagreements(stands, (stand, agreed) => {
        const [own, theirs] = [JSON.parse(stand.key) as string[], JSON.parse(agreed[0]!.key) as string[]];
        const different = own.flatMap((fact, at) => (fact === theirs[at] ? [] : [[fact, theirs[at]!] as const]));
        const here = different.map(([fact]) => fact).join(", ");
        const there = different.map(([, fact]) => fact).join(", ");
        return say`script ${name} has ${here} on ${stand.member.host.name}, and ${there} on ${hostNamesOf(agreed)}`;
      });
      for (const finding of findings) report(finding);
    }
  },
});

/** In one order, so that two scripts are compared fact by fact. */
function factsOf(
  { command, interval, timeout, rise, fall, weight }: VrrpScript,
  ignore: readonly string[],
): readonly string[] {
  const value = (name: string, given: { readonly value: number } | undefined, otherwise?: number): string =>
    given === undefined && otherwise === undefined ? say`no ${name}` : `${name} ${given?.value ?? otherwise}`;
  const texts = {
    script: `script "${command?.value.join(" ") ?? ""}"`,
    interval: value("interval", interval, 1),
    timeout: value("timeout", timeout),
    rise: value("rise", rise, 1),
    fall: value("fall", fall, 1),
    weight: value("weight", weight, 0),
  };
  return facts.filter((name) => !ignore.includes(name)).map((name) => texts[name]);
}
