import type { Tracker, VrrpInstance } from "@kalint/daemon";
import { protocol, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import type { Finding } from "../types.js";

export const clampedPriority = defineHostRule({
  id: "clamped-priority",
  category: "tracking",
  severity: "warning",
  summary: `Weights that would take the priority above ${protocol.highestPriority} or below ${protocol.lowestPriority}.`,
  why: `keepalived adds the weights of the trackers to the priority and keeps the result between ${protocol.lowestPriority} and ${protocol.highestPriority}. Anything beyond is lost: the priority changes by less than the weight, or not at all, and the other host may not take over.`,
  advice: `Choose a priority and weights whose sums stay between ${protocol.lowestPriority} and ${protocol.highestPriority}.`,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_track.c: vrrp_set_effective_priority",
  bad: [
    {
      files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "weight 20"]).replace(
        "priority 100",
        "priority 250",
      ),
    },
  ],
  good: [
    {
      files: exampleScript(['script "/usr/local/bin/up"', "interval 2", "weight 20"]).replace(
        "priority 100",
        "priority 200",
      ),
    },
  ],
  check(host, report) {
    for (const instance of host.instances) {
      if (instance.owner || instance.trackers.length === 0) continue;
      // A file's weight is a factor: its sum is not known here.
      const trackers = instance.trackers.filter(({ kind }) => kind !== "file");
      const commandOf = ({ kind, name }: Tracker) =>
        kind === "script" ? host.scripts.find((script) => script.name === name)?.command?.value.join("\0") : undefined;
      const high = beyond(instance, trackers, 1, commandOf);
      if (high) report(high);
      const low = beyond(instance, trackers, -1, commandOf);
      if (low) report(low);
    }
  },
});

/** What the same commands take away, where they are tracked once more with weights below 0. */
function fallsBy(
  counting: readonly Tracker[],
  trackers: readonly Tracker[],
  commandOf: (tracker: Tracker) => string | undefined,
): number {
  let sum = 0;
  for (const tracker of trackers) {
    const command = tracker.effectiveWeight < 0 ? commandOf(tracker) : undefined;
    if (command !== undefined && counting.some((other) => commandOf(other) === command)) sum -= tracker.effectiveWeight;
  }
  return sum;
}

/** A weight above 0 is added while the check is good, one below 0 while it is not; `reverse` turns that around. */
function beyond(
  { name, effectivePriority, priority, place }: VrrpInstance,
  trackers: readonly Tracker[],
  sign: 1 | -1,
  commandOf: (tracker: Tracker) => string | undefined,
): Finding | undefined {
  let sum = effectivePriority;
  for (const { effectiveWeight } of trackers) if (effectiveWeight * sign > 0) sum += effectiveWeight;
  const limit = sign > 0 ? protocol.highestPriority : protocol.lowestPriority;
  if ((sum - limit) * sign <= 0) return undefined;
  const counting = trackers.filter(({ effectiveWeight }) => effectiveWeight * sign > 0);
  if (sign > 0 && fallsBy(counting, trackers, commandOf) >= sum - limit) return undefined;
  const terms = counting.map(({ effectiveWeight }) => `${sign > 0 ? "+" : "−"} ${Math.abs(effectiveWeight)}`).join(" ");
  const change = Math.abs(limit - effectivePriority);
  return {
    place: counting[0]!.place,
    message: say`${name}: ${effectivePriority} ${terms} = ${String(sum).replace("-", "−")}, but keepalived stops at ${limit}: ${
      sign > 0
        ? say`the priority ${change === 0 ? say`does not change at all` : say`falls by ${change} only when ${counting.length > 1 ? say`all of them fail` : say`the check fails`}`}`
        : say`hosts whose checks fail all end at 1, and their order is lost`
    }`,
    related: [
      { place: priority?.place ?? place, message: say`priority ${effectivePriority}` },
      ...counting
        .slice(1)
        .map((tracker) => ({ place: tracker.place, message: say`weight ${tracker.effectiveWeight}` })),
    ],
    ...(sign < 0 && { severity: "info" }),
  };
}
