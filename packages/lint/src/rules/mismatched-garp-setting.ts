import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Member, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { comparedSetting } from "../cluster/settings.js";
import { defineClusterRule } from "../define.js";

const names = [
  "garp_master_delay",
  "garp_master_repeat",
  "garp_master_refresh",
  "garp_master_refresh_repeat",
  "garp_lower_prio_delay",
  "garp_lower_prio_repeat",
] as const;

export const mismatchedGarpSetting = defineClusterRule({
  id: "mismatched-garp-setting",
  category: "cluster",
  severity: "info",
  summary: "Hosts of a virtual router announce its addresses in different ways.",
  why: "Gratuitous ARP messages tell switches and neighbours where an address is now. If delays and repetitions differ, the network notices a failover to one host later than a failover to the other.",
  advice: "Use the same garp settings on all hosts, or set them once in `global_defs`.",
  options: {
    ignore: { kind: "words", among: names, default: [], description: "Settings that may differ." },
  },
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_arp.c: send_gratuitous_arp; the rest is advice",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: ["garp_master_delay 10"] }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, lines: ["garp_master_delay 1"] }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: ["garp_master_delay 10"] }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, lines: ["garp_master_delay 10"] }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, lines: ["garp_master_refresh 60"] }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, lines: ["garp_master_refresh 90"] }),
      },
      options: { ignore: ["garp_master_refresh"] },
    },
  ],
  check(cluster, report, { ignore }) {
    for (const { members } of sharedRouters(cluster)) {
      for (const name of names.filter((each) => !ignore.includes(each))) {
        const findings = disagreements(
          members.map((member) => standOf(member, name)),
          (stand, agreed) =>
            say`${hostNamesOf(agreed)} ${verb(agreed, say`has`, say`have`)} ${agreed[0]!.shown}, ${stand.member.host.name} has ${stand.shown}`,
        );
        for (const finding of findings) report(finding);
      }
    }
  },
});

/** The defaults of keepalived, where they are known by themselves. */
const defaults: Readonly<Record<string, string>> = {
  garp_master_delay: "5",
  garp_master_repeat: "5",
  garp_master_refresh: "0",
  garp_master_refresh_repeat: "1",
};

function standOf(member: Member, name: (typeof names)[number]): Stand {
  const { instance, host } = member;
  const { target } = host.effective;
  const setting =
    comparedSetting(instance.statement.children, target, name) ??
    comparedSetting(host.global.statements, target, `vrrp_${name}`);
  const text = setting?.text ?? defaults[name];
  return {
    member,
    key: text ?? "",
    place: setting?.place ?? instance.place,
    shown: text === undefined ? say`no ${name}` : `${name} ${text}${setting ? "" : say` by default`}`,
  };
}
