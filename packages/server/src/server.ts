import { keptHost } from "@kalint/project";
import { localeOf, speakLocale } from "@kalint/schema";
import { distributions, releases } from "@kalint/service";
import type { ClientCapabilities, Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import { serveActions } from "./actions.js";
import { capabilities } from "./capabilities.js";
import { serveCommands } from "./commands.js";
import { serveCompletion } from "./completion.js";
import { createConfigurations } from "./configurations.js";
import { createDiagnoses } from "./diagnoses.js";
import { type Environment, pathOf } from "./environment.js";
import { followTexts, followWorld, isWatched } from "./following.js";
import { refuse } from "./lifecycle.js";
import { chooseEncoding, type Encoding } from "./positions.js";
import { servePresentation } from "./presentation.js";
import { createProgress } from "./progress.js";
import { serveReading } from "./reading.js";
import { refreshViews } from "./refresh.js";
import { serveConfigurations } from "./serve-configurations.js";
import { serveDiagnostics } from "./serve-diagnostics.js";
import { createSession, type Session } from "./session.js";
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
  const startWork = createProgress(connection, () => client, environment.patience);
  const diagnoses = createDiagnoses(workspace, { tidying: environment.tidying, startWork });
  const diagnostics = serveDiagnostics({ connection, workspace, configurations, diagnoses, client: () => client });
  const reload = serveConfigurations(connection, workspace, configurations, () => worldChanged());
  const session = createSession(connection, workspace, diagnoses, () => client);

  refuse(connection);
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    await speakLocale(localeOf(params.locale ?? "en") ?? "en");
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

  followWorld(session, {
    ready: configurations.ready,
    touched: look,
    foldersChanged() {
      void reload();
      worldChanged();
    },
    settingsChanged: worldChanged,
  });
  followTexts(session, {
    opened: () => void reload(),
    saved: () => look(unwatched()),
    changed: textChanged,
  });

  const refresh = serveFeatures(session, environment);
  serveOurs(session);
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
    return host.readPaths().filter((path) => !isWatched(path));
  }
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(pathOf);
}

/** What a client asks of its texts. Gives a function to call at every change. */
function serveFeatures(session: Session, { editorConfig }: Environment): () => void {
  serveReading(session);
  serveCompletion(session);
  serveWriting(session, editorConfig);
  serveActions(session);
  servePresentation(session);
  serveViews(session);
  return refreshViews(session, serveCommands(session));
}

/** Requests that LSP does not have. */
function serveOurs({ connection, workspace }: Session): void {
  /** For a client that lets its user choose the version. */
  connection.onRequest("kalint/targets", () => ({ releases: [...releases.toReversed(), "next"], distributions }));

  /** Whether some host reads a file, whatever its name is. */
  connection.onRequest("kalint/reads", ({ uri }: { readonly uri?: unknown }) => {
    const hosts = workspace.clusters().flatMap((cluster) => cluster.hosts);
    return hosts.some(({ effective }) => effective.files.some(({ path }) => workspace.uriOf(path) === uri));
  });
}
