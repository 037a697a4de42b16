import {
  applySafeFixes,
  codeActions,
  type Diagnostic,
  fixesOfRules,
  refactorings,
  reflectedActions,
  suppressions,
} from "@kalint/service";
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { editAbilities, toCodeAction, toEdits, toRefactoring } from "./convert.js";
import { toSpan } from "./positions.js";
import { find, type Session } from "./session.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kalint`;

/** What can be done at a place: fixes, suppressions, refactorings. */
export function serveActions(session: Session): void {
  const { connection, workspace, diagnoses, client, guard } = session;
  const actionsFor = async (
    { textDocument, range, context }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[]> => {
    if (typeof context !== "object" || context === null) {
      throw new ResponseError(ErrorCodes.InvalidParams, "textDocument/codeAction needs a context");
    }
    const { files, reflections } = await diagnoses.current(token);
    const text = find(session, textDocument.uri);
    const diagnostics = files.get(text.path) ?? [];
    const wanted = (kind: string) => (context.only ?? [""]).some((only) => only === "" || isKindOf(kind, only));
    const { start, end } = toSpan(text.positions, range);
    const fixes = wanted(CodeActionKind.QuickFix)
      ? [
          ...codeActions(diagnostics, start, end),
          ...reflectedActions(reflections.get(text.path) ?? [], start, end),
          ...fixesOfRules(text.document, diagnostics, start, end),
          ...suppressions(text.document, diagnostics, start, end),
        ]
      : [];
    const reflected = (reflections.get(text.path) ?? []).map(({ place, diagnostic }) => ({ ...diagnostic, place }));
    const pages = wanted(CodeActionKind.QuickFix) ? pagesOf([...diagnostics, ...reflected], start, end) : [];
    const changes = wantsRefactoring(context.only) ? refactorings(text.document, start) : [];
    const fixed = context.only && wanted(fixAllKind) ? applySafeFixes(text.document, diagnostics) : undefined;
    const can = editAbilities(client());
    return [
      ...fixes.map((action) => toCodeAction(workspace, action)),
      ...pages,
      ...changes
        .flatMap((one) => toRefactoring(workspace, one, can) ?? [])
        .filter(({ kind }) => kind !== undefined && wanted(kind)),
      ...(fixed
        ? [
            {
              title: "Fix everything that has one safe reading",
              kind: fixAllKind,
              edit: { changes: { [text.uri]: toEdits(text.positions, [fixed]) } },
            },
          ]
        : []),
    ];
  };
  connection.onCodeAction(
    guard("textDocument/codeAction", [], async (params, token) => {
      const actions = await actionsFor(params, token);
      if (!resolvesEdits(client())) return actions;
      const { version } = find(session, params.textDocument.uri);
      return actions.map(({ edit, ...action }, index) =>
        edit === undefined ? action : { ...action, data: { params, version, index } satisfies Unresolved },
      );
    }),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const { params, version, index } = (action.data ?? {}) as Partial<Unresolved>;
    if (params === undefined || index === undefined) return action;
    const found = (await actionsFor(params, token))[index];
    if (found?.title !== action.title || find(session, params.textDocument.uri).version !== version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, "the text has changed since the action was offered");
    }
    return { ...action, ...(found.edit && { edit: found.edit }) };
  });
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

function pagesOf(diagnostics: readonly Diagnostic[], start: number, end: number) {
  const here = diagnostics.filter(({ place }) => place.start <= end && start <= place.end);
  return [...new Set(here.map(({ rule }) => rule))].map((rule) => {
    const title = `Show the page of ${rule}`;
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: "kalint.openRule", arguments: [rule] } };
  });
}

function isKindOf(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}
