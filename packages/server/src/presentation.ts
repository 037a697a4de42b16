import { codeLenses, inlayHints, type SemanticToken, semanticTokens, tokenTypes } from "@kalint/service";
import { InlayHintKind, type SemanticTokens, type SemanticTokensEdit } from "vscode-languageserver";
import { toMarkup } from "./markup.js";
import { type Positions, toPosition, toRange, toSpan } from "./positions.js";
import { find, type Session } from "./session.js";

/** Names that editors have colours for where there are such. */
const names: Partial<Record<(typeof tokenTypes)[number], string>> = {
  block: "type",
  name: "function",
  reference: "function",
  value: "enumMember",
  option: "property",
  configId: "decorator",
  directive: "macro",
};

export const tokenLegend = {
  tokenTypes: tokenTypes.map((type) => names[type] ?? type),
  tokenModifiers: ["declaration", "deprecated"],
};

/** What an editor shows beside the text: colours, hints, lenses. */
export function servePresentation(session: Session): void {
  const { connection, workspace, guard } = session;
  /** The last answer for each text, that an edit of it can be told by. */
  const results = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let counter = 0;

  const full = (uri: string): SemanticTokens => {
    const text = find(session, uri);
    const data = encoded(text.positions, semanticTokens(text.document));
    counter += 1;
    const id = String(counter);
    for (const known of results.keys()) if (!workspace.get(known)) results.delete(known);
    results.set(uri, { id, data });
    return { resultId: id, data };
  };
  connection.languages.semanticTokens.on(
    guard("textDocument/semanticTokens/full", { data: [] }, ({ textDocument }) => full(textDocument.uri)),
  );
  connection.languages.semanticTokens.onDelta(
    guard("textDocument/semanticTokens/full/delta", { data: [] }, ({ textDocument, previousResultId }) => {
      const before = results.get(textDocument.uri);
      const now = full(textDocument.uri);
      if (before?.id !== previousResultId) return now;
      return { resultId: now.resultId!, edits: difference(before.data, now.data) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    guard("textDocument/semanticTokens/range", { data: [] }, ({ textDocument, range }) => {
      const text = find(session, textDocument.uri);
      return { data: encoded(text.positions, semanticTokens(text.document, toSpan(text.positions, range))) };
    }),
  );
  connection.languages.inlayHint.on(
    guard("textDocument/inlayHint", [], ({ textDocument, range }) => {
      const text = find(session, textDocument.uri);
      const span = toSpan(text.positions, range);
      const hints = workspace.soon(() => inlayHints(text.document, span, workspace.settings().hints));
      return hints.map(({ offset, label, tooltip }) => ({
        position: toPosition(text.positions, offset),
        label: label.trimStart(),
        kind: InlayHintKind.Parameter,
        paddingLeft: true,
        ...(tooltip !== undefined && { tooltip: toMarkup(tooltip, undefined) }),
      }));
    }),
  );
  connection.onCodeLens(
    guard("textDocument/codeLens", [], ({ textDocument }) => {
      const text = find(session, textDocument.uri);
      const lenses = workspace.soon(() => codeLenses(text.document, workspace.settings().lenses));
      return lenses.map(({ kind, place, title, places }) => {
        const range = toRange(text.positions, place);
        const command =
          kind === "references"
            ? {
                command: "kalint.showReferences",
                arguments: [text.uri, range.start, places?.map((one) => workspace.locationOf(one))],
              }
            : { command: "kalint.failover", arguments: [{ uri: text.uri }] };
        return { range, command: { title, ...command } };
      });
    }),
  );
}

/** Five numbers a token: lines and columns since the last one, length, type, modifiers. */
function encoded(positions: Positions, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { start, end, type, deprecated } of tokens) {
    const from = toPosition(positions, start);
    const to = toPosition(positions, end);
    if (to.line !== from.line) continue;
    const sameLine = from.line === line;
    const modifiers = (type === "name" ? 1 : 0) | (deprecated ? 2 : 0);
    data.push(
      from.line - line,
      sameLine ? from.character - character : from.character,
      to.character - from.character,
      tokenTypes.indexOf(type),
      modifiers,
    );
    [line, character] = [from.line, from.character];
  }
  return data;
}

/** One edit: what lies between the same beginning and the same end. */
function difference(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, now.length) - start;
  while (tail < most && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - tail - start, data: now.slice(start, now.length - tail) }];
}
