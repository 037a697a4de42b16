import type { Place } from "@kalint/daemon";
import type { Diagnostic, LintedFile } from "../types.js";

/** The other side of a finding between hosts: a line in another file that it speaks of. It is no finding of its own. */
export interface Reflection {
  readonly place: Place;
  readonly diagnostic: Diagnostic;
}

/**
 * By the file that they are in: who edits that file has the same mistake on the screen. A line that has a finding of the rule
 * already, or another reflection, gets no more: of hundreds of files with one mistake each would else list all others.
 */
export function reflectionsOf(files: readonly LintedFile[]): ReadonlyMap<string, readonly Reflection[]> {
  const reflections = new Map<string, Reflection[]>();
  const between = files.flatMap((file) =>
    file.diagnostics.filter(({ category, related }) => category === "cluster" && related !== undefined),
  );
  if (between.length === 0) return reflections;
  const rules = new Set(between.map(({ rule }) => rule));
  const taken = new Set<string>();
  for (const { diagnostics } of files) {
    for (const { rule, place } of diagnostics) if (rules.has(rule)) taken.add(placeKey(rule, place));
  }
  for (const diagnostic of between) {
    if (diagnostic.causedBy !== undefined) continue;
    const reached = new Set([diagnostic.place.file]);
    for (const { place } of diagnostic.related ?? []) {
      const key = placeKey(diagnostic.rule, place);
      if (reached.has(place.file) || taken.has(key)) continue;
      reached.add(place.file);
      taken.add(key);
      const list = reflections.get(place.file);
      if (list === undefined) reflections.set(place.file, [{ place, diagnostic }]);
      else list.push({ place, diagnostic });
    }
  }
  return reflections;
}

function placeKey(rule: string, { file, start }: Place): string {
  return `${rule}\0${start}\0${file}`;
}
