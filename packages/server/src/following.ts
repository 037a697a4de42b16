import { say } from "@kalint/schema";
import { DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import { pathOf } from "./environment.js";
import { find, type Session } from "./session.js";
import { readSettings } from "./settings.js";

/** What comes of what the client tells of its texts. */
interface TextEvents {
  opened(): void;
  saved(): void;
  /** A text is another one now, or was saved. */
  changed(uri?: string): void;
}

/** Follows the texts that a client has open. */
export function followTexts(session: Session, events: TextEvents): void {
  const { connection, workspace, guard } = session;
  connection.onDidOpenTextDocument(
    guard("textDocument/didOpen", undefined, ({ textDocument: { uri, version, text } }) => {
      workspace.open(uri, version, text);
      events.opened();
      events.changed(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guard("textDocument/didChange", undefined, ({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(find(session, uri), contentChanges, version);
      events.changed(uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guard("textDocument/didSave", undefined, () => {
      events.saved();
      events.changed();
    }),
  );
  connection.onDidCloseTextDocument(
    guard("textDocument/didClose", undefined, ({ textDocument: { uri } }) => {
      workspace.close(uri);
      events.changed(uri);
    }),
  );
}

/** What comes of what the client tells of everything else. */
interface WorldEvents {
  /** Resolves when the folders have been looked through. */
  ready(): Promise<void>;
  /** These files on the disk may be others now. */
  touched(paths: readonly string[]): void;
  foldersChanged(): void;
  settingsChanged(): void;
}

/** Follows the client's folders, its settings and the files that it watches. */
export function followWorld(session: Session, events: WorldEvents): void {
  const { connection, workspace, guard, client } = session;
  const applySettings = (section: unknown): void => {
    const { settings, problems } = readSettings(section);
    for (const problem of problems) connection.window.showWarningMessage(problem);
    workspace.configure(settings);
    events.settingsChanged();
  };
  const fetchSettings = async () => applySettings(await connection.workspace.getConfiguration("kalint"));
  connection.onInitialized(
    guard("initialized", undefined, async () => {
      if (client().window?.workDoneProgress) {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin("kalint", undefined, say`looking for configurations`);
        await events.ready();
        progress.done();
      }
      if (client().workspace?.configuration) await fetchSettings();
      if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration) await watchFiles(session);
      if (client().workspace?.workspaceFolders) followFolders(session, events);
    }),
  );
  connection.onDidChangeConfiguration(
    guard("workspace/didChangeConfiguration", undefined, async ({ settings }) => {
      if (client().workspace?.configuration) await fetchSettings();
      else applySettings((settings as { kalint?: unknown } | null)?.kalint);
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard("workspace/didChangeWatchedFiles", undefined, ({ changes }) =>
      events.touched(changes.map(({ uri }) => pathOf(uri))),
    ),
  );
}

async function watchFiles({ connection }: Session): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: "**/{*.conf,*.conf.*}" },
      // Of a folder that is moved or removed clients tell without what is in it. What nobody has read costs nothing.
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
      { globPattern: "**/{kalint.json,kalint.jsonc,package.json,.gitignore,.kalintignore}" },
    ],
  });
}

/** Whether a client that watches files tells of this one, by its name. */
export function isWatched(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.endsWith(".conf") || name.includes(".conf.");
}

function followFolders({ connection, workspace, guard }: Session, events: WorldEvents): void {
  connection.workspace.onDidChangeWorkspaceFolders(
    guard("workspace/didChangeWorkspaceFolders", undefined, async () => {
      const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
      workspace.setFolders(folders.map((folder) => pathOf(folder.uri)));
      events.foldersChanged();
    }),
  );
}
