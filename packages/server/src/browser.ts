import { memoryHost } from "@kalint/daemon";
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { strategy } from "./cancelling.js";
import { pathOf } from "./environment.js";
import { lifecycle } from "./lifecycle.js";
import { serve } from "./server.js";

/** Ours, from the client: the texts of its folders, which a worker cannot read. Sent whole whenever one changed. */
interface FilesNotification {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** What a worker posts and listens with: its global object. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Starts the language server in this worker. It sees the files that the client sends, and the open texts. */
export function startServer(scope: WorkerScope, version: string): void {
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
    connectionStrategy: strategy,
    ...lifecycle(),
  });
  let files = memoryHost({});
  const changed = serve(connection, {
    version,
    host: {
      read: (path) => files.read(path),
      stat: (path) => files.stat(path),
      list: (path) => files.list(path),
    },
  });
  connection.onNotification("kalint/files", ({ files: sent }: FilesNotification) => {
    files = memoryHost(Object.fromEntries(sent.map(({ uri, text }) => [pathOf(uri), text])));
    changed("all");
  });
}
