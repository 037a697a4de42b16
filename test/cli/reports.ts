import type { Place } from "@kalint/daemon";
import type { Diagnostic } from "@kalint/lint";
import type { FormatContext } from "../../packages/cli/src/output/types.js";
import { noColours } from "../../packages/cli/src/render/colours.js";
import { buildReport } from "../../packages/cli/src/report/build.js";
import type { Report } from "../../packages/cli/src/report/types.js";

/** The first occurrence of `needle` in a file. */
export function placeOf(files: Readonly<Record<string, string>>, file: string, needle: string): Place {
  const start = files[file]?.indexOf(needle) ?? -1;
  if (start === -1) throw new Error(`'${needle}' does not stand in ${file}`);
  return { file, start, end: start + needle.length };
}

/** A diagnostic with plain texts where none are given. */
export function diagnostic(place: Place, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    place,
    rule: "unknown-keyword",
    category: "daemon",
    severity: "error",
    message: "no such keyword",
    why: "keepalived ignores the line.",
    help: "Remove it.",
    configIds: [],
    ...more,
  };
}

export function reportOf(files: Readonly<Record<string, string>>, diagnostics: readonly Diagnostic[]): Report {
  return buildReport({
    target: "2.4.3",
    files: Object.keys(files).map((path) => ({
      path,
      diagnostics: diagnostics.filter(({ place }) => place.file === path),
    })),
    read: (path) => files[path],
  });
}

export const plainContext: FormatContext = {
  colours: noColours,
  width: 100,
  quiet: false,
  statistics: false,
  version: "0.0.0",
  fixed: 0,
};
