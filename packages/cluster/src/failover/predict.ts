import { say } from "@kalint/schema";
import type { Cluster, VirtualRouter } from "../types.js";
import { eventsOf } from "./events.js";
import { explain } from "./explain.js";
import { limitsOf } from "./limits.js";
import { detectionTime, participantOf } from "./participant.js";
import { beginStory, continueStory, mastersOf, type Situation, secondsOf } from "./story.js";
import type { FailoverEvent, HostEvent, Outcome, Participant, RouterFailover } from "./types.js";

/**
 * Who holds the addresses of each virtual router of a cluster, and who after each event that can be foreseen.
 * The hosts are taken to have started one after the other, in the order of the cluster.
 */
export function predictFailover(cluster: Cluster): readonly RouterFailover[] {
  return linkedRouters(cluster).flatMap((routers) => {
    const participants = participantsOf(cluster, routers);
    const normal = beginStory(participants);
    const events = eventsOf(participants);
    const told = events.map((event) => ({ event, ...tell(normal, event) }));
    return routers.flatMap((router) => {
      const own = participants.filter((participant) => participant.router === router);
      const concerning = told.filter(({ event }) => concerns(event, own));
      const outcomes = concerning.map(({ event, before, after }) => outcomeOf(event, before, after, router));
      return addressSets(own).map(
        ({ addresses, hosts }): RouterFailover => ({
          router,
          ...namesOf(own),
          addresses,
          outcomes: hosts === undefined ? outcomes : outcomes.map((outcome) => heldBy(outcome, hosts)),
          limits: limitsOf(own),
        }),
      );
    });
  });
}

/** The instances of all hosts that take part in these virtual routers, host by host. */
export function participantsOf(cluster: Cluster, routers = cluster.virtualRouters): readonly Participant[] {
  return cluster.hosts.flatMap((host) =>
    routers.flatMap((router) =>
      router.members
        .filter((member) => member.host === host)
        .map(({ instance }) => participantOf(host, instance, router)),
    ),
  );
}

/** Virtual routers that sync groups tie together, or that stand alone. */
function linkedRouters({ hosts, virtualRouters }: Cluster): readonly (readonly VirtualRouter[])[] {
  const sets = virtualRouters.map((router) => new Set([router]));
  for (const host of hosts) {
    for (const group of host.syncGroups) {
      const isTied = (router: VirtualRouter) => router.members.some(({ instance }) => instance.group === group);
      const tied = sets.filter((set) => [...set].some(isTied));
      for (const other of tied.slice(1)) {
        for (const router of other) tied[0]!.add(router);
        other.clear();
      }
    }
  }
  return sets.filter(({ size }) => size > 0).map((set) => virtualRouters.filter((router) => set.has(router)));
}

interface Told {
  readonly before: Situation;
  readonly after: Situation;
}

/** `back` follows on `lost`; the events of `all` follow on each other. */
function tell(normal: Situation, event: FailoverEvent): Told {
  if (event.kind === "normal") return { before: normal, after: normal };
  const steps: readonly HostEvent[] =
    event.kind === "all" ? event.of : event.kind === "back" ? [{ ...event, kind: "lost" }, event] : [event];
  return steps.reduce<Told>(({ after }, step) => ({ before: after, after: continueStory(after, step) }), {
    before: normal,
    after: normal,
  });
}

/** Whether an event touches the virtual router at all. */
function concerns(event: FailoverEvent, participants: readonly Participant[]): boolean {
  if (event.kind === "normal") return true;
  if (event.kind === "all") return event.of.every((one) => concerns(one, participants));
  return participants.some(({ host }) => host.name === event.host);
}

interface AddressSet {
  readonly addresses: readonly string[];
  /** Those that list them; absent where all hosts do. */
  readonly hosts?: readonly string[];
}

/** The addresses of a virtual router, apart where only some hosts list them: an address follows the hosts that have it. */
function addressSets(participants: readonly Participant[]): readonly AddressSet[] {
  const listing = new Map<string, string[]>();
  for (const { instance, host } of participants) {
    for (const { value } of instance.addresses)
      listing.set(value.text, [...(listing.get(value.text) ?? []), host.name]);
  }
  const sets = new Map<string, { readonly addresses: string[]; readonly hosts: readonly string[] }>();
  for (const [address, hosts] of listing) {
    const key = hosts.join("\0");
    const known = sets.get(key);
    if (known) known.addresses.push(address);
    else sets.set(key, { addresses: [address], hosts });
  }
  if (sets.size === 0) return [{ addresses: [] }];
  const all = new Set(participants.map(({ host }) => host.name)).size;
  return [...sets.values()].map(({ addresses, hosts }) => ({
    addresses,
    ...(new Set(hosts).size < all && { hosts }),
  }));
}

/** The outcome for addresses that only these hosts list: a MASTER without them does not bring them up. */
function heldBy(outcome: Outcome, hosts: readonly string[]): Outcome {
  const masters = outcome.masters.filter((host) => hosts.includes(host));
  const without = outcome.masters.filter((host) => !hosts.includes(host));
  if (without.length === 0) return outcome;
  const { seconds, ...rest } = outcome;
  return {
    ...rest,
    masters,
    ...(masters.length > 0 && seconds !== undefined && { seconds }),
    why: say`${without.join(say` and `)} is MASTER and does not list ${hosts.length === 1 ? say`what only ${hosts[0]} lists` : "them"}: ${outcome.why}`,
  };
}

function namesOf(
  participants: readonly Participant[],
): Omit<RouterFailover, "router" | "addresses" | "outcomes" | "limits"> {
  const { instance, family } = participants[0]!;
  const { interface: device } = instance;
  return {
    instance: instance.name,
    id: instance.virtualRouterId?.value,
    family,
    interface: device?.value,
  };
}

function outcomeOf(event: FailoverEvent, before: Situation, after: Situation, router: VirtualRouter): Outcome {
  const masters = mastersOf(after, router);
  const moved = masters.some((host) => !mastersOf(before, router).includes(host));
  const why = explain(event, before, after, router);
  if (!moved || event.kind === "normal" || event.kind === "back") return { event, masters, why };
  return { event, masters, seconds: rounded(secondsOf(before, after, router) + detection(event, after)), why };
}

/** How long it takes until the daemon believes that a tracked script fails. */
function detection(event: FailoverEvent, { actors }: Situation): number {
  const last = event.kind === "all" ? event.of.at(-1)! : event;
  if (last.kind !== "tracker-fails") return 0;
  const host = actors.find(({ participant }) => participant.host.name === last.host)?.participant.host;
  return host ? detectionTime(host, last.tracker) : 0;
}

/** Tenths of a second, and hundredths below one tenth. */
function rounded(seconds: number): number {
  return seconds < 0.1 ? Math.round(seconds * 100) / 100 : Math.round(seconds * 10) / 10;
}
