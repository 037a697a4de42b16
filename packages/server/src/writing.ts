import {
  applySafeFixes,
  codeActions,
  type Diagnostic,
  type FormatOptions,
  fixesOfRules,
  formatDocument,
  formatTyped,
  refactorings,
  renameAt,
  renameableAt,
  suppressions,
} from "@kalint/service";
import { CodeActionKind, ErrorCodes, type FormattingOptions, ResponseError } from "vscode-languageserver";
import { editAbilities, toCodeAction, toEdits, toRefactoring, toRenaming } from "./convert.js";
import type { Environment } from "./environment.js";
import { toRange, toSpan } from "./positions.js";
import { find, findAt, type Session } from "./session.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kalint`;

/** What changes texts: layout, fixes, names. */
export function serveWriting(session: Session, editorConfig: Environment["editorConfig"]): void {
  const { connection, workspace, diagnoses, client, guard } = session;
  /** What the repository has chosen wins over the editor: in kalint.json, or for every editor. */
  const layout = async (path: string, options: FormattingOptions): Promise<FormatOptions> => ({
    ...layoutOf(options),
    ...(path.startsWith("/") || /^[a-z]:/i.test(path) ? await editorConfig?.(path).catch(() => ({})) : {}),
    ...workspace.configurationOf(path).format,
  });

  connection.onDocumentFormatting(
    guard("textDocument/formatting", null, async ({ textDocument, options }) => {
      const chosen = await layout(find(session, textDocument.uri).path, options);
      // The text may be another one by now.
      const text = find(session, textDocument.uri);
      const { edits, reason } = formatDocument(text.document, chosen);
      if (reason !== undefined) connection.console.info(`${text.path} is not formatted: ${reason}`);
      return toEdits(text.positions, edits);
    }),
  );
  connection.onDocumentRangeFormatting(
    guard("textDocument/rangeFormatting", null, async ({ textDocument, options, range }) => {
      const chosen = await layout(find(session, textDocument.uri).path, options);
      const text = find(session, textDocument.uri);
      return toEdits(text.positions, formatDocument(text.document, chosen, toSpan(text.positions, range)).edits);
    }),
  );
  connection.onDocumentOnTypeFormatting(
    guard("textDocument/onTypeFormatting", null, async ({ ch, options, ...params }) => {
      if (ch !== "\n" && ch !== "}") return [];
      const chosen = await layout(find(session, params.textDocument.uri).path, options);
      const { text, offset } = findAt(session, params);
      return toEdits(text.positions, formatTyped(text.document, offset, ch, chosen));
    }),
  );
  connection.onCodeAction(
    guard("textDocument/codeAction", [], async ({ textDocument, range, context }, token) => {
      if (typeof context !== "object" || context === null) throw invalid("textDocument/codeAction needs a context");
      const { files } = await diagnoses.current(token);
      const text = find(session, textDocument.uri);
      const diagnostics = files.get(text.path) ?? [];
      const wanted = (kind: string) => (context.only ?? [""]).some((only) => only === "" || isKindOf(kind, only));
      const { start, end } = toSpan(text.positions, range);
      const fixes = wanted(CodeActionKind.QuickFix)
        ? [
            ...codeActions(diagnostics, start, end),
            ...fixesOfRules(text.document, diagnostics, start, end),
            ...suppressions(text.document, diagnostics, start, end),
          ]
        : [];
      const pages = wanted(CodeActionKind.QuickFix) ? pagesOf(diagnostics, start, end) : [];
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
    }),
  );
  connection.onPrepareRename((params) => {
    const { text, offset } = findAt(session, params);
    const found = renameableAt(text.document, offset);
    if ("problem" in found) throw new ResponseError(requestFailed, found.problem);
    return { range: toRange(text.positions, found.span), placeholder: found.name };
  });
  connection.onRenameRequest((params) => {
    const { text, offset } = findAt(session, params);
    if (typeof params.newName !== "string") throw invalid("newName must be a text");
    const found = renameAt(text.document, offset, params.newName);
    if ("problem" in found) throw new ResponseError(requestFailed, found.problem);
    return toRenaming(workspace, found, editAbilities(client()));
  });
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

function invalid(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

/** LSPErrorCodes.RequestFailed: understood, and refused for the reason that is shown. */
const requestFailed = -32803;

function isKindOf(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}

/** An editor's own settings, `.editorconfig` among them where the editor reads it. */
function layoutOf({
  insertSpaces,
  tabSize,
  insertFinalNewline,
  trimTrailingWhitespace,
}: FormattingOptions): FormatOptions {
  return {
    indent: insertSpaces ? Math.max(0, Math.min(Math.trunc(tabSize), widestIndent)) : "tab",
    ...(insertFinalNewline !== undefined && { finalNewline: insertFinalNewline }),
    ...(trimTrailingWhitespace !== undefined && { trimTrailingBlanks: trimTrailingWhitespace }),
  };
}

const widestIndent = 16;
