/** A cluster as a graph: what points at what, from hosts and trackers to real servers. Plain data, ready to be drawn. */

import type { HostConfiguration, IpAddress, RealServer, Tracker, VirtualServer } from "@kalint/daemon";
import { isServedBy, portOf, type ServiceEntry, serviceEntriesOf, serviceName, socketName } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { participantsOf } from "./failover/predict.js";
import { beginStory, mastersOf } from "./failover/story.js";
import { mergeAlike } from "./graph-merge.js";
import type { Cluster, VirtualRouter } from "./types.js";

export type GraphNodeKind =
  | "host"
  | "tracker"
  | "virtual-router"
  | "address"
  | "virtual-server"
  | "real-server"
  | "sorry-server";

export interface GraphNode {
  /** Unique in its graph. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly label: string;
  /** What else is to be said of it, or, of several taken together, what each one is. */
  readonly lines: readonly string[];
}

/** `master`: the host that has the addresses while nothing has failed. */
export type GraphEdgeKind = "master" | "backup" | "tracks" | "holds" | "serves" | "balances" | "sorry";

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  readonly label: string;
}

export interface ClusterGraph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Nodes of one kind with the same edges are taken together: twenty real servers of one service are one node. */
export function graphOf(cluster: Cluster): ClusterGraph {
  const routers = [...cluster.virtualRouters, ...loneRouters(cluster)];
  const hosts = cluster.hosts.map((host): GraphNode => {
    const file = fileOfHost(host);
    return { id: hostId(host), kind: "host", label: host.name, lines: file === host.name ? [] : [file] };
  });
  const parts = [
    routersPart(cluster, routers),
    trackersPart(routers),
    addressesPart(cluster, routers),
    serversPart(cluster),
  ];
  const served = new Set(
    parts.flatMap(({ edges }) => edges.flatMap(({ kind, to }) => (kind === "serves" ? [to] : []))),
  );
  parts.push({ nodes: [], edges: directlyServed(cluster, served) });
  const graph = {
    name: cluster.name,
    nodes: [...hosts, ...parts.flatMap(({ nodes }) => nodes)],
    edges: parts.flatMap(({ edges }) => edges),
  };
  return mergeAlike(graph);
}

/** Two hosts may have one name: `@lb1` in one file, and a folder `lb1`. */
function hostId(host: HostConfiguration): string {
  return `host ${fileOfHost(host)}`;
}

function fileOfHost({ effective: { path, configId } }: HostConfiguration): string {
  return configId === undefined ? path : `${path} @${configId}`;
}

type Part = Pick<ClusterGraph, "nodes" | "edges">;

/** Instances that only one host has. */
function loneRouters({ hosts, virtualRouters }: Cluster): readonly VirtualRouter[] {
  const shared = new Set(virtualRouters.flatMap(({ members }) => members.map(({ instance }) => instance)));
  return hosts.flatMap((host) =>
    host.instances
      .filter((instance) => !shared.has(instance))
      .map((instance): VirtualRouter => ({ members: [{ host, instance }] })),
  );
}

function routersPart(cluster: Cluster, routers: readonly VirtualRouter[]): Part {
  const start = beginStory(participantsOf({ ...cluster, virtualRouters: routers }));
  const edges = routers.flatMap((router, index) => {
    const masters = mastersOf(start, router);
    return router.members.map(({ host, instance }): GraphEdge => {
      const kind = masters.includes(host.name) ? "master" : "backup";
      const role = kind === "master" ? "MASTER" : "backup";
      // What the healthy trackers add counts, as it does for who is MASTER.
      const actor = start.actors.find(
        ({ participant }) => participant.host === host && participant.instance === instance,
      );
      const label = `${role} ${actor?.priority ?? instance.effectivePriority}${instance.nopreempt ? " nopreempt" : ""}`;
      return { from: hostId(host), to: routerId(index), kind, label };
    });
  });
  return { nodes: routers.map(routerNode), edges };
}

function routerId(index: number): string {
  return `router ${index}`;
}

/** Where hosts differ every value is shown: `id 51 / 52`. */
function routerNode({ members }: VirtualRouter, index: number): GraphNode {
  const of = (value: (member: (typeof members)[number]) => string | number | undefined) => each(members.map(value));
  const groups = of(({ instance }) => instance.group?.name);
  const lines = [
    say`id ${of(({ instance }) => instance.virtualRouterId?.value) || say`missing`} on ${of(({ instance }) => instance.interface?.value) || say`no interface`}`,
    say`VRRPv${of(({ instance }) => instance.effectiveVersion)}, every ${of(({ instance }) => instance.effectiveAdvertInterval)} s`,
    ...(members.some(({ instance }) => instance.unicastPeers.length > 0) ? [say`unicast`] : []),
    ...(groups === "" ? [] : [say`sync group ${groups}`]),
  ];
  return { id: routerId(index), kind: "virtual-router", label: of(({ instance }) => instance.name), lines };
}

function trackersPart(routers: readonly VirtualRouter[]): Part {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  for (const [index, { members }] of routers.entries()) {
    const weights = new Map<string, Map<string, string>>();
    for (const { host, instance } of members) {
      for (const tracker of [...instance.trackers, ...(instance.group?.trackers ?? [])]) {
        const id = `tracker ${tracker.kind} ${tracker.name}`;
        nodes.set(id, { id, kind: "tracker", label: tracker.name, lines: [tracker.kind] });
        weights.set(id, (weights.get(id) ?? new Map()).set(host.name, weightOf(tracker)));
      }
    }
    for (const [id, byHost] of weights) {
      edges.push({ from: id, to: routerId(index), kind: "tracks", label: byHosts(byHost, members.length) });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

function weightOf({ effectiveWeight, reverse, kind }: Tracker): string {
  if (effectiveWeight === 0) return "FAULT";
  // A track file's weight is multiplied with the number in the file.
  const weight = `${effectiveWeight > 0 ? "+" : "−"}${Math.abs(effectiveWeight)}${kind === "file" ? say` × value` : ""}`;
  return reverse ? say`${weight} reverse` : weight;
}

/** One value where all hosts agree, else who has which. */
function byHosts(values: ReadonlyMap<string, string>, hosts: number): string {
  const distinct = each([...values.values()]);
  if (values.size === hosts && new Set(values.values()).size === 1) return distinct;
  return [...values].map(([host, value]) => `${host} ${value}`).join(", ");
}

function addressesPart({ hosts }: Cluster, routers: readonly VirtualRouter[]): Part {
  const nodes = new Map<string, GraphNode>();
  const holds: GraphEdge[] = [];
  const serves = new Map<string, GraphEdge>();
  for (const [index, { members }] of routers.entries()) {
    const holders = new Map<string, string[]>();
    for (const { host, instance } of members) {
      const excluded = new Set(instance.excludedAddresses);
      for (const address of [...instance.addresses, ...instance.excludedAddresses]) {
        const { text } = address.value;
        const id = `address ${text}`;
        if (!nodes.has(id)) for (const edge of servedBy(hosts, address.value)) serves.set(`${id} ${edge.to}`, edge);
        nodes.set(id, { id, kind: "address", label: text, lines: excluded.has(address) ? [say`not advertised`] : [] });
        holders.set(id, [...(holders.get(id) ?? []), host.name]);
      }
    }
    for (const [id, names] of holders) {
      const label = new Set(names).size === members.length ? "" : say`only ${each(names)}`;
      holds.push({ from: routerId(index), to: id, kind: "holds", label });
    }
  }
  return { nodes: [...nodes.values()], edges: [...serves.values(), ...holds] };
}

function servedBy(hosts: readonly HostConfiguration[], address: IpAddress): readonly GraphEdge[] {
  return hosts.flatMap((host) =>
    keptServers(host)
      .filter((server) => serviceEntriesOf(server).some((entry) => isServedBy(entry, address)))
      .map(
        (server): GraphEdge => ({ from: `address ${address.text}`, to: serverId(server), kind: "serves", label: "" }),
      ),
  );
}

/** Virtual servers whose addresses no virtual router brings, and those of firewall marks. */
function directlyServed({ hosts }: Cluster, served: ReadonlySet<string>): readonly GraphEdge[] {
  return hosts.flatMap((host) =>
    keptServers(host)
      .map(serverId)
      .filter((id) => !served.has(id))
      .map((to): GraphEdge => ({ from: hostId(host), to, kind: "serves", label: "" })),
  );
}

function serversPart({ hosts }: Cluster): Part {
  const byId = new Map<string, { readonly host: HostConfiguration; readonly server: VirtualServer }[]>();
  for (const host of hosts) {
    for (const server of keptServers(host)) {
      byId.set(serverId(server), [...(byId.get(serverId(server)) ?? []), { host, server }]);
    }
  }
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  for (const [id, found] of byId) {
    nodes.set(id, serverNode(id, found, hosts.length));
    const sorries = new Map<string, GraphEdge>();
    const users = new Map<string, string[]>();
    for (const { host, server } of found) {
      for (const real of server.realServers) {
        const node = realNode(real, server);
        nodes.set(node.id, node);
        users.set(node.id, [...(users.get(node.id) ?? []), host.name]);
      }
      const sorry = server.sorryServer;
      if (sorry === undefined) continue;
      const label = socketName(sorry.address, sorry.port);
      nodes.set(`sorry ${label}`, { id: `sorry ${label}`, kind: "sorry-server", label, lines: [say`sorry server`] });
      sorries.set(label, { from: id, to: `sorry ${label}`, kind: "sorry", label: say`without quorum` });
    }
    edges.push(...sorries.values());
    for (const [to, names] of users) {
      const label = new Set(names).size === found.length ? "" : say`only ${each(names)}`;
      edges.push({ from: id, to, kind: "balances", label });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

/** What keepalived drops serves nobody. */
function keptServers({ virtualServers }: HostConfiguration): readonly VirtualServer[] {
  return virtualServers.filter(({ dropped }) => dropped === undefined);
}

function serverId(server: VirtualServer): string {
  return `server ${serviceName(server)} ${server.protocol?.value ?? ""}`;
}

/** More entries of a group than these are counted. */
const entriesShown = 6;

function serverNode(
  id: string,
  found: readonly { readonly host: HostConfiguration; readonly server: VirtualServer }[],
  hosts: number,
): GraphNode {
  const { server } = found[0]!;
  const method = [
    each(found.map((one) => one.server.protocol?.value)),
    each(found.map((one) => one.server.scheduler?.value)),
    each(found.map((one) => one.server.forwarding?.value)),
  ].filter((part) => part !== "");
  const quorum = each(found.map(({ server: one }) => (one.quorum === undefined ? undefined : one.effectiveQuorum)));
  const entries = server.service.kind === "group" ? serviceEntriesOf(server).map(entryName) : [];
  const rest = entries.length - entriesShown;
  const lines = [
    ...(method.length === 0 ? [] : [method.join(", ")]),
    ...(quorum === "" ? [] : [say`quorum ${quorum}`]),
    ...entries.slice(0, entriesShown),
    ...(rest > 0 ? [say`${rest} more`] : []),
    ...(new Set(found.map((one) => one.host)).size === hosts
      ? []
      : [say`only on ${each(found.map((one) => one.host.name))}`]),
  ];
  return { id, kind: "virtual-server", label: serviceName(server), lines };
}

function entryName(entry: ServiceEntry): string {
  if (entry.kind === "fwmark") return `fwmark ${entry.mark}`;
  if (entry.first === entry.last) return socketName({ family: entry.family, text: entry.first }, entry.port);
  return `${entry.first}-${entry.last}${entry.port === 0 ? "" : say` port ${entry.port}`}`;
}

/** A port is named where it is not the service's own, a weight where it is not 1. */
function realNode({ address, port, effectiveWeight }: RealServer, server: VirtualServer): GraphNode {
  const label = socketName(address, server.service.kind !== "address" || port === portOf(server) ? 0 : port);
  const lines = effectiveWeight === 1 ? [] : [say`weight ${effectiveWeight}`];
  return { id: `real ${label} ${lines.join()}`, kind: "real-server", label, lines };
}

/** Every value once, with ` / ` between. */
function each(values: readonly (string | number | undefined)[]): string {
  return [...new Set(values.filter((value) => value !== undefined && value !== ""))].join(" / ");
}
