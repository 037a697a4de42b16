import type { VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { placeFor } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";
import { anyOf } from "../suggest.js";

const second = exampleHost({ name: "mail", id: 28, priority: 150, address: "192.0.2.11/24" });
const secondBackup = exampleHost({ name: "mail", id: 28, priority: 100, address: "192.0.2.11/24" });

export const unsharedVirtualRouter = defineClusterRule({
  id: "unshared-virtual-router",
  category: "cluster",
  severity: "warning",
  summary: "An instance that only one host of a cluster has.",
  why: "No other host takes over its addresses: they are gone with the host. Usually the instance was added on one host and forgotten on the other.",
  advice: "Add the instance on another host, with the same `virtual_router_id` and addresses and a lower priority.",
  since: "0.1.0",
  source: "RFC 5798, section 1.2; the rest is advice",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: second }),
        "lb2/keepalived.conf": exampleHost({ priority: 100 }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: second }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: secondBackup }),
      },
    },
  ],
  check(cluster, report) {
    const shared = new Set(cluster.virtualRouters.flatMap(({ members }) => members.map(({ instance }) => instance)));
    for (const host of cluster.hosts) {
      const others = cluster.hosts.filter((other) => other !== host);
      for (const instance of host.instances) {
        if (shared.has(instance) || instance.addresses.length + instance.excludedAddresses.length === 0) continue;
        report({
          place: instance.place,
          message: say`${anyOf(
            others.map(({ name }) => name),
            "and",
          )} ${others.length === 1 ? say`has` : say`have`} no instance for ${factsOf(instance)}: nobody takes over from ${host.name}`,
          related: others.map((other) => ({
            place: other.instances.at(-1)?.place ?? placeFor(other),
            message: `${other.name}: ${other.instances.map(factsOf).join("; ") || say`no instance`}`,
          })),
        });
      }
    }
  },
});

function factsOf({ addresses, excludedAddresses, virtualRouterId }: VrrpInstance): string {
  const [first, ...rest] = [...addresses, ...excludedAddresses];
  const id = virtualRouterId === undefined ? "" : `virtual_router_id ${virtualRouterId.value}`;
  const address =
    first === undefined ? "" : `${first.value.text}${rest.length > 0 ? say` and ${rest.length} more` : ""}`;
  return [id, address].filter((part) => part !== "").join(", ");
}
