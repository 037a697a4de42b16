/** The arithmetic of weights: how far trackers move a host's priority. */
import { effectOf, type Participant, priorityWith } from "@kalint/cluster";
import type { Tracker, VrrpInstance } from "@kalint/daemon";

type Weighing = Participant["trackers"][number];

const nothing = (): boolean => false;

/** With all trackers well, and with all weighted ones failing. */
export function healthy({ basePriority, trackers }: Participant): number {
  return priorityWith(basePriority, trackers, nothing);
}

/** Trackers whose failing changes the priority. Those that mean FAULT move the addresses by themselves. */
export function weighted({ trackers, owner }: Participant): readonly Weighing[] {
  if (owner) return [];
  return trackers.filter((tracker) => {
    const [well, failing] = [effectOf(tracker, false), effectOf(tracker, true)];
    return well !== "fault" && failing !== "fault" && well.points !== failing.points;
  });
}

/** The priority with these trackers failing and all others well. */
export function priorityWithout({ basePriority, trackers }: Participant, failing: readonly Weighing[]): number {
  const names = new Set(failing.map(keyOf));
  return priorityWith(basePriority, trackers, (tracker) => names.has(keyOf(tracker)));
}

export function canFault({ trackers }: Participant): boolean {
  return trackers.some((tracker) => effectOf(tracker, true) === "fault");
}

/** `100 - 20 - 5 = 75`, as the failing trackers change the priority of a host whose others are well. */
export function arithmetic(participant: Participant, failing: readonly Weighing[]): string {
  const names = new Set(failing.map(keyOf));
  const steps = participant.trackers.flatMap((tracker): string[] => {
    const effect = effectOf(tracker, names.has(keyOf(tracker)));
    if (effect === "fault" || effect.points === 0) return [];
    return [effect.points < 0 ? `- ${-effect.points}` : `+ ${effect.points}`];
  });
  const result = priorityWithout(participant, failing);
  return steps.length === 0 ? `${result}` : `${[participant.basePriority, ...steps].join(" ")} = ${result}`;
}

/** The line by which an instance, or its sync group, tracks it. */
export function trackerOf({ instance }: Participant, weighing: Weighing): Tracker | undefined {
  return linesOf(instance).find(({ kind, name }) => kind === weighing.kind && name === weighing.name);
}

/** Its own lines, and those of its sync group. */
export function linesOf({ trackers, group }: Pick<VrrpInstance, "trackers" | "group">): readonly Tracker[] {
  return [...trackers, ...(group?.trackers ?? [])];
}

function keyOf({ kind, name }: Pick<Weighing, "kind" | "name">): string {
  return `${kind} ${name}`;
}
