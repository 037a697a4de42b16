import type { Cluster, VirtualRouter } from "@kalint/cluster";
import { isLinkLocal, networkOf, type VrrpInstance } from "@kalint/daemon";
import { exampleHost } from "../cluster/example.js";
import { sharedRouters } from "../cluster/members.js";
import { defineRunRule } from "../define.js";
import { anyOf } from "../suggest.js";

export const foreignVirtualRouterId = defineRunRule({
  id: "foreign-virtual-router-id",
  category: "cluster",
  severity: "error",
  summary: "Two clusters use the same virtual_router_id on one network.",
  why: "Adverts go to every host of the network, and a virtual router is told apart by its id alone. Each cluster takes the other's adverts for those of its own MASTER: it throws them away and complains, or its BACKUPs stay silent for a MASTER that does not hold their addresses.",
  advice: "Give each cluster on a network ids of its own.",
  since: "0.1.0",
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
    for (const users of usersByIdAndNetwork(clusters).values()) {
      const [first, ...rest] = users;
      for (const user of rest) {
        const rival = [first!, ...users].find((other) => !overlap(other, user));
        if (rival === undefined || rival.cluster === user.cluster) continue;
        const { instance } = user.router.members[0]!;
        const { value, place } = instance.virtualRouterId!;
        report({
          place,
          message: `${hostsOf(rival)} use virtual_router_id ${value} on the same network for ${rival.router.members[0]!.instance.addresses[0]!.value.text}, ${hostsOf(user)} for ${instance.addresses[0]!.value.text}`,
          related: [...user.router.members.slice(1), ...rival.router.members].map((member) => ({
            place: member.instance.virtualRouterId?.place ?? member.instance.place,
            message: `${member.host.name}: virtual_router_id ${member.instance.virtualRouterId?.value}, ${member.instance.addresses[0]?.value.text}`,
          })),
        });
      }
    }
  },
});

interface User {
  readonly cluster: Cluster;
  readonly router: VirtualRouter;
}

/** Unicast routers are left out: they hear only their own peers. */
function usersByIdAndNetwork(clusters: readonly Cluster[]): ReadonlyMap<string, readonly User[]> {
  const users = new Map<string, User[]>();
  for (const cluster of clusters) {
    for (const router of sharedRouters(cluster)) {
      const { instance } = router.members[0]!;
      const key = keyOf(instance);
      if (key === undefined || router.members.some((member) => member.instance.unicastPeers.length > 0)) continue;
      users.set(key, [...(users.get(key) ?? []), { cluster, router }]);
    }
  }
  return users;
}

function keyOf({ addresses, virtualRouterId, interface: device }: VrrpInstance): string | undefined {
  // Every link has the network fe80::/64: it says nothing.
  const address = addresses.find(({ value }) => !isLinkLocal(value));
  if (address === undefined || virtualRouterId === undefined) return undefined;
  return `${virtualRouterId.value} on ${networkOf(address.value)} ${device?.value ?? ""}`;
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
