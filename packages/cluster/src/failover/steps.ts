import { switchesOf } from "@kalint/schema";
/** What each step does to a host and to its instances. */
import { type Actor, begin, enter, fall, rise, type World, weigh } from "./machine.js";
import { brokenSessions, sessionTimeout } from "./sessions.js";
import { effectOf, priorityWith } from "./trackers.js";
import type { Participant, Step, TrackerName } from "./types.js";

/** What is the matter with one host. */
export interface Condition {
  readonly running: boolean;
  readonly linksDown: ReadonlySet<string>;
  /** Trackers, as `keyOf` names them. */
  readonly failing: ReadonlySet<string>;
  /** BFD sessions with other hosts of the cluster that are down for what is the matter with one of both. */
  readonly broken: ReadonlySet<string>;
}

/** Changes the world's actors and the condition of the step's host. A host that is not in the cluster changes nothing. */
export function take(world: World, conditions: Record<string, Condition>, step: Step): void {
  const own = world.actors.filter(({ participant }) => participant.host.name === step.host);
  const before = conditions[step.host];
  if (!before) return;
  const earlier = { ...conditions };
  const change = (condition: Partial<Condition>): void => {
    conditions[step.host] = { ...before, ...condition };
    for (const { participant } of world.actors) {
      const { host } = participant;
      conditions[host.name] = { ...conditions[host.name]!, broken: brokenSessions(host, world.actors, conditions) };
    }
  };
  switch (step.kind) {
    case "back":
      change({ running: true });
      for (const actor of own) prepare(actor, conditions[step.host]!);
      for (const actor of own) if (actor.participant.refusal === undefined) begin(world, actor);
      break;
    case "stopped":
      for (const actor of own) if (actor.state === "master") world.send({ from: actor, priority: 0 });
      change({ running: false });
      shutDown(world, own);
      break;
    case "lost":
      change({ running: false });
      shutDown(world, own);
      break;
    case "interface-down":
    case "interface-up": {
      const linksDown = new Set(before.linksDown);
      if (step.kind === "interface-down") linksDown.add(step.interface);
      else linksDown.delete(step.interface);
      change({ linksDown });
      const isLost = before.linksDown.has(step.interface) !== linksDown.has(step.interface);
      if (isLost) for (const actor of own) moveLink(world, actor, step.interface, linksDown.has(step.interface));
      moveTracker(world, own, { kind: "interface", name: step.interface }, before, conditions);
      break;
    }
    case "tracker-fails":
    case "tracker-recovers": {
      if (step.tracker.kind === "interface") {
        const kind = step.kind === "tracker-fails" ? "interface-down" : "interface-up";
        take(world, conditions, { kind, host: step.host, interface: step.tracker.name });
        return;
      }
      const failing = new Set(before.failing);
      if (step.kind === "tracker-fails") failing.add(keyOf(step.tracker));
      else failing.delete(keyOf(step.tracker));
      change({ failing });
      moveTracker(world, own, step.tracker, before, conditions);
    }
  }
  moveSessions(world, step, earlier, conditions);
}

/** What happens to one host is noticed by the others at the far ends of its sessions, and by itself. */
function moveSessions(
  world: World,
  step: Step,
  earlier: Readonly<Record<string, Condition>>,
  conditions: Readonly<Record<string, Condition>>,
): void {
  for (const [host, { running, broken }] of Object.entries(conditions)) {
    const before = earlier[host]!;
    // A daemon that has just started was prepared for what it finds.
    if (!running || !before.running) continue;
    const own = world.actors.filter(({ participant }) => participant.host.name === host);
    for (const name of new Set([...before.broken, ...broken])) {
      const isTold = step.host === host && "tracker" in step && keyOf(step.tracker) === `bfd ${name}`;
      if (!isTold && before.broken.has(name) !== broken.has(name)) {
        const move = (): void => moveTracker(world, own, { kind: "bfd", name }, before, conditions);
        if (broken.has(name)) world.later(sessionTimeout(own[0]!.participant.host, name, world.actors), move);
        else move();
      }
    }
  }
}

function shutDown(world: World, actors: readonly Actor[]): void {
  for (const actor of actors) {
    enter(world, actor, "off");
    actor.expires = Number.POSITIVE_INFINITY;
  }
}

/** Faults and priority of a daemon that starts under these conditions. */
function prepare(actor: Actor, condition: Condition): void {
  const { participant } = actor;
  const fails = failsUnder(condition);
  const trackers = trackersOf(participant);
  actor.base = participant.basePriority;
  actor.priority = priorityWith(participant.basePriority, trackers, fails);
  actor.state = "off";
  actor.faults.clear();
  for (const tracker of trackers) {
    if (effectOf(tracker, fails(tracker)) === "fault") actor.faults.add(reasonOf(participant, tracker));
  }
  for (const name of condition.linksDown) {
    if (needsLink(participant, name)) actor.faults.add(reasonOf(participant, { kind: "interface", name }));
  }
}

function moveLink(world: World, actor: Actor, link: string, down: boolean): void {
  if (!needsLink(actor.participant, link)) return;
  const reason = reasonOf(actor.participant, { kind: "interface", name: link });
  if (down) fall(world, actor, reason);
  else rise(world, actor, reason);
}

/** One name for all interfaces where the daemon has one flag for them. */
function reasonOf({ host }: Participant, tracker: TrackerName): string {
  const isShared = tracker.kind === "interface" && switchesOf(host.effective.target).sharesInterfaceFault;
  return isShared ? "interface" : keyOf(tracker);
}

/** Its own interface, and those of its addresses. */
function needsLink({ instance, ignoresInterface }: Participant, link: string): boolean {
  if (instance.interface?.value === link) return !ignoresInterface;
  return instance.addresses.some(({ device }) => device?.value === link);
}

function moveTracker(
  world: World,
  actors: readonly Actor[],
  tracker: TrackerName,
  before: Condition,
  conditions: Readonly<Record<string, Condition>>,
): void {
  for (const actor of actors) {
    const { participant } = actor;
    const weighing = trackersOf(participant).find((one) => one.kind === tracker.kind && one.name === tracker.name);
    if (!weighing) continue;
    const condition = conditions[participant.host.name]!;
    const [was, is] = [before, condition].map((one) => effectOf(weighing, failsUnder(one)(weighing)));
    const reason = reasonOf(participant, weighing);
    if (was !== is && is === "fault") fall(world, actor, reason);
    if (was !== is && was === "fault") rise(world, actor, reason);
    weigh(world, actor, priorityWith(participant.basePriority, trackersOf(participant), failsUnder(condition)));
  }
}

/** An interface that the instance needs anyway is not tracked a second time. */
function trackersOf(participant: Participant): Participant["trackers"] {
  const own = participant.instance.interface?.value;
  return participant.trackers.filter(
    ({ kind, name }) => kind !== "interface" || (name !== own && !needsLink(participant, name)),
  );
}

function failsUnder({ failing, linksDown, broken }: Condition): (tracker: TrackerName) => boolean {
  return (tracker) => {
    if (tracker.kind === "interface") return linksDown.has(tracker.name);
    return failing.has(keyOf(tracker)) || (tracker.kind === "bfd" && broken.has(tracker.name));
  };
}

function keyOf({ kind, name }: TrackerName): string {
  return `${kind} ${name}`;
}
