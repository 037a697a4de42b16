import type { Cluster, Place, VirtualRouter } from "@kalint/model";
import { anyOf } from "../suggest.js";
import type { Related } from "../types.js";

export type Member = VirtualRouter["members"][number];

/** One host's value of what all should agree on. */
export interface Stand {
  readonly member: Member;
  /** Same key, same value. */
  readonly key: string;
  readonly place: Place;
  /** The value as messages show it. */
  readonly shown: string;
}

/** The value that most hosts have (of the first host where no value has most), and the hosts that have another. */
export interface Disagreement {
  readonly agreed: readonly Stand[];
  readonly deviating: readonly Stand[];
}

export function disagreement(stands: readonly Stand[]): Disagreement | undefined {
  const counts = new Map<string, number>();
  for (const { key } of stands) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const most = Math.max(...counts.values());
  const key = stands.find((stand) => counts.get(stand.key) === most)!.key;
  return {
    agreed: stands.filter((stand) => stand.key === key),
    deviating: stands.filter((stand) => stand.key !== key),
  };
}

/** Every virtual router that several hosts share, each once. */
export function sharedRouters(cluster: Cluster): readonly VirtualRouter[] {
  return cluster.virtualRouters.filter(({ members }) => new Set(members.map(({ host }) => host)).size > 1);
}

export function hostNamesOf(stands: readonly Stand[]): string {
  return anyOf([...new Set(stands.map(({ member }) => member.host.name))], "and");
}

/** The form of a verb that fits the hosts: `uses` for one, `use` for several. */
export function verb(stands: readonly Stand[], one: string, several: string): string {
  return new Set(stands.map(({ member }) => member.host)).size === 1 ? one : several;
}

/** Where the other hosts say it, and what. */
export function relatedTo(stands: readonly Stand[]): readonly Related[] {
  return stands.map(({ member, place, shown }) => ({ place, message: `${member.host.name}: ${shown}` }));
}
