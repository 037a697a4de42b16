import {
  type Cluster,
  type FailoverEvent,
  type HostEvent,
  type Outcome,
  type Participant,
  participantsOf,
  phraseOf,
  predictFailover,
  type RouterFailover,
} from "@kalint/cluster";
import { createMemory, type HostConfiguration, isSamePlace, type Place, type VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Document } from "./document.js";

/** One instance of one host with what is predicted for its virtual router. */
export interface Standing {
  readonly cluster: Cluster;
  readonly host: HostConfiguration;
  readonly instance: VrrpInstance;
  /** Absent where the host's instance takes no part. */
  readonly participant: Participant | undefined;
  readonly participants: readonly Participant[];
  /** One for each set of addresses that the same hosts have; empty where nobody else has this virtual router. */
  readonly failover: readonly RouterFailover[];
}

/** The instances of all hosts that have their name at a place. */
export function standingsAt(document: Document, at: Pick<Place, "file" | "start">): readonly Standing[] {
  return document.clusters.flatMap((cluster) =>
    cluster.hosts.flatMap((host) =>
      host.instances
        .filter(({ place }) => isSamePlace(place, at))
        .map((instance) => standingOf(cluster, host, instance)),
    ),
  );
}

export function standingOf(cluster: Cluster, host: HostConfiguration, instance: VrrpInstance): Standing {
  const { failover, participants } = predicted(cluster);
  const participant = participants.find((one) => one.host === host && one.instance === instance);
  const router = participant?.router;
  return {
    cluster,
    host,
    instance,
    participant,
    participants: participants.filter((one) => one.router === router),
    failover: cluster.hosts.length > 1 ? failover.filter((one) => one.router === router) : [],
  };
}

/** With more virtual routers a prediction takes longer than a person waits between two keys: only its page has it then. */
const most = 100;

/** A cluster is a value that never changes: what follows from it is kept with it. */
const known = createMemory<
  Cluster,
  { readonly failover: readonly RouterFailover[]; readonly participants: readonly Participant[] }
>();

export function predicted(cluster: Cluster) {
  const failover = (): readonly RouterFailover[] =>
    cluster.virtualRouters.length > most ? [] : predictFailover(cluster);
  const kept = known.get(cluster) ?? { failover: failover(), participants: participantsOf(cluster) };
  known.set(cluster, kept);
  return kept;
}

/** `lb2 after 3.8 s`, `nobody`, `lb1 and lb2`. */
export function mastersIn({ masters, seconds }: Outcome): string {
  if (masters.length === 0) return say`nobody`;
  const names = masters.length < 2 ? masters.join("") : say`${masters.slice(0, -1).join(", ")} and ${masters.at(-1)}`;
  return seconds === undefined ? names : say`${names} after ${seconds} s`;
}

/** What happens to the MASTER first, in the order of the table: the events of one host that move the addresses. */
export function movesOf({ outcomes }: RouterFailover): readonly Outcome[] {
  const normal = outcomes.find(({ event }) => event.kind === "normal");
  return outcomes.filter(
    ({ event, masters }) =>
      event.kind !== "normal" &&
      event.kind !== "back" &&
      event.kind !== "all" &&
      !isSame(masters, normal?.masters ?? []),
  );
}

/** What comes of a tracker's failure on a host. */
export function trackerOutcome(
  failover: RouterFailover,
  host: string,
  kind: string,
  name: string,
): Outcome | undefined {
  const isIt = (event: FailoverEvent): event is HostEvent =>
    event.kind === "tracker-fails" && event.host === host && event.tracker.kind === kind && event.tracker.name === name;
  return failover.outcomes.find(({ event }) => isIt(event));
}

export { phraseOf };

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
