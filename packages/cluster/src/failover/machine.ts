import { protocol, switchesOf } from "@kalint/schema";
/**
 * The state machine of one instance, as keepalived runs it (2.2.7 and 2.4.3, vrrp/vrrp.c and vrrp/vrrp_scheduler.c).
 * Time is in seconds. The functions change the actors of the world that they are given; `story.ts` keeps the worlds apart.
 */
import { leaveFaultTogether, mayBecomeMaster, syncBackup, syncFault, syncMaster } from "./group.js";
import type { Participant } from "./types.js";

export type State = "off" | "fault" | "backup" | "master";

export interface Actor {
  readonly participant: Participant;
  /** Members of the same sync group on the same host, itself included; alone where there is no group. */
  group: Actor[];
  state: State;
  wanted: Exclude<State, "off">;
  /** Reasons to be in FAULT, as `steps.ts` names them. */
  readonly faults: Set<string>;
  /** 255 for an owner, until another owner makes it give way. */
  base: number;
  priority: number;
  /** When the next thing happens by itself: the master sends, the backup takes over. */
  expires: number;
  /** How long a backup's timer was set for: the skew alone after a goodbye. */
  wait: number;
  /** The master's, which VRRPv3 learns from advertisements. */
  masterInterval: number;
  /** When `preempt_delay` has passed. */
  preemptAt: number | undefined;
  /** Since when it has been in this state. */
  since: number;
}

export interface Advertisement {
  readonly from: Actor;
  readonly priority: number;
}

export interface World {
  clock: number;
  readonly actors: readonly Actor[];
  /** Sends to everyone who can hear it, a moment later. */
  readonly send: (advertisement: Advertisement) => void;
  /** Lets something happen in so many seconds. */
  readonly later: (seconds: number, action: () => void) => void;
}

export function skew({ participant: { version }, masterInterval, priority }: Actor): number {
  return ((protocol.priorities - priority) / protocol.priorities) * (version === 3 ? masterInterval : 1);
}

export function downTime(actor: Actor): number {
  return actor.participant.downTimerAdverts * actor.masterInterval + skew(actor);
}

export function enter(world: World, actor: Actor, state: State): void {
  if (actor.state === state) return;
  actor.state = state;
  actor.since = world.clock;
}

export function startTimer(world: World, actor: Actor, seconds = downTime(actor)): void {
  actor.wait = seconds;
  if (actor.state === "backup") actor.expires = world.clock + seconds;
  else if (actor.state === "master") actor.expires = world.clock + actor.participant.interval;
  else actor.expires = Number.POSITIVE_INFINITY;
}

/** keepalived has started: an owner takes over at once, everyone else listens first, also with `state MASTER`. */
export function begin(world: World, actor: Actor): void {
  const { participant } = actor;
  const faulty = actor.group.some(({ faults }) => faults.size > 0);
  const wanted = participant.initialState;
  // A script without weight must have answered once, a BFD session come up; only an owner's wish to be MASTER survives that.
  const waits = participant.trackers.some(({ kind, weight }) => (kind === "script" || kind === "bfd") && weight === 0);
  actor.wanted = faulty ? "fault" : waits && !participant.owner ? "backup" : wanted;
  actor.masterInterval = participant.interval;
  actor.preemptAt = undefined;
  enter(world, actor, faulty ? "fault" : "backup");
  const ownersOnly = actor.group.every(({ participant: one }) => one.owner && one.initialState === "master");
  if (ownersOnly && actor.wanted === "master") startTimer(world, actor, 0);
  else if (actor.group.length > 1 && actor.wanted === "master")
    startTimer(world, actor, participant.interval + 1 / protocol.priorities);
  else startTimer(world, actor);
}

/** The timer has run out. */
export function expire(world: World, actor: Actor): void {
  if (actor.state === "backup") {
    if (becomeMaster(world, actor)) syncMaster(world, actor);
  } else if (actor.state === "master") {
    world.send({ from: actor, priority: actor.priority });
    syncMaster(world, actor);
  }
  startTimer(world, actor);
}

/** Whether it is MASTER now: a sync group may hold it back. */
export function becomeMaster(world: World, actor: Actor): boolean {
  actor.wanted = "master";
  if (!mayBecomeMaster(actor)) return false;
  enter(world, actor, "master");
  startTimer(world, actor);
  world.send({ from: actor, priority: actor.priority });
  return true;
}

export function receive(world: World, actor: Actor, advertisement: Advertisement, address: number): void {
  if (actor.state === "backup") receiveAsBackup(world, actor, advertisement);
  else if (actor.state === "master") receiveAsMaster(world, actor, advertisement, address);
}

function receiveAsBackup(world: World, actor: Actor, { from, priority }: Advertisement): void {
  const { participant } = actor;
  if (priority === 0) {
    startTimer(world, actor, skew(actor));
    return;
  }
  const delays = participant.preemptDelay > 0 && (actor.preemptAt === undefined || actor.preemptAt > world.clock);
  // A lower master is ignored: the timer goes on, and when it ends this one takes over.
  if (!participant.nopreempt && priority < actor.priority && !delays) return;
  if (participant.version === 3) actor.masterInterval = from.participant.interval;
  if (participant.preemptDelay > 0) {
    if (priority >= actor.priority) actor.preemptAt = undefined;
    else actor.preemptAt ??= world.clock + participant.preemptDelay;
  }
  actor.wanted = "backup";
  startTimer(world, actor);
}

/** `address`: above 0 where the sender's is the higher one, below where it is the lower, 0 where nobody knows. */
function receiveAsMaster(world: World, actor: Actor, { from, priority }: Advertisement, address: number): void {
  if (priority === 0) {
    world.send({ from: actor, priority: actor.priority });
    return;
  }
  const both = priority === protocol.ownerPriority && actor.priority === protocol.ownerPriority;
  if (both && switchesOf(actor.participant.host.effective.target).ownersGiveWay) {
    // Of two owners the one that hears the other first loses its rank for good.
    actor.priority = protocol.highestPriority;
    actor.base = protocol.highestPriority;
  }
  if (priority < actor.priority || (priority === actor.priority && address < 0)) {
    world.send({ from: actor, priority: actor.priority });
  } else if (priority > actor.priority || address > 0) {
    if (actor.participant.version === 3) actor.masterInterval = from.participant.interval;
    actor.wanted = "backup";
    leaveMaster(world, actor, false);
    syncBackup(world, actor);
  }
}

/** To BACKUP or FAULT, as wanted. FAULT is told to the others with priority 0. */
export function leaveMaster(world: World, actor: Actor, tell: boolean): void {
  if (actor.wanted === "backup") actor.preemptAt = undefined;
  if (tell || actor.wanted === "fault") world.send({ from: actor, priority: 0 });
  enter(world, actor, actor.wanted);
  startTimer(world, actor);
}

/** To what is wanted, from another state than MASTER. */
export function leaveFault(world: World, actor: Actor): void {
  if (actor.wanted === "master") becomeMaster(world, actor);
  else {
    enter(world, actor, actor.wanted);
    if (actor.state === "backup") actor.preemptAt = undefined;
  }
  actor.masterInterval = actor.participant.interval;
  startTimer(world, actor);
}

/** One more reason for FAULT. */
export function fall(world: World, actor: Actor, reason: string): void {
  const already = actor.faults.size > 0;
  actor.faults.add(reason);
  if (already) return;
  actor.wanted = "fault";
  if (actor.state === "master") leaveMaster(world, actor, true);
  else if (actor.state !== "off") leaveFault(world, actor);
  syncFault(world, actor);
}

/**
 * One reason less. Where it was none any more the daemon lets the instance come up a second time, which a sync group
 * does not survive unharmed: there nothing is foretold.
 */
export function rise(world: World, actor: Actor, reason: string): void {
  const was = actor.faults.delete(reason);
  if (actor.faults.size > 0 || (!was && actor.group.length > 1)) return;
  actor.wanted = "backup";
  actor.masterInterval = actor.participant.interval;
  if (actor.state !== "off") leaveFaultTogether(world, actor);
}

/** The priority changes, and with it how long a backup waits: the whole time again, also after a goodbye. */
export function weigh(world: World, actor: Actor, priority: number): void {
  if (actor.base === protocol.ownerPriority || actor.priority === priority) return;
  actor.priority = priority;
  if (actor.state !== "backup") return;
  actor.expires = Math.max(world.clock, actor.expires + downTime(actor) - actor.wait);
  actor.wait = downTime(actor);
}
