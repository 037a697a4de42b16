/** Which events are worth asking about. */
import type { FailoverEvent, HostEvent, Participant, TrackerName } from "./types.js";

/** More pairs than this say nothing that fewer did not. */
const mostPairs = 400;

/** `normal`, then what can happen to each host, then pairs that could each be survived alone. */
export function eventsOf(participants: readonly Participant[]): readonly FailoverEvent[] {
  const hosts = [...new Set(participants.map(({ host }) => host.name))];
  const singles = hosts.flatMap((host) => hostEvents(host, participantsOn(participants, host)));
  return [{ kind: "normal" }, ...singles, ...pairs(singles, hosts.length)];
}

function participantsOn(participants: readonly Participant[], host: string): readonly Participant[] {
  return participants.filter((participant) => participant.host.name === host);
}

function hostEvents(host: string, participants: readonly Participant[]): readonly HostEvent[] {
  const interfaces = new Set(participants.flatMap(({ instance }) => instance.interface?.value ?? []));
  const others = participants[0]?.host.instances.flatMap((instance) => instance.interface?.value ?? []) ?? [];
  const trackers = new Map<string, TrackerName>();
  for (const { trackers: own } of participants) {
    for (const { kind, name } of own) {
      if (kind !== "interface" || !interfaces.has(name)) trackers.set(`${kind} ${name}`, { kind, name });
    }
  }
  return [
    { kind: "lost", host },
    { kind: "stopped", host },
    { kind: "back", host },
    ...[...interfaces].map((name): HostEvent => ({ kind: "interface-down", host, interface: name })),
    ...[...trackers.values()].map((tracker): HostEvent => ({ kind: "tracker-fails", host, tracker })),
    // What only other instances use: the addresses stay, as those of the others move.
    ...[...new Set(others)]
      .filter((name) => !interfaces.has(name) && !trackers.has(`interface ${name}`))
      .map((name): HostEvent => ({ kind: "interface-down", host, interface: name })),
  ];
}

/** Two trackers, a tracker here and a host there, two hosts of three that are lost or stopped. */
function pairs(singles: readonly HostEvent[], hosts: number): readonly FailoverEvent[] {
  const found: FailoverEvent[] = [];
  for (const [index, first] of singles.entries()) {
    for (const second of singles.slice(index + 1)) {
      if (found.length === mostPairs) return found;
      if (isPair(first, second, hosts)) found.push({ kind: "all", of: [first, second] });
    }
  }
  return found;
}

function isPair(first: HostEvent, second: HostEvent, hosts: number): boolean {
  const kinds = [first.kind, second.kind];
  if (kinds.every((kind) => kind === "tracker-fails")) return true;
  if (first.host === second.host) return false;
  if (kinds.every((kind) => kind === "lost") || kinds.every((kind) => kind === "stopped")) return hosts > 2;
  return kinds.includes("lost") && kinds.includes("tracker-fails");
}
