import { type EffectiveWord, type HostConfiguration, type Place, perHost, statementsOf } from "@kalint/daemon";
import type { HostVariant } from "@kalint/project";
import type { Edit, Fix } from "../types.js";
import type { Sighting } from "./merge.js";

/**
 * A fix is safe only where it is right for every host that reads the words it changes: of two lines with one value,
 * the second is too much only on hosts that read both. Where another host would not be offered the same fix, a
 * person decides.
 */
export function withAgreedFixes(sightings: readonly Sighting[], variants: readonly HostVariant[]): readonly Sighting[] {
  const hosts = variants.filter(({ isHost, neighbour }) => isHost === "yes" && !neighbour);
  if (hosts.length < 2) return sightings;
  const offers = new Map<string, Set<HostVariant>>();
  for (const { rule, finding, variant } of sightings) {
    for (const fix of variant ? (finding.fixes ?? []) : []) {
      const key = keyOf(rule.id, fix);
      offers.set(key, (offers.get(key) ?? new Set()).add(variant!));
    }
  }
  const isAgreed = (rule: string, fix: Fix): boolean => {
    const offering = offers.get(keyOf(rule, fix));
    return hosts.every((host) => offering?.has(host) || !fix.edits.some((edit) => reads(host.configuration, edit)));
  };
  return sightings.map((sighting) => {
    const { rule, finding, variant } = sighting;
    if (variant === undefined || !finding.fixes?.some((fix) => fix.safe && !isAgreed(rule.id, fix))) return sighting;
    const fixes = finding.fixes.map((fix) => (isAgreed(rule.id, fix) ? fix : { ...fix, safe: false }));
    return { ...sighting, finding: { ...finding, fixes } };
  });
}

function keyOf(rule: string, { edits }: Fix): string {
  return JSON.stringify([rule, edits.map(({ file, start, end, text }) => [file, start, end, text])]);
}

function reads(host: HostConfiguration, { file, start, end }: Edit): boolean {
  const places = readPlaces(host).get(file) ?? [];
  // An insertion changes what stands right behind it.
  return places.some((place) => (start === end ? place.start <= start : place.start < end) && place.end > start);
}

/** Every word that a host reads, known or not, by file. */
const readPlaces = perHost((host): ReadonlyMap<string, readonly Place[]> => {
  const byFile = new Map<string, Place[]>();
  const add = (place: Place) => {
    const list = byFile.get(place.file);
    if (list) list.push(place);
    else byFile.set(place.file, [place]);
  };
  const addWords = (words: readonly EffectiveWord[]) => {
    for (const { place } of words) add(place);
  };
  for (const { words, lines } of statementsOf(host.effective)) {
    addWords(words);
    for (const line of lines) addWords(line.words);
  }
  for (const { place } of host.effective.problems) add(place);
  return byFile;
});
