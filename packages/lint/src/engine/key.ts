/** What a finding is about, told without its message. */
import type { Place } from "@kalint/daemon";
import type { Finding } from "../types.js";

/** Two findings with one identity are one finding that was seen twice: on several hosts, or under several config-ids. */
export function identityOf(rule: string, { place, values, related }: Finding): string {
  const apart = values ?? related?.map((each) => [each.place.file, each.place.start]);
  return JSON.stringify([rule, place.file, place.start, place.end, apart ?? []]);
}

/**
 * The same for a finding whose lines have moved. `textAt` gives what is written at a place; of a longer text its first
 * line counts, so that a block is known by its header.
 */
export function keyOf(rule: string, { place, values }: Finding, textAt: (place: Place) => string): string {
  const [first = ""] = textAt(place)
    .trim()
    .split(/[\r\n]/, 1);
  return JSON.stringify([rule, first.replace(/\s+/g, " ").trim(), ...(values ?? [])]);
}
