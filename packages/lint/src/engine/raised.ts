/** What is said only of hosts whose definitions have been moved above their use. */

import { earlyUses } from "@kalint/daemon";
import type { HostVariant } from "@kalint/project";
import { say } from "@kalint/schema";
import { anyOf } from "../suggest.js";
import type { Category } from "../types.js";
import { identityOf } from "./key.js";
import type { Sighting } from "./merge.js";

/** What rests on what is tracked. Anything else has been said of the host as it is. */
const concerned: ReadonlySet<Category> = new Set(["tracking", "cluster"]);

/**
 * The sightings that are new, each with the lines that hide it. keepalived itself says nothing of them. `originals`: the
 * hosts as they are, by what they became.
 */
export function newOnesOf(
  sightings: readonly Sighting[],
  today: readonly Sighting[],
  originals: ReadonlyMap<HostVariant, HostVariant>,
): readonly Sighting[] {
  const known = new Set(today.map(({ rule, finding }) => identityOf(rule.id, finding)));
  const uses = [...originals.values()].flatMap(({ configuration }) => earlyUses(configuration));
  return sightings.flatMap(({ rule, finding, variant }) => {
    if (!concerned.has(rule.category) || known.has(identityOf(rule.id, finding))) return [];
    const { daemon: _, fixes: __, ...rest } = finding;
    const named = uses.filter(({ reference }) => `${finding.message} ${finding.help ?? ""}`.includes(reference.name));
    const hiding = named.length > 0 ? named : uses;
    const names = [...new Set(hiding.map(({ reference }) => reference.name))];
    const related = hiding.map(({ reference }) => ({
      place: reference.place,
      message: say`counts once ${reference.name} is defined above this line`,
    }));
    const original = variant && (originals.get(variant) ?? variant);
    return [
      {
        rule,
        finding: {
          ...rest,
          message: say`${finding.message} (once ${anyOf(names, "and")} ${names.length === 1 ? say`is` : say`are`} defined above its use)`,
          related: [...(finding.related ?? []), ...related],
        },
        ...(original && { variant: original }),
      },
    ];
  });
}
