/** Clusters with what is foreseen for them, and how bad that is. */

import type { Cluster, HostEvent, Outcome, RouterFailover, ServiceFailover, ServiceOutcome } from "@kalint/cluster";
import { say } from "@kalint/schema";

export interface PredictedCluster {
  readonly cluster: Cluster;
  readonly routers: readonly RouterFailover[];
  readonly services: readonly ServiceFailover[];
}

/** The worst virtual router and virtual server first, and the cluster with them. */
export function worstFirst(clusters: readonly PredictedCluster[]): readonly PredictedCluster[] {
  const worst = (cluster: PredictedCluster) =>
    Math.max(0, ...cluster.routers.map(badness), ...cluster.services.map(serviceBadness));
  return clusters
    .map(({ cluster, routers, services }) => ({
      cluster,
      routers: routers.toSorted((one, other) => badness(other) - badness(one)),
      services: services.toSorted((one, other) => serviceBadness(other) - serviceBadness(one)),
    }))
    .toSorted((one, other) => worst(other) - worst(one));
}

/** What a run may fail on: a check that cannot move an address, two hosts with one, nobody with or behind one. */
export type Weakness = "never" | "split" | "outage";

export const weaknesses: readonly Weakness[] = ["never", "split", "outage"];

/** What one event alone does to the cluster: how many events there are of each kind. */
export function weaknessesOf(clusters: readonly PredictedCluster[]): Readonly<Record<Weakness, number>> {
  const found = { never: 0, split: 0, outage: 0 };
  for (const { routers, services } of clusters) {
    for (const router of routers) {
      for (const outcome of router.outcomes.filter(isSingle)) {
        if (outcome.masters.length === 0) found.outage++;
        else if (outcome.masters.length > 1) found.split++;
        else if (movesNothing(outcome, router)) found.never++;
      }
    }
    found.outage += services.filter((service) => serviceBadness(service) > 2).length;
  }
  return found;
}

/** The answer in a line, before the tables. */
export function verdictOf(clusters: readonly PredictedCluster[]): string {
  const { never, split, outage } = weaknessesOf(clusters);
  const counted = (count: number, one: string, several: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  const parts = [
    ...counted(
      outage,
      say`event leaves nobody with an address or a service`,
      say`events leave nobody with an address or a service`,
    ),
    ...counted(split, say`event leaves two hosts with one address`, say`events leave two hosts with one address`),
    ...counted(never, say`failing check moves no address`, say`failing checks move no address`),
  ];
  return parts.length === 0
    ? say`every single failure leaves exactly one MASTER`
    : parts.reduce((all, part) => say`${all}; ${part}`);
}

export function isBroken({ masters }: Outcome): boolean {
  return masters.length !== 1;
}

/** A tracker that fails on the host that has the addresses, and leaves them there. */
export function movesNothing(outcome: Outcome, { outcomes }: RouterFailover): boolean {
  const { event, masters } = outcome;
  const normal = outcomes[0]?.masters ?? [];
  return (
    event.kind === "tracker-fails" &&
    normal.length === 1 &&
    masters.length === 1 &&
    masters[0] === event.host &&
    normal[0] === event.host
  );
}

/** Whether an event is worth a line: it changes something, or hits the host that has the addresses. */
export function isTelling(outcome: Outcome, failover: RouterFailover): boolean {
  const { event, masters } = outcome;
  const normal = failover.outcomes[0]?.masters ?? [];
  if (event.kind === "normal") return true;
  if (event.kind === "all") {
    if (movesTogether(outcome, failover)) return true;
    return isBroken(outcome) && event.of.every((one) => survives(one, failover));
  }
  return normal.includes(event.host) || masters.join(" ") !== normal.join(" ");
}

/** Checks that move the addresses only where they fail together: each alone leaves the priority high enough. */
function movesTogether({ event, masters }: Outcome, failover: RouterFailover): boolean {
  const normal = failover.outcomes[0]?.masters ?? [];
  if (event.kind !== "all" || masters.length !== 1 || masters[0] === normal[0]) return false;
  return event.of.every((one) => {
    const alone = failover.outcomes.find((outcome) => JSON.stringify(outcome.event) === JSON.stringify(one));
    return alone !== undefined && movesNothing(alone, failover);
  });
}

/** Whether one of a pair's events alone leaves exactly one master: otherwise its own line has said it. */
function survives(event: HostEvent, { outcomes }: RouterFailover): boolean {
  const alone = outcomes.find((outcome) => JSON.stringify(outcome.event) === JSON.stringify(event));
  return alone !== undefined && !isBroken(alone);
}

function isSingle({ event }: Outcome): boolean {
  return event.kind !== "all";
}

/** Split brain and outage in normal operation, then after one event, then checks without effect, then pairs. */
function badness(failover: RouterFailover): number {
  const marks = failover.outcomes.map((outcome) => {
    if (isBroken(outcome)) return outcome.event.kind === "normal" ? 4 : isSingle(outcome) ? 3 : 1;
    return movesNothing(outcome, failover) ? 2 : 0;
  });
  return Math.max(0, ...marks);
}

/** Nobody gets the connections. */
export function isUnserved({ servers }: ServiceOutcome): boolean {
  return servers.length === 0;
}

/** A real server fails, and nothing takes it out. */
export function isUnnoticed({ event, servers }: ServiceOutcome): boolean {
  return (
    event.kind === "real-servers-fail" && event.realServers.length === 1 && servers.includes(event.realServers[0]!)
  );
}

/** Nobody serves from the start, then after one failure, then failures that nothing notices or a quorum never gained. */
function serviceBadness({ outcomes }: ServiceFailover): number {
  const marks = outcomes.map((outcome) => {
    const { event, quorum } = outcome;
    if (event.kind === "normal") return isUnserved(outcome) ? 4 : quorum === "lost" ? 2 : 0;
    if (event.kind !== "real-servers-fail" || event.realServers.length > 1) return 0;
    return isUnserved(outcome) ? 3 : isUnnoticed(outcome) ? 2 : 0;
  });
  return Math.max(0, ...marks);
}
