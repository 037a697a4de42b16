import type { Place } from "@kalint/daemon";
import type { Diagnostic, LintedFile } from "../types.js";

/** The other side of a finding between hosts: a line in another file that it speaks of. It is no finding of its own. */
export interface Reflection {
  readonly place: Place;
  readonly diagnostic: Diagnostic;
}

/** By the file that they are in, one for each finding: who edits that file has the same mistake on the screen. */
export function reflectionsOf(files: readonly LintedFile[]): ReadonlyMap<string, readonly Reflection[]> {
  const reflections = new Map<string, Reflection[]>();
  for (const diagnostic of files.flatMap((file) => file.diagnostics)) {
    if (diagnostic.category !== "cluster" || diagnostic.causedBy !== undefined) continue;
    const reached = new Set([diagnostic.place.file]);
    for (const { place } of diagnostic.related ?? []) {
      if (reached.has(place.file)) continue;
      reached.add(place.file);
      reflections.set(place.file, [...(reflections.get(place.file) ?? []), { place, diagnostic }]);
    }
  }
  return reflections;
}
