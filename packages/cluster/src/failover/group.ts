/** Instances of one sync group move together (keepalived, vrrp/vrrp_sync.c). */
import { type Actor, becomeMaster, downTime, leaveFault, leaveMaster, startTimer, type World } from "./machine.js";

/** The group's own state: it is MASTER, or in FAULT, as soon as all are; otherwise BACKUP. */
function isAll(actor: Actor, state: Actor["state"]): boolean {
  return actor.group.every((member) => member.state === state);
}

/** Only when every member wants to. */
export function mayBecomeMaster(actor: Actor): boolean {
  return actor.group.every((member) => member === actor || member.wanted === "master");
}

export function syncMaster(world: World, actor: Actor): void {
  if (actor.group.length === 1 || isAll(actor, "master") || !mayBecomeMaster(actor)) return;
  for (const member of actor.group) {
    if (member !== actor && member.state !== "master") becomeMaster(world, member);
  }
}

/** A member that another one takes along says nothing to its peers. */
export function syncBackup(world: World, actor: Actor): void {
  if (actor.group.length === 1) return;
  for (const member of actor.group) {
    if (member === actor || member.state === "backup" || member.state === "off") continue;
    member.wanted = "backup";
    if (member.state === "fault") leaveFault(world, member);
    else leaveMaster(world, member, false);
  }
}

export function syncFault(world: World, actor: Actor): void {
  for (const member of actor.group) {
    if (member === actor || member.state === "fault" || member.state === "off") continue;
    member.wanted = "fault";
    if (member.state === "master") leaveMaster(world, member, false);
    else leaveFault(world, member);
  }
}

/** Out of FAULT once no member has a reason left. */
export function leaveFaultTogether(world: World, actor: Actor): void {
  if (actor.group.some(({ faults }) => faults.size > 0)) return;
  leaveFault(world, actor);
  startTimer(world, actor, downTime(actor));
  syncBackup(world, actor);
}
