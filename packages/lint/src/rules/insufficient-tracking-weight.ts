import { type Cluster, type Participant, participantsOf, type VirtualRouter } from "@kalint/cluster";
import type { Place } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { sharedRouters } from "../cluster/members.js";
import { arithmetic, canFault, healthy, priorityWithout, trackerOf, weighted } from "../cluster/weights.js";
import { defineClusterRule } from "../define.js";
import { exampleScriptGlobals } from "../examples.js";
import { anyOf } from "../suggest.js";
import type { Finding, Related } from "../types.js";

const script = (weight: number) =>
  `${exampleScriptGlobals}vrrp_script web_up {\n    script "/usr/local/bin/web-up"\n    interval 2\n    timeout 1\n    weight ${weight}\n}\n`;
const lines = ["track_script {", "    web_up", "}"];

export const insufficientTrackingWeight = defineClusterRule({
  id: "insufficient-tracking-weight",
  category: "cluster",
  severity: "warning",
  summary: "A tracker's weight cannot make another host take over: it is too small, or that host has `nopreempt`.",
  why: "A BACKUP takes over only when its own priority is higher than the MASTER's. A negative weight is subtracted while the tracked object fails; a positive weight is added while it is well, on the BACKUP as on the MASTER. If the weight does not exceed the difference between the priorities, the addresses stay on the host where the service has failed.",
  advice:
    "Make the weight larger than the difference between the priorities, move the priorities closer together, or remove the weight: the host then enters FAULT, and another takes over whatever its priority is.",
  followsFrom: relatedLines.weights,
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_track.c: vrrp_set_effective_priority; fixtures/failover/observed.json",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(-2), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(-2), lines }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(20), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(20), lines }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: script(-60), lines }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: script(-60), lines }),
      },
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2103", "https://github.com/acassen/keepalived/issues/2599"],
  check(cluster, report) {
    for (const router of sharedRouters(cluster)) {
      const participants = participantsOf(onlyMembers(cluster, router), [router]);
      if (participants.some(({ owner }) => owner)) continue;
      const ranked = participants.toSorted((a, b) => healthy(b) - healthy(a));
      const [top, next] = ranked;
      if (top === undefined || next === undefined || healthy(top) === healthy(next)) continue;
      // Who has nopreempt does not take over from a living MASTER at all.
      if (next.nopreempt) {
        for (const finding of heldByNopreempt(top, ranked.slice(1))) report(finding);
        continue;
      }
      for (const finding of onTop(top, next)) report(finding);
      if (weighted(top).length === 0 && !canFault(top))
        for (const finding of below(top, ranked.slice(1))) report(finding);
    }
  },
});

/** `participantsOf` looks at every host; only these have a part in it. */
function onlyMembers(cluster: Cluster, { members }: VirtualRouter): Cluster {
  return { ...cluster, hosts: members.map(({ host }) => host) };
}

/** The MASTER's own trackers. */
function onTop(top: Participant, next: Participant): readonly Finding[] {
  const trackers = weighted(top);
  const rival = healthy(next);
  const held = trackers.filter((tracker) => priorityWithout(top, [tracker]) >= rival);
  if (held.length === 0) return [];
  const all = priorityWithout(top, trackers);
  const hopeless = all >= rival;
  const { name } = top.host;
  return held.slice(0, hopeless ? 1 : held.length).map((tracker): Finding => {
    const names = hopeless ? anyOf(trackers.map(nameOf), "and") : nameOf(tracker);
    const fails = hopeless && trackers.length > 1 ? say`fail` : say`fails`;
    const failing = hopeless ? trackers : [tracker];
    const outcome =
      (hopeless ? all : priorityWithout(top, [tracker])) === rival
        ? say`not below the ${shownRival(next)} of ${next.host.name}`
        : say`still above the ${shownRival(next)} of ${next.host.name}`;
    const alone = hopeless
      ? ""
      : say`: only together with ${anyOf(others(trackers, tracker))} does it move the addresses`;
    return {
      place: weightPlace(top, tracker),
      ...(hopeless ? {} : { severity: "info" as const }),
      message: say`when ${names} ${fails}, the priority of ${name} is ${arithmetic(top, failing)}, ${outcome}${hopeless ? say`, which never takes over` : alone}`,
      related: [
        ...(hopeless ? trackers.slice(1).map((other) => trackerNote(top, other)) : []),
        priorityNote(top),
        priorityNote(next),
      ],
    };
  });
}

/** The MASTER's trackers where no host that may take over gets above it. With nopreempt of its own another rule tells it. */
function heldByNopreempt(top: Participant, rest: readonly Participant[]): readonly Finding[] {
  const trackers = weighted(top);
  const [first] = trackers;
  const lowest = priorityWithout(top, trackers);
  if (first === undefined || top.nopreempt || rest.some((other) => !other.nopreempt && healthy(other) > lowest))
    return [];
  const above = rest.filter((other) => other.nopreempt);
  const who = anyOf(
    above.map(({ host }) => host.name),
    "and",
  );
  const [have, does] = above.length > 1 ? ["have", "do"] : ["has", "does"];
  return [
    {
      place: weightPlace(top, first),
      message: say`${trackers.length > 1 ? say`even when` : say`when`} ${anyOf(trackers.map(nameOf), "and")} ${trackers.length > 1 ? say`fail` : say`fails`}, the priority of ${top.host.name} is ${arithmetic(top, trackers)}, but ${who} ${have} nopreempt and ${does} not take over from a running MASTER`,
      help: say`Remove the weight, so that a failure means FAULT, or remove \`nopreempt\` on ${who}.`,
      related: [
        ...trackers.slice(1).map((other) => trackerNote(top, other)),
        ...above.map(({ host, instance }) => ({
          place: instance.nopreempt?.place ?? instance.place,
          message: say`${host.name}: nopreempt`,
        })),
      ],
    },
  ];
}

/** A weight that only a weaker host has, and that never lifts it above the others nor lets it fall below one. */
function below(top: Participant, rest: readonly Participant[]): readonly Finding[] {
  for (const participant of rest) {
    const trackers = weighted(participant);
    if (trackers.length === 0) continue;
    const [least, most] = [priorityWithout(participant, trackers), healthy(participant)];
    const touches = [top, ...rest].some((other) => {
      if (other === participant) return false;
      return priorityWithout(other, weighted(other)) < most && healthy(other) >= least;
    });
    if (touches) continue;
    const { name } = participant.host;
    return [
      {
        place: weightPlace(participant, trackers[0]!),
        message: say`${anyOf(trackers.map(nameOf), "and")} ${trackers.length > 1 ? say`change` : say`changes`} nothing: with ${least} to ${most} the priority of ${name} stays below the ${healthy(top)} of ${top.host.name}`,
        related: [priorityNote(top), priorityNote(participant)],
      },
    ];
  }
  return [];
}

function nameOf({ kind, name }: Participant["trackers"][number]): string {
  return `${kind} ${name}`;
}

function others(all: Participant["trackers"], one: Participant["trackers"][number]): string[] {
  return all.filter((each) => each !== one).map(nameOf);
}

function shownRival(participant: Participant): string {
  return arithmetic(participant, []);
}

/** The weight on the tracking line, else in the definition that it names. */
function weightPlace(participant: Participant, weighing: Participant["trackers"][number]): Place {
  const tracker = trackerOf(participant, weighing);
  if (tracker?.weight) return tracker.weight.place;
  const { host, instance } = participant;
  const defined =
    weighing.kind === "script"
      ? host.scripts
      : weighing.kind === "process"
        ? host.trackProcesses
        : weighing.kind === "file"
          ? host.trackFiles
          : [];
  return defined.find(({ name }) => name === weighing.name)?.weight?.place ?? tracker?.place ?? instance.place;
}

function trackerNote(participant: Participant, weighing: Participant["trackers"][number]): Related {
  return {
    place: weightPlace(participant, weighing),
    message: say`${participant.host.name}: ${nameOf(weighing)}, weight ${weighing.weight}`,
  };
}

function priorityNote(participant: Participant): Related {
  const { instance, host, basePriority } = participant;
  return {
    place: instance.priority?.place ?? instance.place,
    message: say`${host.name}: priority ${basePriority}${healthy(participant) === basePriority ? "" : say`, ${arithmetic(participant, [])} while all is well`}`,
  };
}
