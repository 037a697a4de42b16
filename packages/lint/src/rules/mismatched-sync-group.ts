import type { Cluster, VirtualRouter } from "@kalint/cluster";
import type { HostConfiguration, SyncGroup } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Stand, sharedRouters, verb } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";
import { anyOf } from "../suggest.js";

const second = (priority: number) =>
  exampleHost({ name: "inside", device: "eth1", id: 28, priority, address: "10.0.0.10/24" });
const group = "vrrp_sync_group pair {\n    group {\n        web\n        inside\n    }\n}\n";

export const mismatchedSyncGroup = defineClusterRule({
  id: "mismatched-sync-group",
  category: "cluster",
  severity: "warning",
  summary: "A sync group has different members on different hosts.",
  why: "The instances of a sync group fail over together. An instance that is missing from the group on another host can stay behind there: the addresses are then split between hosts.",
  advice: "List the same instances in the sync groups of all hosts.",
  followsFrom: relatedLines.members,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_sync.c: vrrp_sync_master, vrrp_sync_backup",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: group, after: second(150) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: second(100) }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: group, after: second(150) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: group, after: second(100) }),
      },
    },
  ],
  check(cluster, report) {
    for (const routers of tiedRouters(cluster)) {
      const hosts = cluster.hosts.filter((host) => routers.every((router) => memberOf(host, router) !== undefined));
      const stands = hosts.map((host) => standOf(host, routers));
      for (const finding of disagreements(stands, messageFor)) report(finding);
    }
  },
});

type HostStand = Stand<{ readonly host: HostConfiguration }>;

/** Sets of virtual routers that the sync groups of any host tie together. */
function tiedRouters(cluster: Cluster): readonly (readonly VirtualRouter[])[] {
  const sets = new Map<VirtualRouter, Set<VirtualRouter>>();
  const shared = sharedRouters(cluster);
  for (const router of shared) sets.set(router, new Set([router]));
  const byInstance = new Map(
    shared.flatMap((router) => router.members.map(({ instance }) => [instance, router] as const)),
  );
  for (const host of cluster.hosts) {
    for (const { members } of host.syncGroups) {
      const names = new Set(members.map(({ value }) => value));
      const tied = host.instances.flatMap((instance) =>
        names.has(instance.name) ? (byInstance.get(instance) ?? []) : [],
      );
      const [first, ...rest] = tied;
      for (const router of rest) {
        const [into, from] = [sets.get(first!)!, sets.get(router)!];
        if (into === from) continue;
        for (const each of from) {
          into.add(each);
          sets.set(each, into);
        }
      }
    }
  }
  return [...new Set(sets.values())]
    .filter(({ size }) => size > 1)
    .map((set) => shared.filter((router) => set.has(router)));
}

function memberOf(host: HostConfiguration, { members }: VirtualRouter): string | undefined {
  return members.find((member) => member.host === host)?.instance.name;
}

/** How one host ties these routers: by what each group has of them, whatever the order and the names. */
function standOf(host: HostConfiguration, routers: readonly VirtualRouter[]): HostStand {
  const names = routers.map((router) => memberOf(host, router)!);
  const groups = host.syncGroups.flatMap((group) => {
    const own = names.filter((name) => group.members.some(({ value }) => value === name));
    return own.length > 0 ? [{ group, own }] : [];
  });
  const place = groups[0]?.group.place ?? routers[0]!.members.find((member) => member.host === host)!.instance.place;
  const parts = groups.map(({ own }) => own.map((name) => names.indexOf(name)).join(","));
  return {
    member: { host },
    key: parts.toSorted().join(" | "),
    place,
    shown: groups.length === 0 ? say`no sync group of ${anyOf(names, "and")}` : groups.map(shown).join("; "),
  };
}

function shown({ group, own }: { readonly group: SyncGroup; readonly own: readonly string[] }): string {
  return say`sync group ${group.name} with ${anyOf(own, "and")}`;
}

function messageFor(stand: HostStand, agreed: readonly HostStand[]): string {
  return say`${stand.member.host.name} has ${stand.shown}; ${hostNamesOf(agreed)} ${verb(agreed, say`has`, say`have`)} ${agreed[0]!.shown}`;
}
