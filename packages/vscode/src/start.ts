import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { showCluster } from "./cluster.js";
import { recognise } from "./detect.js";
import { registerEffective } from "./effective.js";
import { chooseTarget, showTarget } from "./target.js";

const documents = [{ language: "keepalived" }];

let running: BaseLanguageClient | undefined;

export function clientOptions(): LanguageClientOptions {
  return {
    // A view of the effective configuration has the language for its colours; it is not a file of anybody's.
    documentSelector: ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web"].map((scheme) => ({
      scheme,
      language: "keepalived",
    })),
    initializationOptions: settings(),
    synchronize: { configurationSection: "kalint" },
  };
}

/**
 * Starts the client and offers the commands of package.json: the same in a process and in a worker. `sent` gives a
 * server that has just started what it needs.
 */
export async function start(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  sent: () => Promise<void> = async () => {},
): Promise<void> {
  running = client;
  const status = vscode.languages.createLanguageStatusItem("kalint.target", documents);
  status.name = "keepalived version";
  status.command = { command: "kalint.chooseTarget", title: "Change" };
  const bar = vscode.window.createStatusBarItem("kalint.target", vscode.StatusBarAlignment.Right, 100);
  bar.name = "keepalived version";
  bar.command = "kalint.chooseTarget";
  const refresh = async (): Promise<void> => {
    await showTarget(client, status);
    bar.text = status.text;
    bar.tooltip = "kalint: the keepalived version that reads these files. Click to choose another.";
    if (vscode.window.activeTextEditor?.document.languageId === "keepalived") bar.show();
    else bar.hide();
  };
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(`kalint.${name}`, run);

  context.subscriptions.push(
    status,
    bar,
    command("restartServer", async () => {
      if (client.isRunning()) await client.stop();
      await client.start();
      await sent();
      await refresh();
    }),
    command("showOutput", () => client.outputChannel.show()),
    command("chooseTarget", () => chooseTarget(client)),
    command("format", () => vscode.commands.executeCommand("editor.action.formatDocument")),
    command("fixAll", () =>
      vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.kalint", apply: "first" }),
    ),
    command("showCluster", () => showCluster(context, client)),
    ...registerEffective(client),
    ...recognise(),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("kalint.target")) await refresh();
    }),
  );
  await client.start();
  await sent();
  await refresh();
}

export async function stop(): Promise<void> {
  await running?.stop();
}

function settings(): unknown {
  const section = vscode.workspace.getConfiguration("kalint");
  // Plain values: what VS Code gives cannot be posted to a worker.
  return JSON.parse(JSON.stringify({ target: section.get("target"), rules: section.get("rules") }));
}
