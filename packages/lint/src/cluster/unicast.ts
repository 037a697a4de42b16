/** What the hosts of a virtual router say of each other's addresses. */

import type { VirtualRouter } from "@kalint/cluster";
import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Member } from "./members.js";

export const speaksUnicast = ({ instance }: Member): boolean => instance.unicastPeers.length > 0;

/** Where a host names its peers. */
export function peersPlace({ instance }: Member): Place {
  const block = instance.statement.children.find(({ keyword }) => keyword.name === "unicast_peer");
  return block?.words[0]?.place ?? instance.place;
}

export function sourceOf({ instance }: Member): string | undefined {
  return instance.source?.value.text;
}

/** Each once: releases before 2.3.3 keep one that is listed twice. */
export const peersOf = ({ instance }: Member): readonly string[] => [
  ...new Set(instance.unicastPeers.map(({ value }) => value.text)),
];

export function shownPeers(member: Member): string {
  const source = sourceOf(member);
  const peers = peersOf(member);
  const list = peers.length === 0 ? say`no unicast_peer` : `unicast_peer ${peers.join(", ")}`;
  return source === undefined ? list : say`${list}, source ${source}`;
}

/**
 * The address of each host, as far as the files tell: its own source, or, where none of them has a source, the one
 * that it leaves out of the list that they share. A source that two hosts claim is nobody's.
 */
export function addressesOf({ members }: VirtualRouter): ReadonlyMap<Member, string> {
  const given = new Map<Member, string>();
  for (const member of members) {
    const source = sourceOf(member);
    if (source !== undefined && !members.some((other) => other !== member && sourceOf(other) === source))
      given.set(member, source);
  }
  if (members.some((member) => sourceOf(member) !== undefined)) return given;
  const all = new Set(members.flatMap(peersOf));
  if (all.size !== members.length) return given;
  for (const member of members) {
    const left = [...all].filter((address) => !peersOf(member).includes(address));
    if (left.length === 1 && ![...given.values()].includes(left[0]!)) given.set(member, left[0]!);
  }
  return given;
}
