import {
  applySafeFixes,
  codeActions,
  type FormatOptions,
  formatDocument,
  formatTyped,
  renameAt,
  renameableAt,
  suppressions,
} from "@kalint/service";
import { CodeActionKind, type FormattingOptions, ResponseError } from "vscode-languageserver";
import { toChanges, toCodeAction, toEdits } from "./convert.js";
import { toRange, toSpan } from "./positions.js";
import { find, findAt, type Session } from "./session.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kalint`;

/** What changes texts: layout, fixes, names. */
export function serveWriting(session: Session): void {
  const { connection, workspace, diagnoses, guard } = session;
  /** What the repository has chosen wins over the editor. */
  const layout = (path: string, options: FormattingOptions) => ({
    ...layoutOf(options),
    ...workspace.configurationOf(path).format,
  });

  connection.onDocumentFormatting(
    guard("textDocument/formatting", null, ({ textDocument, options }) => {
      const text = find(session, textDocument.uri);
      const { edits, reason } = formatDocument(text.document, layout(text.path, options));
      if (reason !== undefined) connection.console.info(`${text.path} is not formatted: ${reason}`);
      return toEdits(text.positions, edits);
    }),
  );
  connection.onDocumentRangeFormatting(
    guard("textDocument/rangeFormatting", null, ({ textDocument, options, range }) => {
      const text = find(session, textDocument.uri);
      const within = toSpan(text.positions, range);
      return toEdits(text.positions, formatDocument(text.document, layout(text.path, options), within).edits);
    }),
  );
  connection.onDocumentOnTypeFormatting(
    guard("textDocument/onTypeFormatting", null, ({ ch, options, ...params }) => {
      if (ch !== "\n" && ch !== "}") return [];
      const { text, offset } = findAt(session, params);
      return toEdits(text.positions, formatTyped(text.document, offset, ch, layout(text.path, options)));
    }),
  );
  connection.onCodeAction(
    guard("textDocument/codeAction", [], async ({ textDocument, range, context }, token) => {
      const { files } = await diagnoses.current(token);
      const text = find(session, textDocument.uri);
      const diagnostics = files.get(text.path) ?? [];
      const wanted = (kind: string) => (context.only ?? [""]).some((only) => only === "" || isKindOf(kind, only));
      const { start, end } = toSpan(text.positions, range);
      const fixes = wanted(CodeActionKind.QuickFix)
        ? [...codeActions(diagnostics, start, end), ...suppressions(text.document, diagnostics, start, end)]
        : [];
      const fixed = context.only && wanted(fixAllKind) ? applySafeFixes(text.document, diagnostics) : undefined;
      return [
        ...fixes.map((action) => toCodeAction(workspace, action)),
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
    const found = renameAt(text.document, offset, params.newName);
    if ("problem" in found) throw new ResponseError(requestFailed, found.problem);
    return { changes: toChanges(workspace, found.edits) };
  });
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
