/** What a finding is about, told without its message. */
import type { Place } from "@kalint/daemon";
import type { Finding } from "../types.js";

/** Two findings with one identity are one finding that was seen twice: on several hosts, or under several config-ids. */
export function identityOf(rule: string, { place, values, related }: Finding): string {
  let identity = `${rule}\0${place.file}\0${place.start}\0${place.end}`;
  if (values !== undefined) return values.length === 0 ? identity : `${identity}\0${JSON.stringify(values)}`;
  for (const { place: other } of related ?? []) identity += `\0${other.file}\0${other.start}`;
  return identity;
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
