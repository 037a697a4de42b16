import type { HostConfiguration } from "@kalint/daemon";
import {
  type Diagnostic,
  type Edit,
  editsOfFixes,
  type Fix,
  isSuppressible,
  type LintRequest,
  lintInSteps,
  type Reflection,
  type RuleFailure,
  reflectionsOf,
  suppressingEdits,
} from "@kalint/lint";
import { type Steps, shortPath } from "@kalint/project";
import { say } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import type { Document } from "./document.js";

export interface Diagnosis {
  /** By file; a file without an entry was not read. */
  readonly files: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The other sides of findings between hosts, by the file that they lie in: who edits that file wants to know too. */
  readonly reflections: ReadonlyMap<string, readonly Reflection[]>;
  /** Rules that stopped with an error. */
  readonly failures: readonly RuleFailure[];
  /** Those that run the files, where all files were read. */
  readonly hosts?: readonly HostConfiguration[] | undefined;
}

/**
 * Lints several files together, with a pause before each host and cluster: hosts of one cluster are compared, a file that
 * another one includes is read there.
 */
export function* diagnoseInSteps(request: LintRequest): Steps<Diagnosis> {
  const { files, failures, hosts } = yield* lintInSteps(request);
  return {
    files: new Map(files.map((file) => [file.path, file.diagnostics])),
    reflections: reflectionsOf(files),
    failures,
    hosts,
  };
}

/** A fix for a diagnostic at a place, ready to be offered. */
export interface CodeAction {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The one to take without thinking: a safe fix without rival. */
  readonly preferred: boolean;
}

/** The fixes of those `diagnostics` that touch the range. */
export function codeActions(diagnostics: readonly Diagnostic[], start: number, end: number): readonly CodeAction[] {
  return diagnostics
    .filter(({ place }) => place.start <= end && start <= place.end)
    .flatMap((diagnostic) => {
      const fixes = diagnostic.fixes ?? [];
      const safe = fixes.filter((fix) => fix.safe);
      return fixes.map((fix) => ({
        title: asEntry(fix.title),
        diagnostic,
        fix,
        preferred: fix.safe && safe.length === 1,
      }));
    });
}

/** The fixes of findings that lie in another file and whose other side touches the range. */
export function reflectedActions(
  reflections: readonly Reflection[],
  start: number,
  end: number,
): readonly CodeAction[] {
  return reflections
    .filter(({ place }) => place.start <= end && start <= place.end)
    .flatMap(({ diagnostic }) => {
      const there = shortPath(diagnostic.place.file);
      return codeActions([diagnostic], diagnostic.place.start, diagnostic.place.end).map((action) => ({
        ...action,
        title: say`${action.title} in ${there}`,
        preferred: false,
      }));
    });
}

/** Fixes are named like the parts of a sentence, in Markdown; an entry of a menu begins one, and is plain text. */
function asEntry(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`.replaceAll("`", "");
}

/** For each rule that finds several things in the document, and names one fix for each: all of them at once. */
export function fixesOfRules(
  document: Document,
  diagnostics: readonly Diagnostic[],
  start: number,
  end: number,
): readonly CodeAction[] {
  const here = diagnostics.filter(
    ({ place, fixes }) => place.start <= end && start <= place.end && fixes?.length === 1,
  );
  return [...new Map(here.map((diagnostic) => [diagnostic.rule, diagnostic])).values()].flatMap((diagnostic) => {
    const same = diagnostics.filter(({ rule }) => rule === diagnostic.rule);
    const fixes = same.flatMap(({ fixes: list = [] }) => (list.length === 1 ? list : []));
    const edits = editsOf(document, fixes);
    if (fixes.length < 2 || edits.length === 0) return [];
    const title = say`Fix all ${fixes.length} findings of ${diagnostic.rule}`;
    const safe = fixes.every((fix) => fix.safe);
    return [{ title, diagnostic, fix: { title, safe, edits }, preferred: false }];
  });
}

/** Comments that suppress the findings of a range: on their line, or in the whole file; two actions a rule. */
export function suppressions(
  document: Document,
  diagnostics: readonly Diagnostic[],
  start: number,
  end: number,
): readonly CodeAction[] {
  const here = diagnostics.filter(({ place }) => place.start <= end && start <= place.end);
  return suppressing(here, () => document).map(({ action }) => action);
}

/** The same for findings that lie in another file and whose other side touches the range: a comment counts where the finding is. */
export function reflectedSuppressions(
  documentOf: (path: string) => Document | undefined,
  reflections: readonly Reflection[],
  start: number,
  end: number,
): readonly CodeAction[] {
  const here = reflections.filter(({ place }) => place.start <= end && start <= place.end);
  const found = suppressing(
    here.map(({ diagnostic }) => diagnostic),
    documentOf,
  );
  return found.map(({ action, line }) => {
    const { rule, place } = action.diagnostic;
    const there = shortPath(place.file);
    const title =
      line === undefined ? say`Suppress ${rule} in ${there}` : say`Suppress ${rule} on line ${line} of ${there}`;
    return { ...action, title };
  });
}

/** Two actions a rule and file; `line` is the one that the first of them speaks of. */
function suppressing(
  diagnostics: readonly Diagnostic[],
  documentOf: (path: string) => Document | undefined,
): readonly { readonly action: CodeAction; readonly line?: number }[] {
  const those = diagnostics.filter((each) => isSuppressible(each) && each.causedBy === undefined);
  const each = new Map(those.map((one) => [`${one.rule} ${one.place.file}`, one])).values();
  return [...each].flatMap((diagnostic) => {
    const { rule, place } = diagnostic;
    const document = documentOf(place.file);
    if (document === undefined) return [];
    const make = (title: string, edits: readonly Omit<Edit, "file">[]): CodeAction => ({
      title,
      diagnostic,
      fix: { title, safe: true, edits: edits.map((edit) => ({ ...edit, file: document.path })) },
      preferred: false,
    });
    const onLine = suppressingEdits(document.tree, [{ rule, start: place.start }]);
    const lineEnd = /\r?\n/.exec(document.text)?.[0] ?? "\n";
    const comment = `# kalint-disable-file ${rule}${lineEnd}`;
    const line = positionAt(lineTable(document.text), place.start).line + 1;
    return [
      { action: make(say`Suppress ${rule} on this line`, onLine), line },
      { action: make(say`Suppress ${rule} in this file`, [{ start: 0, end: 0, text: comment }]) },
    ];
  });
}

/** The safe fix of each finding in the document that is not left until another mistake is corrected. */
export function safeFixes(document: Document, diagnostics: readonly Diagnostic[]): readonly Fix[] {
  return diagnostics
    .filter(({ causedBy }) => causedBy === undefined)
    .flatMap(({ fixes = [] }) => fixes.find((fix) => fix.safe) ?? [])
    .filter((fix) => fix.edits.every((edit) => edit.file === document.path));
}

/** The edits that apply these fixes to the document. Each stays its own: cursors and marks beside them stay where they are. */
export function editsOf({ path }: Document, fixes: readonly Fix[]): readonly Edit[] {
  return editsOfFixes(
    fixes.filter((fix) => fix.edits.every((edit) => edit.file === path)),
    { unsafe: true },
  );
}
