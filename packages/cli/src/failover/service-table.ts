/** The table of one virtual server: who gets its connections. */

import { type Cluster, phraseOfService, type ServiceFailover, type ServiceOutcome } from "@kalint/cluster";
import { say } from "@kalint/schema";
import type { Colours } from "../render/colours.js";
import { harmless } from "../render/width.js";
import { grid, type Row, titleGap } from "./grid.js";
import { isUnnoticed, isUnserved } from "./predicted.js";

const headings = (): Row => [say`event`, say`served by`, say`after`, say`why`];

export function serviceTable(cluster: Cluster, service: ServiceFailover, colours: Colours, width: number): string {
  const outcomes = inOrder(service.outcomes);
  const rows = outcomes.map((outcome) => rowOf(outcome, service));
  const paints = outcomes.map((outcome) => colourOf(outcome, colours));
  return grid(
    { title: titleOf(cluster, service), headings: headings(), rows, paints, limits: service.limits },
    colours,
    width,
  );
}

function titleOf(cluster: Cluster, { name, protocol, hosts, instances, facts }: ServiceFailover): string {
  const everywhere = hosts.length === cluster.hosts.length;
  const parts = [
    say`cluster ${cluster.name}: ${cluster.hosts.map((host) => host.name).join(", ")}`,
    say`virtual server ${name} ${protocol}${everywhere ? "" : say` of ${hosts.join(", ")}`}`,
    instances.length === 0 ? say`on no virtual address` : say`on the MASTER of ${instances.join(", ")}`,
    ...(facts.sorryServer === undefined ? [] : [say`sorry server ${facts.sorryServer.name}`]),
  ];
  return harmless(parts.join(titleGap));
}

/** `normal`, then what leaves nobody or goes unnoticed, then the rest as it comes. */
function inOrder(outcomes: readonly ServiceOutcome[]): readonly ServiceOutcome[] {
  const rank = (outcome: ServiceOutcome): number => {
    const { event } = outcome;
    if (event.kind === "normal") return 0;
    if (event.kind === "real-servers-back" || event.realServers.length > 1) return 3;
    return isUnserved(outcome) || isUnnoticed(outcome) ? 1 : 2;
  };
  return outcomes.toSorted((one, other) => rank(one) - rank(other));
}

function rowOf(outcome: ServiceOutcome, { facts }: ServiceFailover): Row {
  const { event, seconds, why } = outcome;
  const after = isUnnoticed(outcome) ? say`never` : seconds === undefined ? "" : `${seconds} s`;
  return [harmless(phraseOfService(event, facts.servers.length)), holderOf(outcome, facts), after, harmless(why)];
}

function holderOf({ servers, sorry }: ServiceOutcome, facts: ServiceFailover["facts"]): string {
  if (servers.length === 0) return say`nobody`;
  if (sorry) return say`sorry server`;
  if (servers.length === 1) return servers[0]!;
  return servers.length === facts.servers.length
    ? say`all ${servers.length}`
    : say`${servers.length} of ${facts.servers.length}`;
}

function colourOf(outcome: ServiceOutcome, colours: Colours): (text: string) => string {
  if (isUnserved(outcome)) return colours.red;
  return isUnnoticed(outcome) || outcome.quorum === "lost" ? colours.yellow : (text) => text;
}
