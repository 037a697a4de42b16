import type { HostConfiguration } from "@kalint/daemon";
import { directoryOf, isSameList, perHost, perObject } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Cluster, DeclaredCluster } from "../types.js";
import { type HostSummary, type Link, linkBetween, subnet, summarise } from "./evidence.js";
import { hostNames, nearness } from "./names.js";
import { virtualRoutersOf } from "./routers.js";

/**
 * Puts hosts together that belong together: as declared, as the `@id`s of one file, or by what their files share.
 * Every host is in one cluster at most; a host without company is in none. `pairsOf` may know its answer already.
 */
export function findClusters(
  hosts: readonly HostConfiguration[],
  declared: readonly DeclaredCluster[] = [],
  pairsOf: SharingPairs = sharingPairs,
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
      clusters.push(
        clusterOf(cluster.name, members, { kind: "declared", reasons: [say`declared in the configuration`] }),
      );
  }
  clusters.push(...byConfigId(free));
  clusters.push(...byEvidence(free, pairsOf));
  return clusters;
}

function clusterOf(name: string, hosts: readonly HostConfiguration[], evidence: Cluster["evidence"]): Cluster {
  return Object.defineProperties({ name, hosts, evidence }, routersWhenAsked) as Cluster;
}

const routersOf = perObject(({ hosts }: Cluster) => virtualRoutersOf(hosts));

/** Who knows the same cluster already never asks. One function for all clusters: see `createMemory`. */
const routersWhenAsked: PropertyDescriptorMap = {
  virtualRouters: {
    enumerable: true,
    get(this: Cluster) {
      return routersOf(this);
    },
  },
};

/**
 * The hosts that the conditional lines of one file name. The host that none of them names is a member only beside a
 * single id whose role differs: that file is for one host and for the other (`@lb1 …`, `@^lb1 …`).
 */
function byConfigId(free: Set<HostConfiguration>): readonly Cluster[] {
  const byFile = new Map<string, HostConfiguration[]>();
  for (const host of free) byFile.set(host.effective.path, [...(byFile.get(host.effective.path) ?? []), host]);
  const clusters: Cluster[] = [];
  for (const [path, all] of byFile) {
    const members = all.filter(({ effective }) => effective.configId !== undefined);
    if (members.length === 0) continue;
    if (members.length === 1) {
      const other = all.find(({ effective }) => effective.configId === undefined);
      if (!other || roleOf(other) === roleOf(members[0]!)) continue;
      members.push(other);
    }
    for (const member of all) free.delete(member);
    const ids = members
      .map(({ effective }) => (effective.configId === undefined ? say`all others` : `@${effective.configId}`))
      .join(", ");
    clusters.push(clusterOf(path, members, { kind: "config-ids", reasons: [say`one file for ${ids}`] }));
  }
  return clusters;
}

/** What makes one host of a pair differ from the other. */
function roleOf({ instances }: HostConfiguration): string {
  return instances
    .map(({ name, state, effectivePriority, source }) =>
      [name, state?.value, effectivePriority, source?.value.text].join(" "),
    )
    .join("; ");
}

function byEvidence(free: Set<HostConfiguration>, pairsOf: SharingPairs): readonly Cluster[] {
  const candidates = [...free].filter(({ instances }) => instances.length > 0);
  if (candidates.length < 2) return [];
  const hosts = withoutCopies(candidates).map(summarise);
  const order = new Map(hosts.map((host, index) => [host, index]));
  const links = clearLinks(withinPairs(withinEnvironments(linksAmong(hosts, pairsOf))));
  const sets = new Map<HostSummary, Set<HostSummary>>(hosts.map((host) => [host, new Set([host])]));
  const reasons = new Map<Set<HostSummary>, string[]>();
  for (const link of links.toSorted((left, right) => right.score - left.score)) {
    const left = sets.get(link.left)!;
    const right = sets.get(link.right)!;
    if (left === right || (!link.strong && left.size > 1 && right.size > 1)) continue;
    for (const host of right) {
      left.add(host);
      sets.set(host, left);
    }
    reasons.set(left, [...(reasons.get(left) ?? []), ...(reasons.get(right) ?? []), ...link.reasons]);
  }
  return withNames(
    [...new Set(sets.values())]
      .filter(({ size }) => size > 1)
      .map((members) => ({
        hosts: [...members].sort((a, b) => order.get(a)! - order.get(b)!).map(({ host }) => host),
        reasons: [...new Set(reasons.get(members) ?? [])],
      })),
  );
}

/**
 * A file whose text is that of another in its folder, blanks and lines of comment aside, is a copy and means the same
 * host, unless their names tell hosts apart (`lb1`, `lb2`).
 */
function withoutCopies(hosts: readonly HostConfiguration[]): readonly HostConfiguration[] {
  const kept = new Map<string, HostConfiguration[]>();
  // The longer name tells more: `keepalived_m.conf` is the host, and `keepalived.conf` what was copied to it.
  for (const host of hosts.toSorted((one, other) => other.effective.path.length - one.effective.path.length)) {
    const text = meantText(host);
    const same = kept.get(text);
    if (same === undefined) kept.set(text, [host]);
    else if (!same.some((other) => nearness(other.effective.path, host.effective.path) === "same-folder"))
      same.push(host);
  }
  const all = new Set([...kept.values()].flat());
  return hosts.filter((host) => all.has(host));
}

const meantText = perHost(({ effective }) =>
  effective.files
    .map(({ text }) =>
      text
        .replace(/^[ \t]*[#!].*$/gm, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .join("\n"),
);

/**
 * Folders separate as well as join: where both hosts have company nearer by (`prod/lb1` and `prod/lb2`), a link from
 * one folder to the other (`staging/lb1`) joins two environments, unless unicast peers name each other across.
 */
function withinEnvironments(links: readonly Link[]): readonly Link[] {
  const nearest = new Map<HostSummary, number>();
  for (const link of links) {
    if (!link.strong) continue;
    for (const host of [link.left, link.right]) nearest.set(host, Math.max(nearest.get(host) ?? 0, sharedDepth(link)));
  }
  return links.filter((link) => {
    const depth = sharedDepth(link);
    return link.mutual || [link.left, link.right].some((host) => (nearest.get(host) ?? 0) <= depth);
  });
}

/**
 * The same for names: `prod-lb1` and `prod-lb2` are one cluster, `test-lb1` and `test-lb2` another, where each has all that a
 * cluster needs: a host of either starts as MASTER, or the same priorities are given again.
 */
function withinPairs(links: readonly Link[]): readonly Link[] {
  const siblings = new Map<HostSummary, Set<HostSummary>>();
  for (const { left, right, strong, siblings: isPair } of links) {
    if (!strong || !isPair) continue;
    for (const [host, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = siblings.get(host) ?? new Set([host]);
      siblings.set(host, known.add(other));
    }
  }
  return links.filter(({ left, right, mutual, siblings: isPair }) => {
    const [own, others] = [siblings.get(left), siblings.get(right)];
    if (mutual || isPair || own === undefined || others === undefined) return true;
    return !repeats([...own], [...others]);
  });
}

function repeats(own: readonly HostSummary[], others: readonly HostSummary[]): boolean {
  const startsAsMaster = (hosts: readonly HostSummary[]) =>
    hosts.some(({ host }) => host.instances.some(({ state }) => state?.value === "MASTER"));
  const prioritiesOf = (hosts: readonly HostSummary[]) =>
    new Set(hosts.flatMap(({ host }) => host.instances.map(({ effectivePriority }) => effectivePriority)));
  if (startsAsMaster(own) && startsAsMaster(others)) return true;
  const known = prioritiesOf(others);
  return [...prioritiesOf(own)].every((priority) => known.has(priority));
}

/** How many folders two paths have in common, from the root. */
function sharedDepth({ left, right }: Link): number {
  const others = right.folder.split("/");
  const own = left.folder.split("/");
  const first = own.findIndex((part, at) => part !== others[at]);
  return first < 0 ? own.length : first;
}

interface Found {
  readonly hosts: readonly HostConfiguration[];
  readonly reasons: readonly string[];
}

/** Named by the folder that holds all hosts, unless two clusters would then have one name. */
function withNames(found: readonly Found[]): readonly Cluster[] {
  const names = found.map(({ hosts }) => folderOf(hosts));
  return found.map(({ hosts, reasons }, index) => {
    const name = names[index];
    const alone = name !== undefined && names.indexOf(name) === names.lastIndexOf(name);
    return clusterOf(alone ? name : joinedNames(hosts), hosts, { kind: "shared", reasons });
  });
}

/**
 * Pairs that share an address or a peer, and pairs that share no more than a virtual_router_id in one network. Found by
 * index, so that many hosts stay cheap: an id alone is asked only of hosts that nothing surer has placed.
 */
function linksAmong(hosts: readonly HostSummary[], pairsOf: SharingPairs): readonly Link[] {
  const folders = new Map<string, number>();
  for (const { folder } of hosts) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  const order = new Map(hosts.map((host, index) => [host, index]));
  const seen = new Set<number>();
  const links: Link[] = [];
  const placed = new Set<HostSummary>();
  const compare = (one: HostSummary, other: HostSummary): void => {
    const [left, right] = order.get(one)! < order.get(other)! ? [one, other] : [other, one];
    const pair = order.get(left)! * hosts.length + order.get(right)!;
    if (left === right || seen.has(pair)) return;
    seen.add(pair);
    const link = linkBetween(left, right, folders.get(left.folder) ?? 0);
    if (link) links.push(link);
  };
  for (const [left, right] of pairsOf(hosts)) compare(hosts[left]!, hosts[right]!);
  for (const { left, right, strong } of links) {
    if (!strong) continue;
    placed.add(left);
    placed.add(right);
  }
  if (placed.size === hosts.length) return links;
  for (const members of indexBy(hosts, idKeys)) {
    for (const host of members) if (!placed.has(host)) for (const other of members) compare(host, other);
  }
  for (const members of indexBy(hosts, likeKeys)) {
    // Where many are alike, each stands for a site of its own.
    if (members.length > mostAlike) continue;
    for (const host of members) if (!placed.has(host)) for (const other of members) compare(host, other);
  }
  return links;
}

/** The hosts that share an address or a peer, by their numbers. */
type SharingPairs = (hosts: readonly HostSummary[]) => readonly (readonly [number, number])[];

const sharingPairs: SharingPairs = (hosts) => {
  const order = new Map(hosts.map((host, index) => [host, index]));
  const pairs: [number, number][] = [];
  for (const members of indexBy(hosts, sureKeys)) {
    const numbers = members.map((host) => order.get(host)!);
    for (const [index, left] of numbers.entries())
      for (const right of numbers.slice(index + 1)) pairs.push([left, right]);
  }
  return pairs;
};

/** Keeps its last answer, which holds until an edit changes an address or a peer: few do. */
export function keptSharingPairs(): SharingPairs {
  let keys: readonly string[] = [];
  let pairs: ReturnType<SharingPairs> = [];
  return (hosts) => {
    const shown = hosts.map(({ host }) => shownKeys(host));
    if (isSameList(keys, shown)) return pairs;
    keys = shown;
    pairs = sharingPairs(hosts);
    return pairs;
  };
}

const shownKeys = perHost((host): string => sureKeys(summarise(host)).join("\n"));

function indexBy(
  hosts: readonly HostSummary[],
  keysOf: (host: HostSummary) => Iterable<string>,
): Iterable<readonly HostSummary[]> {
  const byKey = new Map<string, HostSummary[]>();
  for (const host of hosts) {
    for (const key of new Set(keysOf(host))) {
      const members = byKey.get(key);
      if (members) members.push(host);
      else byKey.set(key, [host]);
    }
  }
  return byKey.values();
}

/**
 * Leaves out what is doubtful: links much weaker than the best that both hosts have, and links to several versions of
 * one file, of which at most one is in use.
 */
function clearLinks(links: readonly Link[]): readonly Link[] {
  const best = new Map<HostSummary, number>();
  const versions = new Map<HostSummary, Map<string, number>>();
  for (const { left, right, score } of links) {
    for (const [host, other] of [
      [left, right],
      [right, left],
    ] as const) {
      best.set(host, Math.max(best.get(host) ?? 0, score));
      const known = versions.get(host) ?? new Map<string, number>();
      known.set(other.original, (known.get(other.original) ?? 0) + 1);
      versions.set(host, known);
    }
  }
  const several = (host: HostSummary, other: HostSummary): boolean =>
    (versions.get(host)?.get(other.original) ?? 0) > 1;
  return links.filter(
    ({ left, right, score }) =>
      score >= Math.min(best.get(left)!, best.get(right)!) - 2 && !several(left, right) && !several(right, left),
  );
}

function sureKeys(host: HostSummary): readonly string[] {
  const unicast = [...host.bySource.keys(), ...host.byPeer.keys()].map((address) => `unicast ${address}`);
  return [...host.byAddress.keys(), ...unicast];
}

function idKeys({ host }: HostSummary): readonly string[] {
  return idKeysOf(host);
}

const idKeysOf = perHost((host): readonly string[] => {
  return host.instances.flatMap(({ virtualRouterId, addresses }) =>
    virtualRouterId === undefined ? [] : addresses.map(({ value }) => `${virtualRouterId.value} ${subnet(value)}`),
  );
});

/** Hosts whose addresses have nothing in common may still be a master and its backup. */
const mostAlike = 4;

function likeKeys({ host }: HostSummary): readonly string[] {
  return host.instances.map((each) => `${each.virtualRouterId?.value} ${each.name} ${each.interface?.value}`);
}

function folderOf(hosts: readonly HostConfiguration[]): string | undefined {
  const folders = hosts.map(({ effective }) => directoryOf(effective.path).split("/"));
  const shared: string[] = [];
  for (const [index, part] of folders[0]!.entries()) {
    if (!folders.every((folder) => folder[index] === part)) break;
    shared.push(part);
  }
  return shared.at(-1) || undefined;
}

function joinedNames(hosts: readonly HostConfiguration[]): string {
  return hostNames(hosts.map(({ effective }) => effective.path)).join("+");
}
