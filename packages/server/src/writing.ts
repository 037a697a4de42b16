import { say } from "@kalint/schema";
import { type FormatOptions, formatDocument, formatTyped, renameAt, renameableAt } from "@kalint/service";
import { ErrorCodes, type FormattingOptions, ResponseError } from "vscode-languageserver";
import { editAbilities, toEdits, toRenaming } from "./convert.js";
import type { Environment } from "./environment.js";
import { createJudge, modified, worse } from "./judging.js";
import { toRange, toSpan } from "./positions.js";
import { find, findAt, type Session } from "./session.js";

/** What changes texts: layout and names. */
export function serveWriting(session: Session, editorConfig: Environment["editorConfig"]): void {
  const { connection, workspace, client, guard } = session;
  const judge = createJudge(workspace);
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
      const { edits, reason, left = [] } = formatDocument(text.document, chosen);
      if (reason !== undefined) connection.console.info(say`${text.path} is not formatted: ${reason}`);
      for (const part of left) connection.console.info(`${text.path}: ${part}`);
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
  connection.onPrepareRename(
    guard("textDocument/prepareRename", null, (params) => {
      const { text, offset } = findAt(session, params);
      const found = renameableAt(text.document, offset);
      if ("problem" in found) throw new ResponseError(requestFailed, found.problem);
      return { range: toRange(text.positions, found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(
    guard("textDocument/rename", null, async (params, token) => {
      if (typeof params.newName !== "string") {
        throw new ResponseError(ErrorCodes.InvalidParams, "newName must be a text");
      }
      const { text, offset } = findAt(session, params);
      const found = renameAt(text.document, offset, params.newName);
      if ("problem" in found) throw new ResponseError(requestFailed, found.problem);
      const renaming = toRenaming(workspace, found, editAbilities(client()));
      const proven = await judge.each([{ change: { title: "rename", safe: true, edits: found.edits } }], token);
      if (proven === undefined) throw modified();
      if (proven.length === 0) throw worse();
      return renaming;
    }),
  );
}

/** LSPErrorCodes.RequestFailed: understood, and refused for the reason that is shown. */
const requestFailed = -32803;

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
