import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { chooseTarget, showTarget } from "./target.js";

const documents = [
  { scheme: "file", language: "keepalived" },
  { scheme: "untitled", language: "keepalived" },
];

let client: LanguageClient | undefined;

/** Starts the bundled server and offers the commands of package.json. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = createClient(context);
  client = started;
  const status = vscode.languages.createLanguageStatusItem("kalint.target", documents);
  status.name = "keepalived version";
  status.command = { command: "kalint.chooseTarget", title: "Change" };
  const refresh = () => showTarget(started, status);

  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("kalint.restartServer", async () => {
      await started.restart();
      await refresh();
    }),
    vscode.commands.registerCommand("kalint.showOutput", () => started.outputChannel.show()),
    vscode.commands.registerCommand("kalint.chooseTarget", () => chooseTarget(started)),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("kalint.target")) await refresh();
    }),
  );
  await started.start();
  await refresh();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  const options: LanguageClientOptions = {
    documentSelector: documents,
    initializationOptions: settings(),
    synchronize: { configurationSection: "kalint" },
  };
  return new LanguageClient("kalint", "kalint", server, options);
}

function settings() {
  const section = vscode.workspace.getConfiguration("kalint");
  return { target: section.get("target"), rules: section.get("rules") };
}
