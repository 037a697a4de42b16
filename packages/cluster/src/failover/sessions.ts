/**
 * BFD sessions between hosts of the cluster. A session is up while both ends run and reach each other, so that the loss
 * of one host is a failure of what the other one tracks. Neighbours outside of the cluster are not looked at here.
 */

import type { HostConfiguration } from "@kalint/daemon";
import type { Actor } from "./machine.js";
import type { Condition } from "./steps.js";

type Member = Pick<Actor, "participant">;

interface End {
  readonly host: HostConfiguration;
  readonly name: string;
  readonly source: string | undefined;
  readonly neighbour: string | undefined;
  /** Milliseconds. */
  readonly receives: number;
  readonly sends: number;
  readonly multiplier: number;
}

/** The sessions of one host that are down because of what is the matter with it or with the other end. */
export function brokenSessions(
  host: HostConfiguration,
  actors: readonly Member[],
  conditions: Readonly<Record<string, Condition>>,
): ReadonlySet<string> {
  const broken = endsOf(host).filter((end) => {
    const other = neighbourOf(end, actors);
    if (!other) return false;
    const answer = answerOf(host, other, actors);
    // A neighbour that does not know of the session never answers.
    if (!answer) return true;
    return !isReachable(end, actors, conditions) || !isReachable(answer, actors, conditions);
  });
  return new Set(broken.map(({ name }) => name));
}

/** Whether an instance tracks a session whose other end is no host of the cluster. */
export function hasOutsideSession(members: readonly Member[]): boolean {
  return members.some(({ participant: { host, trackers } }) => {
    const tracked = trackers.filter(({ kind }) => kind === "bfd").map(({ name }) => name);
    return endsOf(host).some((end) => tracked.includes(end.name) && !neighbourOf(end, members));
  });
}

/** Seconds until a host misses the other end, which sends as often as both want, and says how many may be missed. */
export function sessionTimeout(host: HostConfiguration, name: string, actors: readonly Member[]): number {
  const end = endsOf(host).find((one) => one.name === name);
  const other = end && neighbourOf(end, actors);
  const answer = other && answerOf(host, other, actors);
  return answer ? (Math.max(end!.receives, answer.sends) * answer.multiplier) / 1000 : 0;
}

function answerOf(host: HostConfiguration, other: HostConfiguration, actors: readonly Member[]): End | undefined {
  return endsOf(other).find(({ neighbour }) => neighbour !== undefined && hasAddress(host, neighbour, actors));
}

function isReachable(
  { host, name, source }: End,
  actors: readonly Member[],
  conditions: Readonly<Record<string, Condition>>,
): boolean {
  const { running, failing, linksDown } = conditions[host.name]!;
  if (!running || failing.has(`bfd ${name}`)) return false;
  const link = linkOf(host, source, actors);
  return link === undefined || !linksDown.has(link);
}

/** The interface of the instance that sends from the same address, else of the host's first one. */
function linkOf(host: HostConfiguration, source: string | undefined, actors: readonly Member[]): string | undefined {
  const own = actors.filter(({ participant }) => participant.host === host);
  const same = own.find(({ participant }) => source !== undefined && participant.source === source);
  return (same ?? own[0])?.participant.instance.interface?.value;
}

function neighbourOf({ host, neighbour }: End, actors: readonly Member[]): HostConfiguration | undefined {
  if (neighbour === undefined) return undefined;
  const other = actors.find(
    ({ participant }) => participant.host !== host && hasAddress(participant.host, neighbour, actors),
  );
  return other?.participant.host;
}

/** As far as the configuration tells: what its sessions and its instances send from. */
function hasAddress(host: HostConfiguration, address: string, actors: readonly Member[]): boolean {
  return (
    endsOf(host).some(({ source }) => source === address) ||
    actors.some(({ participant }) => participant.host === host && participant.source === address)
  );
}

function endsOf(host: HostConfiguration): readonly End[] {
  return host.bfdSessions.map(({ name, source, neighbor, receives, sends, multiplier }): End => {
    return { host, name, source: source?.value.text, neighbour: neighbor?.value.text, receives, sends, multiplier };
  });
}
