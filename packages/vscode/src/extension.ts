import type * as vscode from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { clientOptions, start, stop } from "./start.js";

/** In the desktop and on remote machines: the server is a process. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  await start(context, new LanguageClient("kalint", "kalint", server, clientOptions()));
}

export const deactivate = stop;
