import { say } from "@kalint/schema";
import {
  codeActions,
  type Diagnosis,
  type Diagnostic,
  editsOf,
  type Fix,
  fixesOfRules,
  type Refactoring,
  refactorings,
  reflectedActions,
  reflectedSuppressions,
  type CodeAction as ServiceAction,
  safeFixes,
  suppressions,
} from "@kalint/service";
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { editAbilities, toCodeAction, toEdits, toRefactoring } from "./convert.js";
import type { Diagnoses } from "./diagnoses.js";
import { createJudge, modified, worse } from "./judging.js";
import { toSpan } from "./positions.js";
import { isStopped } from "./progress.js";
import { find, type Session } from "./session.js";
import type { OpenText } from "./workspace.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kalint`;

/** An action, and what it does to texts: the target's own check decides about it before its edit is given away. */
interface Offered {
  readonly action: CodeAction;
  readonly change?: Fix;
}

/** What can be done at a place: fixes, suppressions, refactorings. */
export function serveActions(session: Session): void {
  const { connection, workspace, diagnoses, client, guard } = session;
  const judge = createJudge(workspace);

  /** The actions at a place as the texts are now. Fixes that make something worse are none. */
  const actionsFor = async (params: CodeActionParams, token: CancellationToken): Promise<readonly Offered[]> => {
    const { context } = params;
    if (typeof context !== "object" || context === null) {
      throw new ResponseError(ErrorCodes.InvalidParams, "textDocument/codeAction needs a context");
    }
    for (;;) {
      const diagnosis = await diagnosed(diagnoses, token);
      const generation = workspace.generation();
      const { fixes, all, others, withAll } = offersAt(session, params, context, diagnosis);
      const proven = await judge.each(fixes, token);
      const together = await judge.together(all, token);
      if (proven === undefined || together === undefined || workspace.generation() !== generation) continue;
      return [...proven, ...others, ...withAll(together)];
    }
  };

  connection.onCodeAction(
    guard("textDocument/codeAction", [], async (params, token) => {
      for (;;) {
        const offered = await actionsFor(params, token);
        const { version } = find(session, params.textDocument.uri);
        if (resolvesEdits(client())) {
          return offered.map(({ action: { edit, ...action } }, index) =>
            edit === undefined ? action : { ...action, data: { params, version, index } satisfies Unresolved },
          );
        }
        const proven = await judge.each(offered, token);
        if (proven !== undefined) return proven.map(({ action }) => action);
      }
    }),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const { params, version, index } = (action.data ?? {}) as Partial<Unresolved>;
    if (params === undefined || index === undefined) return action;
    const found = (await actionsFor(params, token))[index];
    const proven = found && (await judge.each([found], token));
    if (
      found?.action.title !== action.title ||
      proven === undefined ||
      find(session, params.textDocument.uri).version !== version
    ) {
      throw modified();
    }
    if (proven.length === 0) throw worse();
    return { ...action, ...(found.action.edit && { edit: found.action.edit }) };
  });
}

/** What needs no findings is there, too, where their user has stopped the search for them. */
async function diagnosed(diagnoses: Diagnoses, token: CancellationToken): Promise<Diagnosis> {
  try {
    return await diagnoses.current(token);
  } catch (error) {
    if (!isStopped(error)) throw error;
    return { files: new Map(), reflections: new Map(), failures: [] };
  }
}

/** What could be done at a place. Whether fixes may is judged first; of the others, once one is chosen. */
function offersAt(session: Session, params: CodeActionParams, context: CodeActionContext, diagnosis: Diagnosis) {
  const { textDocument, range } = params;
  const { only } = context;
  const { files, reflections } = diagnosis;
  const wanted = (kind: string) => (only ?? [""]).some((each) => each === "" || isKindOf(kind, each));
  const { workspace, client } = session;
  const text = find(session, textDocument.uri);
  const { document, positions } = text;
  const diagnostics = files.get(text.path) ?? [];
  const there = reflections.get(text.path) ?? [];
  const { start, end } = toSpan(positions, range);
  const isQuick = wanted(CodeActionKind.QuickFix);
  const offered = (one: ServiceAction): Offered => ({ action: toCodeAction(workspace, one), change: one.fix });
  const single = appliedAtOnce(session, params, text);
  if (single) {
    const meant = diagnostics.filter(
      ({ rule, place }) => rule === single.code && place.start === single.start && place.end === single.end,
    );
    const all = codeActions(meant, single.start, single.end);
    const fixes = all.length === 1 ? all : all.filter(({ preferred }) => preferred);
    return { fixes: fixes.map(offered), all: [], others: [], withAll: () => [] };
  }
  const fixes = isQuick
    ? [
        ...codeActions(diagnostics, start, end),
        ...reflectedActions(there, start, end),
        ...fixesOfRules(document, diagnostics, start, end),
      ]
    : [];
  const comments = isQuick
    ? [
        ...suppressions(document, diagnostics, start, end),
        ...reflectedSuppressions(workspace.documentOf, there, start, end),
      ]
    : [];
  const reflected = there.map(({ place, diagnostic }) => ({ ...diagnostic, place }));
  const here = findingsAt([...diagnostics, ...reflected], start, end);
  const changes = wantsRefactoring(only) || (isQuick && here.length > 0) ? refactorings(document, start) : [];
  const settledBy = ({ settles }: Refactoring) => here.filter(({ rule }) => settles?.test(rule));
  const can = editAbilities(client());
  const toOffered = (one: Refactoring): readonly Offered[] => {
    const action = toRefactoring(workspace, one, can, settledBy(one));
    return action?.kind && wanted(action.kind) ? [{ action, change: { ...one, safe: true } }] : [];
  };
  const withAll = (proven: readonly Fix[]): readonly Offered[] => {
    const edits = editsOf(document, proven);
    if (edits.length === 0) return [];
    const edit = { changes: { [text.uri]: toEdits(positions, edits) } };
    return [{ action: { title: say`Apply all safe fixes`, kind: fixAllKind, edit } }];
  };
  return {
    fixes: fixes.map(offered),
    all: only && wanted(fixAllKind) ? safeFixes(document, diagnostics) : [],
    others: [
      ...changes.filter((one) => settledBy(one).length > 0).flatMap(toOffered),
      ...comments.map(offered),
      ...(isQuick ? pagesOf(here) : []).map((action): Offered => ({ action })),
      ...changes.filter((one) => settledBy(one).length === 0).flatMap(toOffered),
    ],
    /** The action that applies all of these. */
    withAll,
  };
}

/**
 * The finding of which all actions are applied, without a choice: Kate's "Quick Fix" asks for those of the whole file with this
 * one in the context.
 */
function appliedAtOnce({ client }: Session, { range, context }: CodeActionParams, { positions }: OpenText) {
  const { start, end } = toSpan(positions, range);
  const isWhole = start === 0 && end === positions.text.length;
  const [first, ...rest] = context.diagnostics ?? [];
  const canChoose = client().textDocument?.codeAction?.isPreferredSupport === true;
  if (canChoose || !isWhole || !first || rest.length > 0 || context.only) return undefined;
  return { code: first.code, ...toSpan(positions, first.range) };
}

/** What an action without its edit is asked by again. */
interface Unresolved {
  readonly params: CodeActionParams;
  readonly version: number;
  readonly index: number;
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes("edit") === true;
}

/** Refactorings are looked for where nobody asks for something else alone. */
function wantsRefactoring(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === "" || isKindOf(kind, CodeActionKind.Refactor));
}

function findingsAt(diagnostics: readonly Diagnostic[], start: number, end: number): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ place, causedBy }) => place.start <= end && start <= place.end && causedBy === undefined,
  );
}

function pagesOf(here: readonly Diagnostic[]) {
  return [...new Set(here.map(({ rule }) => rule))].map((rule) => {
    const title = say`Show the page of ${rule}`;
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: "kalint.openRule", arguments: [rule] } };
  });
}

function isKindOf(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}
