import type { Place } from "@kalint/daemon";
import type { Diagnostic, LintedFile } from "../types.js";

/**
 * Diagnostics whose places are their own. The readings that they were made from move theirs in place when the text is edited,
 * if only to try a fix: what was reported stays about the text as it was.
 */
export function withOwnPlaces(files: readonly LintedFile[]): readonly LintedFile[] {
  return files.map((file) => ({ ...file, diagnostics: file.diagnostics.map(ownPlaces) }));
}

function ownPlaces(diagnostic: Diagnostic): Diagnostic {
  const { place, related, causedBy } = diagnostic;
  return {
    ...diagnostic,
    place: copyOf(place),
    ...(related && { related: related.map((each) => ({ ...each, place: copyOf(each.place) })) }),
    ...(causedBy && { causedBy: copyOf(causedBy) }),
  };
}

function copyOf(place: Place): Place {
  return { ...place };
}
