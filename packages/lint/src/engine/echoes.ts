/** One cause, one finding: which findings only follow from another that is named. */
import type { Place } from "@kalint/daemon";
import { blanksIn } from "@kalint/schema";
import { type LineTable, lineTable, positionAt } from "@kalint/syntax";
import type { Diagnostic, LintedFile } from "../types.js";

/**
 * Keeps `causedBy` only where the cause is among the findings, as the place of that finding: an echo is folded under
 * it, and without it nothing would be said. In a text that is no configuration everything follows from that, and what is
 * found on a placeholder follows from its not being filled in.
 */
export function withEchoes(
  files: readonly LintedFile[],
  rules: { readonly content: string; readonly blank: string },
  textOf: (path: string) => string | undefined,
): readonly LintedFile[] {
  const tables = new Map<string, LineTable>();
  const lineOf = (file: string, offset: number): number => {
    const table = tables.get(file) ?? lineTable(textOf(file) ?? "");
    tables.set(file, table);
    return positionAt(table, offset).line;
  };
  const key = (file: string, offset: number) => `${file}\0${lineOf(file, offset)}`;
  const causes = new Map<string, Diagnostic>();
  const foreign = new Map<string, Diagnostic>();
  const unfilled = new Map<string, Diagnostic>();
  for (const { diagnostics } of files) {
    for (const each of diagnostics) {
      if (each.rule === rules.content) foreign.set(each.place.file, each);
      if (each.rule === rules.blank && !unfilled.has(each.place.file)) unfilled.set(each.place.file, each);
      if (each.causedBy === undefined) {
        const at = key(each.place.file, each.place.start);
        const known = causes.get(at);
        if (known === undefined || (known.severity !== "error" && each.severity === "error")) causes.set(at, each);
      }
    }
  }
  const blanks = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  const onBlank = ({ file, start, end }: Place): Diagnostic | undefined => {
    const cause = unfilled.get(file);
    if (cause === undefined) return undefined;
    const all = blanks.get(file) ?? blanksIn(textOf(file) ?? "");
    blanks.set(file, all);
    return all.some((blank) => blank.start < end && start < blank.end) ? cause : undefined;
  };
  return files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.map((each) => {
      const { causedBy, ...rest } = each;
      const cause =
        foreign.get(each.place.file) ??
        (causedBy && causeOf(each, causes.get(key(causedBy.file, causedBy.start)))) ??
        onBlank(each.place);
      if (cause === undefined || cause === each) return causedBy === undefined ? each : rest;
      return { ...rest, causedBy: cause.place };
    }),
  }));
}

/** Nothing is folded under what is less than itself. */
function causeOf(echo: Diagnostic, cause: Diagnostic | undefined): Diagnostic | undefined {
  return cause?.severity === "error" || cause?.severity === echo.severity ? cause : undefined;
}
