/** What a finding is about, told without its message. */
import type { Diagnostic, Finding } from "../types.js";

/** Two findings with one identity are one finding that was seen twice: on several hosts, or under several config-ids. */
export function identityOf(rule: string, { place, values, related }: Finding): string {
  let identity = `${rule}\0${place.file}\0${place.start}\0${place.end}`;
  if (values !== undefined) return values.length === 0 ? identity : `${identity}\0${JSON.stringify(values)}`;
  for (const { place: other } of related ?? []) identity += `\0${other.file}\0${other.start}`;
  return identity;
}

/**
 * What a diagnostic is about, in words of the configuration alone: the same where lines have moved and messages have been
 * reworded or translated. Baselines and fingerprints go by it. Not unique in a file. `read` gives the text of a file as it was
 * linted; of what is written at the place the first line counts, so that a block is known by its header.
 */
export function keyOf(
  { rule, place: { file, start, end }, values }: Pick<Diagnostic, "rule" | "place" | "values">,
  read: (path: string) => string | undefined,
): string {
  const written = read(file)?.slice(start, end) ?? "";
  const [first = ""] = written.trim().split(/[\r\n]/, 1);
  return JSON.stringify([rule, first.replace(/\s+/g, " ").trim(), ...(values ?? [])]);
}
