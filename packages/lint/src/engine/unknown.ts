import type { Place } from "@kalint/daemon";
import type { HostVariant } from "@kalint/project";
import type { Finding } from "../types.js";
import { identityOf } from "./key.js";
import type { Sighting } from "./merge.js";

/** What was seen with one value of the unknown words. */
interface Run {
  readonly variants: readonly HostVariant[];
  readonly sightings: readonly Sighting[];
}

/**
 * The sightings that rest on no value of unknown content: those that are seen alike with another value, and neither
 * stand on such a word nor name one.
 */
export function restingOnKnown({ variants, sightings }: Run, other: Run): readonly Sighting[] {
  const ofAll = variants.filter(({ isHost }) => isHost === "yes").flatMap(unknownOf);
  const alike = new Set(other.sightings.map(whatIsSaid));
  return sightings.filter((sighting) => {
    if (sighting.rule.looksAtText) return true;
    const unknown = sighting.variant ? unknownOf(sighting.variant) : ofAll;
    return alike.has(whatIsSaid(sighting)) && !standsOn(unknown, sighting.finding);
  });
}

export function unknownOf({ configuration }: HostVariant): readonly Place[] {
  return configuration.effective.unknown;
}

/** Whether a finding stands on one of the places, or names one. */
export function standsOn(unknown: readonly Place[], { place, related = [] }: Finding): boolean {
  return [place, ...related.map((each) => each.place)].some((each) => unknown.some((one) => overlaps(one, each)));
}

export function whatIsSaid({ rule, finding, variant }: Sighting): string {
  return JSON.stringify([identityOf(rule.id, finding), finding.message, variant?.path, variant?.configId]);
}

function overlaps(one: Place, other: Place): boolean {
  return one.file === other.file && one.start < other.end && other.start < one.end;
}
