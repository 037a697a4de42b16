import {
  beginStory,
  type Cluster,
  continueStory,
  faultsOf,
  type HostEvent,
  mastersOf,
  type Participant,
  participantsOf,
  phraseOf,
  predictFailover,
} from "@kalint/cluster";
import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";

/** A cluster as a page shows it: plain values only. */
export interface ClusterView {
  readonly name: string;
  readonly hosts: readonly HostView[];
  readonly routers: readonly RouterView[];
}

interface HostView {
  readonly name: string;
  readonly place: Place;
  /** What can be switched off on it. */
  readonly switches: readonly SwitchView[];
}

interface SwitchView {
  readonly label: string;
  readonly step: HostEvent;
}

interface RouterView {
  readonly instance: string;
  readonly id?: number;
  readonly interface?: string;
  readonly addresses: readonly string[];
  readonly members: readonly { readonly host: string; readonly priority: number; readonly place: Place }[];
  /** Who holds the addresses once the steps of the "what if" have been taken. */
  readonly masters: readonly string[];
  /** Whose instance is in FAULT by then. */
  readonly faults: readonly string[];
  readonly outcomes: readonly OutcomeView[];
  readonly limits: readonly string[];
}

interface OutcomeView {
  readonly event: string;
  /** The hosts that it happens to. */
  readonly hosts: readonly string[];
  readonly masters: readonly string[];
  readonly seconds?: number;
  readonly why: string;
}

/** Every cluster, each after what is switched off in it, in that order. */
export function clusterViews(clusters: readonly Cluster[], steps: readonly HostEvent[]): readonly ClusterView[] {
  return clusters
    .filter(({ hosts, virtualRouters }) => hosts.length > 1 && virtualRouters.length > 0)
    .map((cluster) => viewOf(cluster, steps));
}

function viewOf(cluster: Cluster, steps: readonly HostEvent[]): ClusterView {
  const participants = participantsOf(cluster, cluster.virtualRouters);
  const names = new Set(cluster.hosts.map(({ name }) => name));
  const possible = steps.filter(({ host }) => names.has(host));
  const situation = participants.length === 0 ? undefined : possible.reduce(continueStory, beginStory(participants));
  return {
    name: cluster.name,
    hosts: cluster.hosts.map(({ name, effective }) => ({
      name,
      place: { file: effective.path, start: 0, end: 0 },
      switches: switchesOf(
        name,
        participants.filter(({ host }) => host.name === name),
      ),
    })),
    routers: predictFailover(cluster).map(
      ({ router, instance, id, interface: device, addresses, outcomes, limits }) => ({
        instance,
        ...(id !== undefined && { id }),
        ...(device !== undefined && { interface: device }),
        addresses,
        members: participants
          .filter((one) => one.router === router)
          .map((one) => ({ host: one.host.name, priority: one.basePriority, place: one.instance.place })),
        // A MASTER that does not list the addresses does not bring them up.
        masters: (situation ? mastersOf(situation, router) : []).filter((name) =>
          participants.some(
            ({ router: other, host, instance: one }) =>
              other === router &&
              host.name === name &&
              one.addresses.some(({ value }) => addresses.length === 0 || addresses.includes(value.text)),
          ),
        ),
        faults: situation ? faultsOf(situation, router) : [],
        outcomes: outcomes.map(({ event, masters, seconds, why }) => ({
          event: phraseOf(event),
          hosts: event.kind === "normal" ? [] : event.kind === "all" ? event.of.map(({ host }) => host) : [event.host],
          masters,
          ...(seconds !== undefined && { seconds }),
          why,
        })),
        limits,
      }),
    ),
  };
}

function switchesOf(host: string, participants: readonly Participant[]): readonly SwitchView[] {
  const steps: HostEvent[] = [{ kind: "lost", host }];
  for (const { instance, trackers } of participants) {
    const device = instance.interface?.value;
    if (device !== undefined) steps.push({ kind: "interface-down", host, interface: device });
    for (const { kind, name } of trackers) steps.push({ kind: "tracker-fails", host, tracker: { kind, name } });
  }
  const seen = new Set<string>();
  return steps.flatMap((step) => {
    const key = JSON.stringify(step);
    if (seen.has(key)) return [];
    seen.add(key);
    const label =
      step.kind === "interface-down"
        ? say`interface ${step.interface}`
        : step.kind === "tracker-fails"
          ? labelOf(step.tracker)
          : say`host`;
    return [{ label, step }];
  });
}

function labelOf({ kind, name }: Extract<HostEvent, { readonly kind: "tracker-fails" }>["tracker"]): string {
  switch (kind) {
    case "script":
      return say`script ${name}`;
    case "process":
      return say`process ${name}`;
    case "file":
      return say`file ${name}`;
    case "bfd":
      return say`BFD session ${name}`;
    default:
      return say`interface ${name}`;
  }
}
