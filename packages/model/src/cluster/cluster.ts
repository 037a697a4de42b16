import type { Cluster, DeclaredCluster, HostConfiguration } from "../objects.js";
import { directoryOf } from "../text/paths.js";
import { type Link, linkBetween } from "./evidence.js";
import { hostNames } from "./names.js";
import { virtualRoutersOf } from "./routers.js";

/**
 * Puts hosts together that belong together: as declared, as the `@id`s of one file, or by what their files share.
 * Every host is in one cluster at most; a host without company is in none.
 */
export function findClusters(
  hosts: readonly HostConfiguration[],
  declared: readonly DeclaredCluster[] = [],
): readonly Cluster[] {
  const free = new Set(hosts);
  const clusters: Cluster[] = [];
  for (const cluster of declared) {
    const members = cluster.nodes.flatMap((node) => {
      const host = hosts.find(({ effective }) => effective.path === node.file && effective.configId === node.configId);
      return host ? [host] : [];
    });
    for (const member of members) free.delete(member);
    if (members.length > 0)
      clusters.push(clusterOf(cluster.name, members, { kind: "declared", reasons: ["declared in the configuration"] }));
  }
  clusters.push(...byConfigId(free));
  clusters.push(...byEvidence(free));
  return clusters;
}

function clusterOf(name: string, hosts: readonly HostConfiguration[], evidence: Cluster["evidence"]): Cluster {
  return { name, hosts, virtualRouters: virtualRoutersOf(hosts), evidence };
}

/** The hosts that the conditional lines of one file name. The host that none of them names is no member. */
function byConfigId(free: Set<HostConfiguration>): readonly Cluster[] {
  const byFile = new Map<string, HostConfiguration[]>();
  for (const host of free) {
    const { path, configId } = host.effective;
    if (configId === undefined) continue;
    byFile.set(path, [...(byFile.get(path) ?? []), host]);
  }
  const clusters: Cluster[] = [];
  for (const [path, members] of byFile) {
    const all = [...free].filter(({ effective }) => effective.path === path);
    for (const member of all) free.delete(member);
    if (members.length < 2) continue;
    const ids = members.map(({ effective }) => `@${effective.configId}`).join(", ");
    clusters.push(clusterOf(path, members, { kind: "config-ids", reasons: [`one file for ${ids}`] }));
  }
  return clusters;
}

function byEvidence(free: Set<HostConfiguration>): readonly Cluster[] {
  const hosts = [...free].filter(({ instances }) => instances.length > 0);
  const links = linksAmong(hosts);
  const sets = new Map<HostConfiguration, Set<HostConfiguration>>(hosts.map((host) => [host, new Set([host])]));
  const reasons = new Map<Set<HostConfiguration>, string[]>();
  for (const strong of [true, false]) {
    for (const link of links.filter((candidate) => candidate.strong === strong)) {
      const left = sets.get(link.left)!;
      const right = sets.get(link.right)!;
      if (left === right || (!strong && left.size > 1 && right.size > 1)) continue;
      for (const host of right) {
        left.add(host);
        sets.set(host, left);
      }
      reasons.set(left, [...(reasons.get(left) ?? []), ...(reasons.get(right) ?? []), ...link.reasons]);
    }
  }
  return [...new Set(sets.values())]
    .filter(({ size }) => size > 1)
    .map((members) => {
      const ordered = hosts.filter((host) => members.has(host));
      return clusterOf(nameOf(ordered), ordered, { kind: "shared", reasons: [...new Set(reasons.get(members) ?? [])] });
    });
}

/** Pairs that share an address, a peer or a virtual_router_id; found by index so that many hosts stay cheap. */
function linksAmong(hosts: readonly HostConfiguration[]): readonly Link[] {
  const folders = new Map<string, number>();
  for (const { effective } of hosts)
    folders.set(directoryOf(effective.path), (folders.get(directoryOf(effective.path)) ?? 0) + 1);
  const byKey = new Map<string, Set<HostConfiguration>>();
  for (const host of hosts) {
    for (const key of keysOf(host)) {
      const members = byKey.get(key);
      if (members) members.add(host);
      else byKey.set(key, new Set([host]));
    }
  }
  const order = new Map(hosts.map((host, index) => [host, index]));
  const seen = new Set<number>();
  const links: Link[] = [];
  for (const members of byKey.values()) {
    const list = [...members];
    for (const [index, left] of list.entries()) {
      for (const right of list.slice(index + 1)) {
        const pair = order.get(left)! * hosts.length + order.get(right)!;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const link = linkBetween(left, right, folders.get(directoryOf(left.effective.path)) ?? 0);
        if (link) links.push(link);
      }
    }
  }
  return links;
}

function keysOf(host: HostConfiguration): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const instance of host.instances) {
    for (const { value } of [...instance.addresses, ...instance.excludedAddresses]) keys.add(value.text);
    for (const { value } of instance.unicastPeers) keys.add(`unicast ${value.text}`);
    const source = instance.unicastSource ?? instance.multicastSource;
    if (source) keys.add(`unicast ${source.value.text}`);
    if (instance.virtualRouterId) keys.add(`id ${instance.virtualRouterId.value}`);
  }
  return keys;
}

/** The folder that holds them all, else their names joined. */
function nameOf(hosts: readonly HostConfiguration[]): string {
  const folders = hosts.map(({ effective }) => directoryOf(effective.path).split("/"));
  const shared: string[] = [];
  for (const [index, part] of folders[0]!.entries()) {
    if (!folders.every((folder) => folder[index] === part)) break;
    shared.push(part);
  }
  return shared.at(-1) || hostNames(hosts.map(({ effective }) => effective.path)).join("+");
}
