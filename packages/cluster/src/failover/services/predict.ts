import type { HostConfiguration, VirtualServer } from "@kalint/daemon";
import { isServedBy, protocolOf, serviceEntriesOf, serviceName } from "@kalint/daemon";
import type { Cluster } from "../../types.js";
import { explainService } from "./explain.js";
import { serviceFactsOf } from "./facts.js";
import { serviceLimits } from "./limits.js";
import { failServer, type Pool, recoverServer, startPool, tableOf } from "./pool.js";
import type { ServiceEvent, ServiceFacts, ServiceFailover, ServiceOutcome } from "./types.js";

/**
 * Who serves each virtual server of a cluster, and who after each failure of real servers. Virtual servers that hosts
 * have exactly alike are one; those that differ are foretold each for its own hosts.
 */
export function predictServices(cluster: Cluster): readonly ServiceFailover[] {
  const alike = new Map<string, { host: HostConfiguration; server: VirtualServer; facts: ServiceFacts }[]>();
  for (const host of cluster.hosts) {
    for (const server of host.virtualServers) {
      if (server.dropped) continue;
      const facts = serviceFactsOf(server);
      const key = JSON.stringify([serviceName(server), protocolOf(server), facts]);
      alike.set(key, [...(alike.get(key) ?? []), { host, server, facts }]);
    }
  }
  return [...alike.values()].map((members): ServiceFailover => {
    const { server, facts } = members[0]!;
    return {
      name: serviceName(server),
      protocol: protocolOf(server),
      hosts: [...new Set(members.map(({ host }) => host.name))],
      instances: [...new Set(members.flatMap(({ host, server: own }) => instancesOf(host, own)))],
      facts,
      outcomes: outcomesOf(facts),
      limits: serviceLimits(members.map((member) => member.server)),
    };
  });
}

/** The instances that bring an address of the virtual server to the host. */
function instancesOf(host: HostConfiguration, server: VirtualServer): readonly string[] {
  const entries = serviceEntriesOf(server);
  return host.instances
    .filter(({ addresses, excludedAddresses }) =>
      [...addresses, ...excludedAddresses].some(({ value }) => entries.some((entry) => isServedBy(entry, value))),
    )
    .map(({ name }) => name);
}

/** After the start every check passes; from there each event happens alone. */
function outcomesOf(facts: ServiceFacts): readonly ServiceOutcome[] {
  const all = facts.servers.map((_, index) => index);
  const normal = all.reduce(recoverServer, startPool(facts));
  const checked = all.filter((index) => facts.servers[index]!.checked);
  const failing = (indices: readonly number[]) => indices.reduce(failServer, normal);

  const singles = classesOf(facts).map((members): ServiceOutcome => {
    const [first, ...others] = members as [number, ...number[]];
    const alike = others.map((index) => facts.servers[index]!.name);
    const event = { ...failure(facts, [first]), ...(alike.length > 0 && { alike }) };
    return outcomeOf(event, normal, failing([first]));
  });
  const several = [fewestToLose(normal, checked), checked]
    .filter((indices): indices is readonly number[] => indices !== undefined && indices.length > 1)
    .filter((indices, index, list) => list.findIndex(({ length }) => length === indices.length) === index)
    .map((indices) => outcomeOf(failure(facts, indices), normal, failing(indices)));
  return [
    outcomeOf({ kind: "normal" }, normal, normal),
    ...singles,
    ...several,
    ...recovery(facts, failing(checked), checked),
  ];
}

function failure(facts: ServiceFacts, indices: readonly number[]): ServiceEvent & { kind: "real-servers-fail" } {
  return { kind: "real-servers-fail", realServers: indices.map((index) => facts.servers[index]!.name) };
}

/** Servers of which the same is true, in the order of the file. */
function classesOf({ servers }: ServiceFacts): readonly (readonly number[])[] {
  const classes = new Map<string, number[]>();
  for (const [index, { name: _, ...rest }] of servers.entries()) {
    const key = JSON.stringify(rest);
    classes.set(key, [...(classes.get(key) ?? []), index]);
  }
  return [...classes.values()];
}

/** The fewest failures that lose the quorum: the heaviest servers first. */
function fewestToLose(normal: Pool, checked: readonly number[]): readonly number[] | undefined {
  if (!normal.quorumUp) return undefined;
  const weightOf = (index: number) => normal.facts.servers[index]!.weight;
  const heaviest = checked.toSorted((one, other) => weightOf(other) - weightOf(one));
  let pool = normal;
  for (const [position, index] of heaviest.entries()) {
    pool = failServer(pool, index);
    if (!pool.quorumUp) return heaviest.slice(0, position + 1).toSorted((one, other) => one - other);
  }
  return undefined;
}

/** How many must come back, after all have failed, until the quorum is there again. */
function recovery(facts: ServiceFacts, down: Pool, checked: readonly number[]): readonly ServiceOutcome[] {
  if (down.quorumUp) return [];
  let pool = down;
  for (const [position, index] of checked.entries()) {
    pool = recoverServer(pool, index);
    if (!pool.quorumUp) continue;
    const realServers = checked.slice(0, position + 1).map((each) => facts.servers[each]!.name);
    return [outcomeOf({ kind: "real-servers-back", realServers }, down, pool)];
  }
  return [];
}

function outcomeOf(event: ServiceEvent, before: Pool, after: Pool): ServiceOutcome {
  const servers = [...tableOf(after)].filter(([, weight]) => weight > 0).map(([name]) => name);
  const seconds = event.kind === "real-servers-fail" && before !== after ? noticedAfter(event, after) : undefined;
  return {
    event,
    servers,
    sorry: after.sorry,
    quorum: after.quorumUp ? "up" : "lost",
    ...(seconds !== undefined && { seconds }),
    why: explainService(event, before, after),
  };
}

/** All of them have been noticed when the slowest check has. */
function noticedAfter({ realServers }: ServiceEvent & { kind: "real-servers-fail" }, { facts }: Pool) {
  const times = realServers.map((name) => facts.servers.find((server) => server.name === name)?.detection?.seconds);
  return times.every((time): time is number => time !== undefined) ? Math.max(...times) : undefined;
}
