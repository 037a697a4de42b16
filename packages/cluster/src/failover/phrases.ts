/** The pieces that explanations are made of. */
import { protocol, say } from "@kalint/schema";
import { deafness } from "./hearing.js";
import type { Actor } from "./machine.js";

export const nameOf = ({ participant }: Actor): string => participant.host.name;

export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : say`${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** `3 × advert_int + skew (256 − 50)/256`: how long a backup waits for a master that says nothing. */
export function waiting(actor: Actor): string {
  return say`${actor.participant.downTimerAdverts} × advert_int${intervalOf(actor)} + ${skewing(actor)}`;
}

function intervalOf({ masterInterval }: Actor): string {
  return masterInterval === 1 ? "" : ` ${masterInterval} s`;
}

export function skewing({ participant, masterInterval, priority }: Actor): string {
  const unit = participant.version === 3 && masterInterval !== 1 ? ` × ${masterInterval} s` : "";
  return say`skew (256 − ${priority})/256${unit}`;
}

/** `100 − 2 = 98`, or `100` where nothing changed; cut to what a priority can be. */
export function sum(before: number, after: number, now: number): string {
  if (before === after) return String(now);
  const plain = `${before} ${after < before ? "−" : "+"} ${Math.abs(after - before)} = ${String(after).replace("-", "−")}`;
  return now === after ? plain : say`${plain}, which counts as ${now}`;
}

/** Why two masters do not give way to each other. */
export function parting(masters: readonly Actor[]): string {
  const reasons = masters.flatMap((receiver) =>
    masters
      .filter((sender) => sender !== receiver)
      .flatMap((sender) => {
        const reason = deafness(receiver.participant, sender.participant);
        return reason === undefined ? [] : [{ receiver, sender, reason }];
      }),
  );
  const [first] = reasons;
  if (!first) {
    const [source, ...others] = new Set(masters.map(({ participant }) => participant.source));
    const same = source !== undefined && others.length === 0 && masters.length > 1;
    return `${listed(masters.map(nameOf))} ${same ? say`both send from ${source}` : say`are cut off from each other`}`;
  }
  const mutual = reasons.some(({ receiver, sender }) => receiver === first.sender && sender === first.receiver);
  const who = mutual
    ? say`${listed([first.sender, first.receiver].map(nameOf).toSorted())} do not hear each other`
    : say`${nameOf(first.receiver)} does not hear ${nameOf(first.sender)}`;
  return `${who}: ${first.reason}`;
}

/** `100 > 50`, and what else decides. */
export function ranking(master: Actor, actors: readonly Actor[]): string {
  const others = actors
    .filter((actor) => actor !== master && actor.state !== "off" && actor.state !== "fault")
    .toSorted((left, right) => right.priority - left.priority);
  if (others.length === 0) {
    const refused = actors.find(({ participant }) => participant.refusal !== undefined);
    const reason = refused ? say`: ${nameOf(refused)} does not run VRRP (${refused.participant.refusal})` : "";
    return say`${nameOf(master)} is alone${reason}`;
  }
  const higher = others.filter(({ priority }) => priority > master.priority);
  if (higher.length > 0) return keeping(master, higher);
  if (others[0]!.priority === master.priority) {
    const equal = others.filter(({ priority }) => priority === master.priority);
    const equation = [master, ...equal].map(({ priority }) => priority).join(" = ");
    // Owners do not wait for each other, so it does not matter who was there first.
    if (master.priority === protocol.ownerPriority)
      return say`${equation}: of two owners the one with the higher address stays`;
    return say`${equation}: ${nameOf(master)} was there first`;
  }
  return [master, ...others].map(({ priority }) => priority).join(" > ");
}

/** Why others of a higher priority leave the master alone. */
function keeping(master: Actor, higher: readonly Actor[]): string {
  const first = higher[0]!;
  const shown = `${nameOf(first)} (${first.priority} > ${master.priority})`;
  if (first.participant.nopreempt) return say`${nameOf(master)} was there first: ${shown} has nopreempt`;
  if (first.participant.group !== undefined) {
    return say`sync group ${first.participant.group} holds ${shown} back: its members move together`;
  }
  return say`${shown} waits`;
}

/** Of all reasons for FAULT the one that another host's failure brings about, and that the event does not name. */
function lostSession({ faults }: Actor): string {
  const session = [...faults].find((reason) => reason.startsWith("bfd "));
  return session === undefined ? "" : say` (BFD session ${session.slice("bfd ".length)} is down)`;
}

/** Why nobody is left. */
export function outage(actors: readonly Actor[]): string {
  const states = actors.map((actor) => {
    const { refusal } = actor.participant;
    if (refusal !== undefined) return say`${nameOf(actor)} does not run VRRP (${refusal})`;
    if (actor.state === "off") return say`${nameOf(actor)} is gone`;
    if (actor.state === "fault") return say`${nameOf(actor)} is in FAULT${lostSession(actor)}`;
    return say`${nameOf(actor)} is ${actor.state === "master" ? "MASTER" : "BACKUP"}`;
  });
  return say`nobody has the addresses: ${states.join(", ")}`;
}
