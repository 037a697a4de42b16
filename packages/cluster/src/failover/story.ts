/** What happens to the hosts of a cluster, step by step: each step starts from a settled situation and ends in one. */
import type { VirtualRouter } from "../types.js";
import { compareSources } from "./addresses.js";
import { deafness } from "./hearing.js";
import { type Actor, type Advertisement, expire, receive, type World } from "./machine.js";
import { type Condition, take } from "./steps.js";
import type { Participant, Step } from "./types.js";

/** A settled state of all instances. Never changed: each step makes a new one. */
export interface Situation {
  readonly clock: number;
  readonly actors: readonly Actor[];
  readonly conditions: Readonly<Record<string, Condition>>;
}

/** How long an advertisement is on its way, in seconds. Anything short does. */
const travel = 0.0001;

/** All hosts started one after the other, in this order, each when the ones before have settled. */
export function beginStory(participants: readonly Participant[]): Situation {
  const actors = participants.map(
    (participant): Actor => ({
      participant,
      group: [],
      state: "off",
      wanted: "backup",
      faults: new Set(),
      base: participant.basePriority,
      priority: participant.basePriority,
      expires: Number.POSITIVE_INFINITY,
      wait: 0,
      masterInterval: participant.interval,
      preemptAt: undefined,
      since: 0,
    }),
  );
  for (const actor of actors) {
    const { group, host } = actor.participant;
    actor.group = actors.filter(
      (other) =>
        other === actor ||
        (group !== undefined && other.participant.host === host && other.participant.group === group),
    );
  }
  const names = [...new Set(participants.map(({ host }) => host.name))];
  const off: Condition = { running: false, linksDown: new Set(), failing: new Set(), broken: new Set() };
  const conditions = Object.fromEntries(names.map((name) => [name, off]));
  return names.reduce<Situation>((situation, host) => continueStory(situation, { kind: "back", host }), {
    clock: 0,
    actors,
    conditions,
  });
}

/** The situation after one more step. The masters have just advertised when it happens: times are the longest ones. */
export function continueStory(situation: Situation, step: Step): Situation {
  const actors = copyOf(situation.actors);
  const conditions = { ...situation.conditions };
  const mail: { readonly at: number; readonly advertisement: Advertisement }[] = [];
  const tasks: { readonly at: number; readonly action: () => void }[] = [];
  const isConnected = ({ participant: { host, instance } }: Actor): boolean => {
    const condition = conditions[host.name]!;
    return condition.running && !condition.linksDown.has(instance.interface?.value ?? "");
  };
  const world: World = {
    clock: situation.clock,
    actors,
    send(advertisement) {
      if (isConnected(advertisement.from)) mail.push({ at: world.clock + travel, advertisement });
    },
    later(seconds, action) {
      tasks.push({ at: world.clock + seconds, action });
      tasks.sort((one, other) => one.at - other.at);
    },
  };
  const hears = new Map<Actor, readonly Actor[]>();
  const hearersOf = (from: Actor): readonly Actor[] => {
    const known = hears.get(from) ?? actors.filter((actor) => isHeardBy(from, actor));
    hears.set(from, known);
    return known;
  };
  const deliver = ({ from, priority }: Advertisement): void => {
    for (const actor of hearersOf(from)) {
      if (isConnected(actor))
        receive(world, actor, { from, priority }, compareSources(from.participant, actor.participant));
    }
  };
  const runUntil = (end: number): void => {
    for (;;) {
      const next = actors.reduce((first, actor) => (actor.expires < first.expires ? actor : first));
      const never = Number.POSITIVE_INFINITY;
      const at = Math.min(next.expires, mail[0]?.at ?? never, tasks[0]?.at ?? never);
      if (at > end) break;
      world.clock = Math.max(world.clock, at);
      if (mail[0] && mail[0].at <= at) deliver(mail.shift()!.advertisement);
      else if (tasks[0] && tasks[0].at <= at) tasks.shift()!.action();
      else expire(world, next);
    }
    world.clock = end;
  };

  for (const actor of actors) if (actor.state === "master") expire(world, actor);
  runUntil(world.clock + 2 * travel);
  const started = world.clock;
  take(world, conditions, step);
  runUntil((tasks.at(-1)?.at ?? started) + settlingTime(actors));
  return { clock: world.clock, actors, conditions };
}

/** The hosts that hold the addresses. */
export function mastersOf({ actors }: Situation, router: VirtualRouter): readonly string[] {
  return mastersAmong(actors, router).map(({ participant }) => participant.host.name);
}

/** The hosts whose instance is in FAULT: they take no part in the election. */
export function faultsOf({ actors }: Situation, router: VirtualRouter): readonly string[] {
  return actors
    .filter(({ participant, state }) => participant.router === router && state === "fault")
    .map(({ participant }) => participant.host.name);
}

/** From the step that led to this situation until its last master had taken over, in seconds. */
export function secondsOf(before: Situation, after: Situation, router: VirtualRouter): number {
  const taken = mastersAmong(after.actors, router).map(({ since }) => since - before.clock - 2 * travel);
  return Math.max(0, ...taken);
}

function mastersAmong(actors: readonly Actor[], router: VirtualRouter): readonly Actor[] {
  return actors.filter(({ participant, state }) => participant.router === router && state === "master");
}

function isHeardBy(from: Actor, actor: Actor): boolean {
  const [sender, receiver] = [from.participant, actor.participant];
  return sender.router === receiver.router && sender.host !== receiver.host && deafness(receiver, sender) === undefined;
}

/** Long enough for every timer to run out and be answered, several times where groups wait for each other. */
function settlingTime(actors: readonly Actor[]): number {
  const interval = Math.max(...actors.map(({ participant }) => participant.interval));
  const adverts = Math.max(...actors.map(({ participant }) => participant.downTimerAdverts));
  const delay = Math.max(...actors.map(({ participant }) => participant.preemptDelay));
  return 4 * ((adverts + 2) * interval + 1) + delay;
}

function copyOf(actors: readonly Actor[]): readonly Actor[] {
  const copies = new Map(actors.map((actor) => [actor, { ...actor, faults: new Set(actor.faults) }]));
  for (const copy of copies.values()) copy.group = copy.group.map((member) => copies.get(member)!);
  return [...copies.values()];
}
