/** What trackers do to a priority (keepalived, vrrp/vrrp_track.c). */
import { protocol } from "@kalint/schema";
import type { TrackerName, Weighing } from "./types.js";

/** How one tracker counts: points for the priority, or FAULT. */
export type Effect = { readonly points: number } | "fault";

/**
 * A positive weight is given while the tracker is well, a negative one while it fails; `reverse` turns the sign, or
 * without a weight turns failing into being well.
 */
export function effectOf(tracker: Weighing, fails: boolean): Effect {
  if (tracker.kind === "file") return fileEffect(tracker, fails ? failingValue(tracker) : (tracker.fileValue ?? 0));
  if (tracker.weight === 0) return fails !== tracker.reverse ? "fault" : { points: 0 };
  const signed = tracker.reverse ? -tracker.weight : tracker.weight;
  return { points: tracker.weight > 0 === !fails ? signed : 0 };
}

/** A file's number times the weight is given; without a weight any number but 0 means FAULT. */
function fileEffect({ weight, reverse }: Weighing, value: number): Effect {
  if (weight === 0) return (value !== 0) !== reverse ? "fault" : { points: 0 };
  const points = value * weight * (reverse ? -1 : 1);
  return points <= protocol.fileFault ? "fault" : { points: Math.min(points, protocol.mostFilePoints) };
}

/**
 * What a file is taken to hold when it fails, as no configuration tells it: 1, which is what most scripts write, where
 * that lowers the priority; otherwise the smallest number that means FAULT.
 */
export function failingValue({ weight, reverse }: Weighing): number {
  if (weight === 0) return reverse ? 0 : 1;
  const signed = reverse ? -weight : weight;
  return signed < 0 ? 1 : Math.floor(protocol.fileFault / signed);
}

/** The priority with these trackers failing: 1 to 254, or 255 for an owner, whatever fails. */
export function priorityWith(
  base: number,
  trackers: readonly Weighing[],
  failing: (tracker: TrackerName) => boolean,
): number {
  if (base === protocol.ownerPriority) return base;
  const points = trackers.map((tracker) => effectOf(tracker, failing(tracker)));
  const total = points.reduce((sum, effect) => (effect === "fault" ? sum : sum + effect.points), base);
  return Math.max(protocol.lowestPriority, Math.min(protocol.highestPriority, total));
}
