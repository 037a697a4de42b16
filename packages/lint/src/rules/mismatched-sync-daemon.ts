import { type HostConfiguration, numberSetting, settingOf, textSetting } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type OfHost, placeFor, type Stand, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

const globals = (...lines: readonly string[]) =>
  lines.length === 0 ? "" : `global_defs {\n${lines.map((line) => `    ${line}\n`).join("")}}\n`;

export const mismatchedSyncDaemon = defineClusterRule({
  id: "mismatched-sync-daemon",
  category: "cluster",
  severity: "warning",
  summary: "`lvs_sync_daemon` has another id on another host, or is set on one host only.",
  why: "The kernel accepts connections only from a sender with its own id; with id 0 it accepts any. Otherwise, or if no other host listens, all connections are lost in a failover. The default id is the `virtual_router_id` of the instance, or 0 without an instance.",
  advice: "Set `lvs_sync_daemon` with the same id on all hosts.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/ipvswrapper.c: ipvs_syncd_cmd; ip_vs_sync.c of Linux",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("lvs_sync_daemon eth1 inst web id 5") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals("lvs_sync_daemon eth1 inst web id 6") }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("lvs_sync_daemon eth1 inst web id 5") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals("lvs_sync_daemon eth1 inst web id 5") }),
      },
    },
  ],
  check(cluster, report) {
    const findings = disagreements(
      cluster.hosts.map(standOf),
      (stand, agreed) =>
        say`${stand.member.host.name} has ${stand.shown}, ${hostNamesOf(agreed)} ${verb(agreed, say`has`, say`have`)} ${agreed[0]!.shown}`,
    );
    for (const finding of findings) report(finding);
  },
});

/** Of several lines the first counts. */
function standOf(host: HostConfiguration): Stand<OfHost> {
  const { target } = host.effective;
  const globals = { children: host.global.statements };
  const statement = settingOf(globals, "lvs_sync_daemon", target)?.from;
  if (statement === undefined)
    return { member: { host }, key: "none", place: placeFor(host), shown: say`no lvs_sync_daemon` };
  const name = textSetting(globals, "lvs_sync_daemon", target, "instance")?.value;
  const given = numberSetting(globals, "lvs_sync_daemon", target, "syncid")?.value;
  const instance = host.instances.find((each) => each.name === name);
  const id = given ?? instance?.virtualRouterId?.value ?? 0;
  return {
    member: { host },
    key: String(id),
    place: statement.words[0]?.place ?? statement.place,
    shown: say`lvs_sync_daemon id ${id}${given === undefined ? say` by default` : ""}`,
  };
}
