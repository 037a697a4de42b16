import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { debounced } from "./edits.js";

/** What the server may have to read: configurations, what they include, and settings. */
const pattern = "**/{*.conf,*.conf.*,kalint.json,kalint.jsonc,package.json}";
const leftOut = "**/{node_modules,.git}/**";
const most = 2000;

/** Sends the files of the folders to a server that cannot read them, when asked and whenever one of them changes. */
export function filesFor(context: vscode.ExtensionContext, client: BaseLanguageClient): () => Promise<void> {
  const send = async (): Promise<void> => {
    const found = await vscode.workspace.findFiles(pattern, leftOut, most);
    const files = await Promise.all(found.map(read));
    await client.sendNotification("kalint/files", { files: files.flat() });
  };
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  // Of a folder that is moved or removed VS Code tells without what is in it.
  const all = vscode.workspace.createFileSystemWatcher("**/*", false, true);
  const later = debounced(300, send);
  context.subscriptions.push(
    watcher,
    all,
    later,
    watcher.onDidChange(later.plan),
    watcher.onDidCreate(later.plan),
    watcher.onDidDelete(later.plan),
    all.onDidCreate(later.plan),
    all.onDidDelete(later.plan),
  );
  return send;
}

async function read(uri: vscode.Uri): Promise<{ uri: string; text: string }[]> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return [{ uri: uri.toString(), text }];
  } catch {
    // Gone since it was found, or not ours to read: for the server it is not there.
    return [];
  }
}
