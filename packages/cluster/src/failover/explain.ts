/** Says why an event ends as it does, with the arithmetic. */
import { say } from "@kalint/schema";
import type { VirtualRouter } from "../types.js";
import { type Actor, skew } from "./machine.js";
import { detectionTime } from "./participant.js";
import { listed, nameOf, outage, parting, ranking, skewing, sum, waiting } from "./phrases.js";
import { type Situation, secondsOf } from "./story.js";
import { effectOf, failingValue } from "./trackers.js";
import type { FailoverEvent, HostEvent, TrackerName, Weighing } from "./types.js";

/** What an explanation looks at: the instances of one virtual router before and after. */
interface View {
  readonly before: readonly Actor[];
  readonly after: readonly Actor[];
  readonly masters: readonly Actor[];
  /** Who became MASTER by the event. */
  readonly taken: readonly Actor[];
  /** From the event until the last of them had taken over. */
  readonly seconds: number;
}

export function explain(event: FailoverEvent, before: Situation, after: Situation, router: VirtualRouter): string {
  const view = viewOf(before, after, router);
  const { masters } = view;
  if (masters.length > 1) return parting(masters);
  if (masters.length === 0) return outage(view.after);
  if (event.kind === "normal") return ranking(masters[0]!, view.after);
  if (event.kind === "all") return say`${explainOne(event.of.at(-1)!, view)}, after ${phraseOf(event.of[0]!)}`;
  return explainOne(event, view);
}

function viewOf(before: Situation, after: Situation, router: VirtualRouter): View {
  const own = ({ actors }: Situation) => actors.filter(({ participant }) => participant.router === router);
  const [earlier, later] = [own(before), own(after)];
  const masters = later.filter(({ state }) => state === "master");
  const was = new Set(earlier.filter(({ state }) => state === "master").map(nameOf));
  return {
    before: earlier,
    after: later,
    masters,
    taken: masters.filter((actor) => !was.has(nameOf(actor))),
    seconds: secondsOf(before, after, router),
  };
}

/** `lb1: chk_nginx fails`, as the table and explanations call an event. */
export function phraseOf(event: FailoverEvent): string {
  switch (event.kind) {
    case "normal":
      return say`normal`;
    case "lost":
      return say`${event.host} lost`;
    case "back":
      return say`${event.host} back`;
    case "stopped":
      return say`${event.host}: keepalived stopped`;
    case "interface-down":
      return say`${event.host}: ${say`${event.interface} down`}`;
    case "tracker-fails":
      return say`${event.host}: ${failing(event.tracker)}`;
    case "all":
      return together(event.of) ?? event.of.map(phraseOf).join(say` and `);
  }
}

function failing({ kind, name }: TrackerName): string {
  return kind === "interface" ? say`${name} down` : say`${name} fails`;
}

/** `lb1: eth1 down and eth2 down together`, where all of it happens to the trackers of one host. */
function together(events: readonly HostEvent[]): string | undefined {
  const [first] = events;
  const parts = events.flatMap((event) =>
    event.kind === "tracker-fails" && event.host === first?.host ? [failing(event.tracker)] : [],
  );
  if (parts.length < events.length) return undefined;
  return say`${first!.host}: ${parts.join(say` and `)} together`;
}

function explainOne(event: HostEvent, view: View): string {
  if (event.kind === "back") return explainReturn(event.host, view);
  if (event.kind === "tracker-fails") return explainTracker(event.host, event.tracker, view);
  const [taken] = view.taken;
  if (!taken) {
    const left = view.before.find((actor) => nameOf(actor) === event.host);
    if (left?.state === "master" && view.masters.some((actor) => nameOf(actor) === event.host)) {
      const { name, interface: own } = left.participant.instance;
      return event.kind === "interface-down" && own?.value !== event.interface
        ? say`${name} does not use ${event.interface}`
        : say`${event.host} does not look at its own interface (dont_track_primary)`;
    }
    return say`${listed(view.masters.map(nameOf))} has them anyway`;
  }
  if (event.kind === "stopped") return explainStop(taken, view);
  if (event.kind === "interface-down") return explainLink(event.host, event.interface, taken, view);
  return waiting(taken);
}

/** A priority that changes after the goodbye, as a BFD session with the host that left is missed, makes it wait the whole time. */
function explainStop(taken: Actor, { seconds, before }: View): string {
  const changed = before.some((actor) => nameOf(actor) === nameOf(taken) && actor.priority !== taken.priority);
  return changed && seconds > skew(taken) + taken.masterInterval
    ? waiting(taken)
    : say`leaves with priority 0, skew only`;
}

/** An instance whose own interface works says goodbye; the group of the one that takes over may keep it waiting all the same. */
function explainLink(host: string, link: string, taken: Actor, view: View): string {
  const own = view.after.find((actor) => nameOf(actor) === host);
  if (own?.participant.instance.interface?.value === link) {
    return say`FAULT, and nobody hears of it: ${waiting(taken)}`;
  }
  const group = own && own.faults.size === 0 ? say` with its sync group ${own.participant.group}` : "";
  return say`FAULT${group}: ${leaving(taken, view)}`;
}

/** After a goodbye the skew is all that is waited for, if nothing else holds back the one that takes over. */
function leaving(taken: Actor, { seconds }: View): string {
  const isHeldBack = seconds > skew(taken) + taken.masterInterval;
  return isHeldBack ? waiting(taken) : say`leaves with priority 0, ${skewing(taken)}`;
}

function explainReturn(host: string, { taken, masters, after }: View): string {
  const own = after.find((actor) => nameOf(actor) === host);
  if (!own || own.state === "fault") return say`${host} stays in FAULT`;
  if (taken.length === 0) return ranking(masters[0]!, after);
  const delay = own.participant.preemptDelay;
  return delay > 0 ? say`preempts after preempt_delay ${delay} s` : say`preempts`;
}

function explainTracker(host: string, tracker: TrackerName, view: View): string {
  const before = view.before.find((actor) => nameOf(actor) === host);
  const after = view.after.find((actor) => nameOf(actor) === host);
  const [taken] = view.taken;
  const master = view.masters[0]!;
  if (!before || !after) return ranking(master, view.after);
  const weighing = before.participant.trackers.find((one) => one.kind === tracker.kind && one.name === tracker.name);
  if (after.state === "fault") {
    const reason = faultOf(after, weighing);
    if (before.state !== "master" || !taken) return say`${reason}; ${listed(view.masters.map(nameOf))} has them anyway`;
    return `${reason}: ${leaving(taken, view)}${detection(after, tracker)}`;
  }
  if (!weighing) return say`${tracker.name} does not count for ${after.participant.instance.name}`;
  const arithmetic = `${sum(before.priority, totalAfter(before, weighing), after.priority)}${fileNote(weighing)}`;
  if (taken) return `${arithmetic} ${relation(after, taken)}: ${waiting(taken)}${detection(after, tracker)}`;
  if (before.state !== "master") return say`${arithmetic}: ${host} is BACKUP anyway`;
  return `${arithmetic} ${remaining(after, view.after)}`;
}

function faultOf({ faults, participant }: Actor, weighing: Weighing | undefined): string {
  if (faults.size === 0) return say`FAULT with its sync group ${participant.group}`;
  return weighing?.weight
    ? say`FAULT (${weighing.name} holds ${failingValue(weighing)} or less)`
    : say`FAULT (no weight)`;
}

/** The sum before it is cut to 1…254. */
function totalAfter({ priority }: Actor, weighing: Weighing): number {
  const [well, failing] = [effectOf(weighing, false), effectOf(weighing, true)];
  if (well === "fault" || failing === "fault") return priority;
  return priority + failing.points - well.points;
}

function fileNote(weighing: Weighing): string {
  return weighing.kind === "file" ? say` (file holds ${failingValue(weighing)})` : "";
}

function relation(left: Actor, taken: Actor): string {
  if (left.priority < taken.priority) return `< ${taken.priority}`;
  return `(${nameOf(taken)}: ${taken.priority})`;
}

/** Why a master stays although it lost points. */
function remaining(master: Actor, actors: readonly Actor[]): string {
  const others = actors.filter(({ state }) => state === "backup");
  if (others.length === 0) return say`and nobody else is there`;
  const best = others.reduce((first, actor) => (actor.priority > first.priority ? actor : first));
  if (best.priority < master.priority) return say`is still above ${best.priority}: this check cannot move the address`;
  if (best.priority === master.priority) {
    return say`equals ${best.priority}: the master keeps the address, and this check cannot move it`;
  }
  if (best.participant.nopreempt) {
    return say`is below ${best.priority}, but ${nameOf(best)} has nopreempt: this check cannot move the address`;
  }
  return say`is below ${best.priority}, but the sync group holds ${nameOf(best)} back: this check cannot move the address`;
}

/** `, after fall 3 × interval 2 s`, or what else delays it. */
function detection({ participant }: Actor, tracker: TrackerName): string {
  const seconds = detectionTime(participant.host, tracker);
  if (seconds === 0) return "";
  if (tracker.kind === "process") return say`, after terminate_delay ${seconds} s`;
  const script = participant.host.scripts.find(({ name }) => name === tracker.name);
  const [fall, interval] = [script?.fall?.value ?? 1, script?.interval?.value ?? 1];
  return say`, after fall ${fall} × interval ${interval} s`;
}
