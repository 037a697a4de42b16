import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { filesFor } from "./files.js";
import { clientOptions, start, stop } from "./start.js";

/** In a browser: the server is a worker, which reads what the extension sends it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const program = ["server.core.cjs", "server.web.js"].map((name) =>
    vscode.Uri.joinPath(context.extensionUri, "dist", name),
  );
  // Made anew when the server is restarted.
  const client = new LanguageClient("kalint", "kalint", () => connect(program), clientOptions());
  await start(context, client, filesFor(context, client));
}

export const deactivate = stop;

/** The client does not take what the extension host makes of a worker for one. */
async function connect(program: readonly vscode.Uri[]) {
  const worker = await createWorker(program);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** From the texts of the program: an extension that a remote machine serves may not start a worker by its address. */
async function createWorker(program: readonly vscode.Uri[]): Promise<Worker> {
  const texts = await Promise.all(program.map((file) => vscode.workspace.fs.readFile(file)));
  const parts = texts.flatMap((text) => [new Uint8Array(text), "\n"]);
  // The address has to stay: the extension host's worker loads it later.
  return new Worker(URL.createObjectURL(new Blob(parts, { type: "text/javascript" })));
}
