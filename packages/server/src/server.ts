import { keptHost } from "@kalint/project";
import { distributions, releases } from "@kalint/service";
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { serveActions } from "./actions.js";
import { capabilities } from "./capabilities.js";
import { serveCommands } from "./commands.js";
import { serveCompletion } from "./completion.js";
import { createConfigurations } from "./configurations.js";
import { createDiagnoses } from "./diagnoses.js";
import { type Environment, pathOf } from "./environment.js";
import { refuse } from "./lifecycle.js";
import { chooseEncoding, type Encoding } from "./positions.js";
import { servePresentation } from "./presentation.js";
import { serveReading } from "./reading.js";
import { refreshViews } from "./refresh.js";
import { serveConfigurations } from "./serve-configurations.js";
import { serveDiagnostics } from "./serve-diagnostics.js";
import { createSession, find } from "./session.js";
import { readSettings } from "./settings.js";
import { serveViews } from "./views.js";
import { createWorkspace } from "./workspace.js";
import { serveWriting } from "./writing.js";

/**
 * Serves one client until it leaves. Each handler finds its document, converts in, calls the service, converts out.
 * What is returned takes the paths of files beside the open texts that may have changed.
 */
export function serve(connection: Connection, environment: Environment): (paths: readonly string[] | "all") => void {
  let client: ClientCapabilities = {};
  let encoding: Encoding = "utf-16";
  const host = keptHost(environment.host);
  const configurations = createConfigurations(host);
  const workspace = createWorkspace(host, () => encoding, configurations.of);
  const diagnoses = createDiagnoses(workspace);
  const diagnostics = serveDiagnostics({ connection, workspace, configurations, diagnoses, client: () => client });
  const reload = serveConfigurations(connection, workspace, configurations, () => worldChanged());
  const session = createSession(connection, workspace, diagnoses, () => client);
  const { guard } = session;

  refuse(connection);
  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    encoding = chooseEncoding(client.general?.positionEncodings);
    workspace.setFolders(foldersOf(params));
    const { settings, problems } = readSettings(params.initializationOptions);
    workspace.configure(settings);
    for (const problem of problems) connection.console.warn(problem);
    void reload();
    return {
      serverInfo: { name: "kalint", version: environment.version },
      capabilities: { ...capabilities, positionEncoding: encoding },
    };
  });

  connection.onInitialized(
    guard("initialized", undefined, async () => {
      if (client.window?.workDoneProgress) {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin("kalint", undefined, "looking for configurations");
        await configurations.ready();
        progress.done();
      }
      if (client.workspace?.configuration) await fetchSettings();
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: "**/*.conf" },
            { globPattern: "**/{kalint.json,kalint.jsonc,package.json,.gitignore,.kalintignore}" },
          ],
        });
      }
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guard("workspace/didChangeWorkspaceFolders", undefined, async () => {
            const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
            workspace.setFolders(folders.map((folder) => pathOf(folder.uri)));
            void reload();
            worldChanged();
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
    guard("workspace/didChangeWatchedFiles", undefined, ({ changes }) => look(changes.map(({ uri }) => pathOf(uri)))),
  );

  connection.onDidOpenTextDocument(
    guard("textDocument/didOpen", undefined, ({ textDocument: { uri, version, text } }) => {
      workspace.open(uri, version, text);
      void reload();
      textChanged(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guard("textDocument/didChange", undefined, ({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(find(session, uri), contentChanges, version);
      textChanged(uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guard("textDocument/didSave", undefined, () => {
      look(unwatched());
      textChanged();
    }),
  );
  connection.onDidCloseTextDocument(
    guard("textDocument/didClose", undefined, ({ textDocument: { uri } }) => {
      workspace.close(uri);
      textChanged(uri);
    }),
  );

  serveReading(session);
  serveCompletion(session);
  serveWriting(session, environment.editorConfig);
  serveActions(session);
  servePresentation(session);
  serveViews(session);
  const refresh = refreshViews(session, serveCommands(session));

  /** Ours: for a client that lets its user choose the version. */
  connection.onRequest("kalint/targets", () => ({ releases: [...releases.toReversed(), "next"], distributions }));

  /** Ours: whether some host reads a file, whatever its name is. */
  connection.onRequest("kalint/reads", ({ uri }: { readonly uri?: unknown }) => {
    const hosts = workspace.clusters().flatMap((cluster) => cluster.hosts);
    return hosts.some(({ effective }) => effective.files.some(({ path }) => workspace.uriOf(path) === uri));
  });

  connection.listen();
  return look;

  function textChanged(uri?: string): void {
    diagnostics.textChanged(uri);
    refresh();
  }

  function worldChanged(): void {
    diagnostics.worldChanged();
    refresh();
  }

  /** Files on the disk may be others now. What nobody has read costs nothing. */
  function look(paths: readonly string[] | "all"): void {
    const change = workspace.invalidate(paths);
    if (change === "nothing") return;
    if (change === "answers") {
      configurations.forget();
      worldChanged();
    }
    void reload();
  }

  /** Of these changes the client does not tell by itself: all, or those of included files with other names. */
  function unwatched(): readonly string[] | "all" {
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return "all";
    return host.readPaths().filter((path) => !path.endsWith(".conf"));
  }

  async function fetchSettings(): Promise<void> {
    applySettings(await connection.workspace.getConfiguration("kalint"));
  }

  function applySettings(section: unknown): void {
    const { settings, problems } = readSettings(section);
    for (const problem of problems) connection.window.showWarningMessage(problem);
    workspace.configure(settings);
    worldChanged();
  }
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(pathOf);
}
