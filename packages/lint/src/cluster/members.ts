import type { Cluster, VirtualRouter } from "@kalint/cluster";
import type { HostConfiguration, Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { anyOf } from "../suggest.js";
import type { Finding, Related } from "../types.js";

/** What belongs to one host. */
export interface OfHost {
  readonly host: HostConfiguration;
}

export type Member = VirtualRouter["members"][number];

/** One host's value of what all should agree on: an instance's, or the whole host's. */
export interface Stand<M extends OfHost = Member> {
  readonly member: M;
  /** Same key, same value. */
  readonly key: string;
  readonly place: Place;
  /** The value as messages show it. */
  readonly shown: string;
}

/** The value that most hosts have (of the first host where no value has most), and the hosts that have another. */
interface Disagreement<S extends Stand<OfHost> = Stand> {
  readonly agreed: readonly S[];
  readonly deviating: readonly S[];
}

export function disagreement<S extends Stand<OfHost>>(stands: readonly S[]): Disagreement<S> | undefined {
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

/**
 * A finding for each host that has another value than the most. `message` says both values, and may give another
 * place or severity too; without a message nothing is reported.
 */
export function disagreements<S extends Stand<OfHost>>(
  stands: readonly S[],
  message: (stand: S, agreed: readonly S[]) => string | Omit<Finding, "place" | "related"> | undefined,
): readonly Finding[] {
  const found = disagreement(stands);
  return (found?.deviating ?? []).flatMap((stand): Finding[] => {
    const said = message(stand, found!.agreed);
    if (said === undefined) return [];
    const finding = typeof said === "string" ? { message: said } : said;
    return [{ ...finding, place: stand.place, related: relatedTo(stands.filter((other) => other !== stand)) }];
  });
}

/** Every virtual router that several hosts share, each once. */
export function sharedRouters(cluster: Cluster): readonly VirtualRouter[] {
  return cluster.virtualRouters.filter(({ members }) => new Set(members.map(({ host }) => host)).size > 1);
}

/** The hosts by name; more than four are counted, as their lines are named beside the message anyway. */
export function hostNamesOf(stands: readonly Stand<OfHost>[]): string {
  const names = [...new Set(stands.map(({ member }) => member.host.name))];
  return anyOf(names.length > 4 ? [...names.slice(0, 3), say`${names.length - 3} more hosts`] : names, "and");
}

/** The form of a verb that fits the hosts: `uses` for one, `use` for several. */
export function verb(stands: readonly Stand<OfHost>[], one: string, several: string): string {
  return new Set(stands.map(({ member }) => member.host)).size === 1 ? one : several;
}

/** Where the other hosts say it, and what. */
export function relatedTo(stands: readonly Stand<OfHost>[]): readonly Related[] {
  return stands.map(({ member, place, shown }) => ({ place, message: say`${member.host.name}: ${shown}` }));
}

/** Where a host's missing setting would stand: its `global_defs`, else its first block. */
export function placeFor({ effective }: HostConfiguration): Place {
  const { statements, path } = effective;
  const block = statements.find(({ keyword }) => keyword.path === "global_defs") ?? statements[0];
  return block?.words[0]?.place ?? { file: path, start: 0, end: 0 };
}
