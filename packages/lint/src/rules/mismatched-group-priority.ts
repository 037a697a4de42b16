import type { SyncGroup, VrrpInstance } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { anyOf } from "../suggest.js";
import type { Report } from "../types.js";

const example = (facts: { readonly state?: string; readonly priority?: number }) =>
  [
    exampleInstance([], { name: "inside" }),
    exampleInstance([], { name: "outside", device: "eth1", addresses: ["198.51.100.10/24"], ...facts }),
    "vrrp_sync_group both {\n    group {\n        inside\n        outside\n    }\n}\n",
  ].join("\n");

export const mismatchedGroupPriority = defineHostRule({
  id: "mismatched-group-priority",
  category: "vrrp",
  severity: "warning",
  summary: "Members of a sync group with different priorities or states.",
  why: "The members of a group change state together. If one has the higher priority on this host and another on the other host, each host wins one election and the group drags it back: the elections never end. `state MASTER` on some members only has no effect: since 2.0.0 keepalived then starts all of them as BACKUP.",
  advice: "Give all members of a group the same `priority` and the same `state` on a host.",
  restsOn: "names",
  followsFrom: relatedLines.election,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_sync.c: vrrp_sync_master, vrrp_sync_backup; vrrp/vrrp.c: vrrp_complete_init",
  bad: [{ files: example({ priority: 90 }) }, { files: example({ state: "MASTER" }) }],
  good: [{ files: example({}) }],
  evidence: ["https://github.com/acassen/keepalived/issues/2169", "https://github.com/acassen/keepalived/issues/1703"],
  check(host, report) {
    for (const group of host.syncGroups) {
      const names = new Set(group.members.map(({ value }) => value));
      const members = host.instances.filter(({ name }) => names.has(name));
      // Of a member that has none missing-priority speaks.
      const chosen = members.filter(({ priority }) => priority !== undefined);
      look(group, chosen, "priority", ({ effectivePriority }) => String(effectivePriority), report);
      look(group, members, "state", ({ state }) => state?.value ?? "BACKUP", report);
    }
  },
});

function look(
  group: SyncGroup,
  members: readonly VrrpInstance[],
  keyword: "priority" | "state",
  shownOf: (instance: VrrpInstance) => string,
  report: Report,
): void {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(shownOf(member), (counts.get(shownOf(member)) ?? 0) + 1);
  if (counts.size < 2) return;
  const most = Math.max(...counts.values());
  const common = [...counts].find(([, count]) => count === most)![0];
  const others = members.filter((member) => shownOf(member) === common);
  for (const member of members) {
    if (shownOf(member) === common) continue;
    report({
      place: member[keyword]?.place ?? member.place,
      message: say`${member.name} has ${keyword} ${shownOf(member)}, but ${anyOf(
        others.map(({ name }) => name),
        "and",
      )} of the same sync group ${group.name} ${others.length > 1 ? say`have` : say`has`} ${common}`,
      related: others.map((other) => ({
        place: other[keyword]?.place ?? other.place,
        message: `${other.name}: ${common}`,
      })),
    });
  }
}
