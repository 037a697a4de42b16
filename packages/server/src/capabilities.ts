import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { fixAllKind } from "./actions.js";
import { commandNames } from "./commands.js";
import { schemes } from "./pages.js";
import { tokenLegend } from "./presentation.js";

export const capabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  diagnosticProvider: { identifier: "kalint", interFileDependencies: true, workspaceDiagnostics: true },
  completionProvider: { triggerCharacters: [" ", "$", "/", "@", "-"], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [" "] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
    resolveProvider: true,
  },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}"] },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true },
  inlayHintProvider: true,
  codeLensProvider: {},
  executeCommandProvider: { commands: [...commandNames] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    textDocumentContent: { schemes: [...schemes] },
  },
} satisfies ServerCapabilities;
