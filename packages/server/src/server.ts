import {
  type Completion,
  codeActions,
  complete,
  definitionAt,
  distributions,
  documentSymbols,
  foldingRanges,
  formatDocument,
  hover,
  referencesTo,
  releases,
  siteAt,
} from "@kalint/service";
import {
  type ClientCapabilities,
  CodeActionKind,
  CompletionTriggerKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FormattingOptions,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import {
  type CompletionAbilities,
  toCodeAction,
  toCompletionItem,
  toDocumentSymbol,
  toEdits,
  toFoldingRange,
  toMarkup,
} from "./convert.js";
import { serveDiagnostics } from "./diagnostics.js";
import { type Environment, pathOf } from "./environment.js";
import { chooseEncoding, type Encoding, toOffset, toRange, toSpan } from "./positions.js";
import { readSettings } from "./settings.js";
import { createWorkspace, type OpenText } from "./workspace.js";

/** Serves one client until it leaves. Each handler finds its document, converts in, calls the service, converts out. */
export function serve(connection: Connection, environment: Environment): void {
  let client: ClientCapabilities = {};
  let encoding: Encoding = "utf-16";
  const workspace = createWorkspace(environment, () => encoding);
  const diagnostics = serveDiagnostics(connection, workspace, () => client);
  let completions: { readonly id: number; readonly list: readonly Completion[] } = { id: 0, list: [] };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    encoding = chooseEncoding(client.general?.positionEncodings);
    workspace.setFolders(foldersOf(params));
    const { settings, problems } = readSettings(params.initializationOptions);
    workspace.configure(settings);
    for (const problem of problems) connection.console.warn(problem);
    return {
      serverInfo: { name: "kalint" },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", "$", "/"], resolveProvider: true },
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        diagnosticProvider: { identifier: "kalint", interFileDependencies: true, workspaceDiagnostics: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    guard("initialized", undefined, async () => {
      if (client.workspace?.configuration) await fetchSettings();
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: "**/*.conf" }],
        });
      }
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guard("workspace/didChangeWorkspaceFolders", undefined, async () => {
            const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
            workspace.setFolders(folders.map((folder) => pathOf(folder.uri)));
            diagnostics.worldChanged();
          }),
        );
      }
    }),
  );
  connection.onDidChangeConfiguration(
    guard("workspace/didChangeConfiguration", undefined, async ({ settings }) => {
      if (client.workspace?.configuration) await fetchSettings();
      else applySettings((settings as { kalint?: unknown } | null)?.kalint);
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard("workspace/didChangeWatchedFiles", undefined, () => {
      workspace.invalidate();
      diagnostics.worldChanged();
    }),
  );

  connection.onDidOpenTextDocument(
    guard("textDocument/didOpen", undefined, ({ textDocument: { uri, version, text } }) => {
      workspace.open(uri, version, text);
      diagnostics.textChanged();
    }),
  );
  connection.onDidChangeTextDocument(
    guard("textDocument/didChange", undefined, ({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(find(uri), contentChanges, version);
      diagnostics.textChanged();
    }),
  );
  connection.onDidSaveTextDocument(guard("textDocument/didSave", undefined, () => diagnostics.textChanged()));
  connection.onDidCloseTextDocument(
    guard("textDocument/didClose", undefined, ({ textDocument: { uri } }) => {
      workspace.close(uri);
      diagnostics.textChanged();
    }),
  );

  connection.onHover(
    guard("textDocument/hover", null, ({ textDocument, position }) => {
      const { text, offset } = at(textDocument.uri, position);
      const found = hover(text.document, offset);
      return found ? { contents: toMarkup(found.markdown), range: toRange(text.positions, found.span) } : null;
    }),
  );

  connection.onCompletion(
    guard("textDocument/completion", [], ({ textDocument, position, context }) => {
      const { text, offset } = at(textDocument.uri, position);
      // A blank is typed to indent far more often than to ask for a keyword.
      const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter !== " ";
      if (!asked && siteAt(text.document, offset).kind !== "argument") return [];
      completions = { id: completions.id + 1, list: complete(text.document, offset) };
      const can = abilitiesOf(client);
      return completions.list.map((one, index) => ({
        ...toCompletionItem(text.positions, one, can),
        data: { list: completions.id, index },
        ...(!resolvesPages(client) && one.page && { documentation: toMarkup(one.page()) }),
      }));
    }),
  );
  connection.onCompletionResolve((item) => {
    const { list, index } = (item.data ?? {}) as { list?: number; index?: number };
    const page = list === completions.id ? completions.list[index ?? -1]?.page : undefined;
    return page ? { ...item, documentation: toMarkup(page()) } : item;
  });

  connection.onDefinition(
    guard("textDocument/definition", null, ({ textDocument, position }) => {
      const { text, offset } = at(textDocument.uri, position);
      return definitionAt(text.document, offset).map((place) => workspace.locationOf(place));
    }),
  );
  connection.onReferences(
    guard("textDocument/references", null, ({ textDocument, position, context }) => {
      const { text, offset } = at(textDocument.uri, position);
      const places = referencesTo(text.document, offset, context.includeDeclaration);
      return places.map((place) => workspace.locationOf(place));
    }),
  );
  connection.onDocumentSymbol(
    guard("textDocument/documentSymbol", null, ({ textDocument }) => {
      const text = find(textDocument.uri);
      return documentSymbols(text.document).map((symbol) => toDocumentSymbol(text.positions, symbol));
    }),
  );
  connection.onFoldingRanges(
    guard("textDocument/foldingRange", null, ({ textDocument }) =>
      foldingRanges(find(textDocument.uri).document).map(toFoldingRange),
    ),
  );
  connection.onDocumentFormatting(
    guard("textDocument/formatting", null, ({ textDocument, options }) => {
      const text = find(textDocument.uri);
      return toEdits(text.positions, formatDocument(text.document, layoutOf(options)));
    }),
  );
  connection.onDocumentRangeFormatting(
    guard("textDocument/rangeFormatting", null, ({ textDocument, options, range }) => {
      const text = find(textDocument.uri);
      const within = toSpan(text.positions, range);
      return toEdits(text.positions, formatDocument(text.document, layoutOf(options), within));
    }),
  );
  connection.onCodeAction(
    guard("textDocument/codeAction", [], ({ textDocument, range, context }) => {
      if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const text = find(textDocument.uri);
      const { start, end } = toSpan(text.positions, range);
      const actions = codeActions(workspace.diagnosticsOf(text.path), start, end);
      return actions.map((action) => toCodeAction(workspace, action));
    }),
  );

  /** Ours: for a client that lets its user choose the version. */
  connection.onRequest("kalint/targets", () => ({ releases: releases.toReversed(), distributions }));

  connection.listen();

  function find(uri: string): OpenText {
    const text = workspace.get(uri);
    if (!text) throw new Error(`${uri} is not open`);
    return text;
  }

  function at(uri: string, position: Position): { text: OpenText; offset: number } {
    const text = find(uri);
    return { text, offset: toOffset(text.positions, position) };
  }

  async function fetchSettings(): Promise<void> {
    applySettings(await connection.workspace.getConfiguration("kalint"));
  }

  function applySettings(section: unknown): void {
    const { settings, problems } = readSettings(section);
    for (const problem of problems) connection.window.showWarningMessage(problem);
    workspace.configure(settings);
    diagnostics.worldChanged();
  }

  /** An error in one handler becomes a log line and an empty answer: it ends neither the server nor other requests. */
  function guard<P extends unknown[], R>(
    name: string,
    otherwise: R,
    handler: (...params: P) => R,
  ): (...params: P) => R {
    return (...params) => {
      const log = (error: unknown) => {
        connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return otherwise;
      };
      try {
        const result = handler(...params);
        return result instanceof Promise ? (result.catch(log) as R) : result;
      } catch (error) {
        return log(error);
      }
    };
  }
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(pathOf);
}

function abilitiesOf(client: ClientCapabilities): CompletionAbilities {
  const item = client.textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    tags: item?.tagSupport !== undefined,
  };
}

function resolvesPages(client: ClientCapabilities): boolean {
  const properties = client.textDocument?.completion?.completionItem?.resolveSupport?.properties;
  return properties?.includes("documentation") === true;
}

function layoutOf(options: FormattingOptions): { indent: number | "tab" } {
  return { indent: options.insertSpaces ? options.tabSize : "tab" };
}
