import {
  definitionAt,
  documentLinks,
  documentSymbols,
  foldingRanges,
  hover,
  isNamed,
  type OutlineSymbol,
  referencesTo,
  selectionSpans,
} from "@kalint/service";
import type { SelectionRange, WorkspaceSymbol } from "vscode-languageserver";
import { toDocumentSymbol, toFoldingRange, toWorkspaceSymbol } from "./convert.js";
import { toMarkup } from "./markup.js";
import { toOffset, toRange } from "./positions.js";
import { find, findAt, type Session } from "./session.js";

/** What helps to read: explanations, places, outlines. */
export function serveReading(session: Session): void {
  const { connection, workspace, diagnoses, client, guard } = session;

  connection.onHover(
    guard("textDocument/hover", null, (params) => {
      const { text, offset } = findAt(session, params);
      const known = diagnoses.known();
      const reflected =
        known?.reflections.get(text.path)?.map(({ place, diagnostic }) => ({ ...diagnostic, place })) ?? [];
      const findings = [...(known?.files.get(text.path) ?? []), ...reflected];
      const found = workspace.soon(() => hover(text.document, offset, findings));
      const formats = client().textDocument?.hover?.contentFormat;
      return found ? { contents: toMarkup(found.markdown, formats), range: toRange(text.positions, found.span) } : null;
    }),
  );
  connection.onDefinition(
    guard("textDocument/definition", null, (params) => {
      const { text, offset } = findAt(session, params);
      return definitionAt(text.document, offset).map((place) => workspace.locationOf(place));
    }),
  );
  connection.onReferences(
    guard("textDocument/references", null, (params) => {
      const { text, offset } = findAt(session, params);
      const places = referencesTo(text.document, offset, params.context.includeDeclaration);
      return places.map((place) => workspace.locationOf(place));
    }),
  );
  connection.onDocumentHighlight(
    guard("textDocument/documentHighlight", null, (params) => {
      const { text, offset } = findAt(session, params);
      const places = referencesTo(text.document, offset, true).filter((place) => place.file === text.path);
      return places.map((place) => ({ range: toRange(text.positions, place) }));
    }),
  );
  connection.onDocumentSymbol(
    guard("textDocument/documentSymbol", null, ({ textDocument }) => {
      const text = find(session, textDocument.uri);
      return documentSymbols(text.document).map((symbol) => toDocumentSymbol(text.positions, symbol));
    }),
  );
  connection.onWorkspaceSymbol(
    guard("workspace/symbol", null, ({ query }) =>
      [...workspace.documents(), ...workspace.included()].flatMap((document) =>
        flattened(documentSymbols(document))
          .filter((symbol) => isNamed(symbol) && matches(symbol.name, query))
          .map((symbol): WorkspaceSymbol => toWorkspaceSymbol(workspace, document.path, symbol)),
      ),
    ),
  );
  connection.onFoldingRanges(
    guard("textDocument/foldingRange", null, ({ textDocument }) =>
      foldingRanges(find(session, textDocument.uri).document).map(toFoldingRange),
    ),
  );
  connection.onSelectionRanges(
    guard("textDocument/selectionRange", null, ({ textDocument, positions }) => {
      const text = find(session, textDocument.uri);
      return positions.map((position) => {
        const spans = selectionSpans(text.document, toOffset(text.positions, position));
        return spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: toRange(text.positions, span), ...(parent && { parent }) }),
          undefined,
        ) as SelectionRange;
      });
    }),
  );
  connection.onDocumentLinks(
    guard("textDocument/documentLink", null, ({ textDocument }) => {
      const text = find(session, textDocument.uri);
      return documentLinks(text.document).map(({ span, path, tooltip }) => ({
        range: toRange(text.positions, span),
        target: workspace.uriOf(path),
        tooltip,
      }));
    }),
  );
}

function flattened(symbols: readonly OutlineSymbol[]): OutlineSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flattened(symbol.children)]);
}

/** The letters of the query occur in this order, as clients expect it. */
function matches(name: string, query: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const letter of query.toLowerCase()) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
