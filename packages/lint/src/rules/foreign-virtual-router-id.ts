import type { Cluster, VirtualRouter } from "@kalint/cluster";
import { createMemory, directoryOf, isLinkLocal, networkOf, type VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { defineRunRule } from "../define.js";
import { anyOf } from "../suggest.js";

export const foreignVirtualRouterId = defineRunRule({
  id: "foreign-virtual-router-id",
  category: "cluster",
  severity: "error",
  summary: "Two clusters, or unrelated hosts, use the same `virtual_router_id` on one network.",
  why: "Adverts reach every host of the network, and only the id tells virtual routers apart. Each cluster mistakes the other's adverts for those of its own MASTER: it discards them with a complaint, or its BACKUPs stay passive for a MASTER that does not hold their addresses.",
  advice: "Give each cluster on a network its own ids.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_check_packet; RFC 5798, section 5.2.3",
  bad: [
    {
      files: {
        "web1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 51, address: "192.0.2.10/24" }),
        "web2/keepalived.conf": exampleHost({ id: 51, address: "192.0.2.10/24" }),
        "mail1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 51, address: "192.0.2.20/24" }),
        "mail2/keepalived.conf": exampleHost({ id: 51, address: "192.0.2.20/24" }),
      },
    },
  ],
  good: [
    {
      files: {
        "web1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 51, address: "192.0.2.10/24" }),
        "web2/keepalived.conf": exampleHost({ id: 51, address: "192.0.2.10/24" }),
        "mail1/keepalived.conf": exampleHost({ state: "MASTER", priority: 150, id: 52, address: "192.0.2.20/24" }),
        "mail2/keepalived.conf": exampleHost({ id: 52, address: "192.0.2.20/24" }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2444"],
  check(clusters, report) {
    if (clusters.length < 2) return;
    for (const users of usersByIdAndNetwork(clusters).values()) {
      if (users.every(({ cluster }) => cluster === users[0]!.cluster)) continue;
      for (const user of users.slice(1)) {
        const rival = users.find((other) => !overlap(other, user));
        if (rival === undefined || rival.cluster === user.cluster) continue;
        const { instance } = user.router.members[0]!;
        const { value, place } = instance.virtualRouterId!;
        report({
          place,
          message: say`${hostsOf(rival)} ${rival.router.members.length === 1 ? say`uses` : say`use`} virtual_router_id ${value} on the same network for ${rival.router.members[0]!.instance.addresses[0]!.value.text}, ${hostsOf(user)} for ${instance.addresses[0]!.value.text}`,
          related: [...user.router.members.slice(1), ...rival.router.members].map((member) => ({
            place: member.instance.virtualRouterId?.place ?? member.instance.place,
            message: say`${member.host.name}: virtual_router_id ${member.instance.virtualRouterId?.value}, ${member.instance.addresses[0]?.value.text}`,
          })),
        });
      }
    }
  },
});

/** More lone hosts than this in one folder are a collection of files rather than one network. */
const smallFolder = 8;

function folderOf({ hosts }: Cluster): string {
  return directoryOf(hosts[0]!.effective.path);
}

interface User {
  readonly cluster: Cluster;
  readonly router: VirtualRouter;
}

/** Unicast routers are dropped: they hear only their own peers. */
function usersByIdAndNetwork(clusters: readonly Cluster[]): ReadonlyMap<string, readonly User[]> {
  const users = new Map<string, User[]>();
  const folders = new Map<string, number>();
  for (const folder of clusters.map(folderOf)) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  for (const cluster of clusters) {
    if (cluster.hosts.length === 1 && folders.get(folderOf(cluster))! > smallFolder) continue;
    for (const { key, user } of usersOf(cluster)) {
      const known = users.get(key);
      if (known === undefined) users.set(key, [user]);
      else if (known.length < mostUsers) known.push(user);
    }
  }
  return users;
}

interface Keyed {
  readonly key: string;
  readonly user: User;
}

/** Kept with the cluster, as an edit makes another one of one cluster alone. */
function usersOf(cluster: Cluster): readonly Keyed[] {
  const known = keyed.get(cluster);
  if (known) return known;
  const users = cluster.virtualRouters.flatMap((router): readonly Keyed[] => {
    const key = keyOf(router.members[0]!.instance);
    if (key === undefined || router.members.some((member) => member.instance.unicastPeers.length > 0)) return [];
    return [{ key, user: { cluster, router } }];
  });
  keyed.set(cluster, users);
  return users;
}

const keyed = createMemory<Cluster, readonly Keyed[]>();

/** Each is compared with each: who has more of one id on one network has been told enough by then. */
const mostUsers = 200;

/** Hosts of one network call their interfaces by different names. */
function keyOf({ addresses, virtualRouterId }: VrrpInstance): string | undefined {
  // Every link has the network fe80::/64: it says nothing.
  const address = addresses.find(({ value }) => !isLinkLocal(value));
  if (address === undefined || virtualRouterId === undefined) return undefined;
  return `${virtualRouterId.value} on ${networkOf(address.value)}`;
}

/** Who has an address in common is a copy of the other, rather than another cluster. */
function overlap(one: User, other: User): boolean {
  if (one.cluster === other.cluster) return true;
  const texts = ({ router }: User) =>
    router.members.flatMap(({ instance }) => instance.addresses.map(({ value }) => value.text));
  const known = new Set(texts(one));
  return texts(other).some((text) => known.has(text));
}

function hostsOf({ router }: User): string {
  return anyOf(
    router.members.map(({ host }) => host.name),
    "and",
  );
}
