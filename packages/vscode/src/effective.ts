import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { committedViews } from "./committed.js";
import { isConfiguration, effectiveScheme as scheme } from "./edits.js";

/** The server's answer to `kalint/effective`. */
export interface Effective {
  readonly configIds: readonly string[];
  readonly configId?: string;
  readonly text: string;
  /** The files that were read for it. */
  readonly files: readonly string[];
}

/** Read-only documents of the server with what one host reads: they follow every edit of the files. */
export function registerEffective(client: BaseLanguageClient): vscode.Disposable[] {
  const ask = (uri: string, configId?: string) =>
    client.sendRequest<Effective | null>("kalint/effective", { uri, ...(configId && { configId }) });
  const viewOf = (uri: string, configId?: string, bare = false): vscode.Uri => {
    const [folder, file = ""] = vscode.Uri.parse(uri).path.split("/").slice(-2);
    const words = [folder, file.replace(/\.conf$/, ""), configId && `@${configId}`];
    const named = words.filter((word) => word && word !== "keepalived");
    // What begins with keepalived has its language.
    const path = `/${["keepalived", ...named, "(effective)"].join(" ")}.conf`;
    return vscode.Uri.from({
      scheme,
      path,
      query: JSON.stringify({ uri, ...(configId && { configId }), ...(bare && { bare }) }),
    });
  };

  const show = async (): Promise<void> => {
    const uri = active();
    const answer = uri && (await ask(uri));
    if (!answer) return nothingOpen();
    const configId = await choose(answer.configIds, vscode.l10n.t("Host whose configuration to show"));
    if (answer.configIds.length > 0 && configId === undefined) return;
    const document = await vscode.workspace.openTextDocument(viewOf(uri, configId));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  };
  const compare = async (): Promise<void> => {
    const uri = active();
    const answer = uri && (await ask(uri));
    if (!answer) return nothingOpen();
    const others = await vscode.workspace.findFiles("**/*keepalived*.conf", "**/node_modules/**", 200);
    const items = [
      ...answer.configIds.map((configId) => ({
        label: `@${configId}`,
        description: vscode.l10n.t("in this file"),
        uri,
        configId,
      })),
      ...others
        .filter((one) => one.toString() !== uri)
        .map((one) => ({
          label: vscode.workspace.asRelativePath(one),
          description: "",
          uri: one.toString(),
          configId: undefined,
        })),
    ];
    const own = await choose(answer.configIds, vscode.l10n.t("Host on the left"));
    if (answer.configIds.length > 0 && own === undefined) return;
    const other = await vscode.window.showQuickPick(
      items.filter((one) => one.uri !== uri || one.configId !== own),
      { title: vscode.l10n.t("Compare with the configuration of") },
    );
    if (!other) return;
    const left = viewOf(uri, own, true);
    const right = viewOf(other.uri, other.configId, true);
    await vscode.commands.executeCommand("vscode.diff", left, right, vscode.l10n.t("Effective configurations"));
  };
  const compareWithCommit = async (): Promise<void> => {
    const uri = active();
    const answer = uri && (await ask(uri));
    if (!answer) return nothingOpen();
    const configId = await choose(answer.configIds, vscode.l10n.t("Host whose configuration to compare"));
    if (answer.configIds.length > 0 && configId === undefined) return;
    const before = await committed.open(uri, configId, answer.files);
    if (before === undefined) return;
    await vscode.commands.executeCommand(
      "vscode.diff",
      before,
      viewOf(uri, configId, true),
      vscode.l10n.t("Last commit ↔ now (effective)"),
    );
  };
  const committed = committedViews(client);
  return [
    committed,
    vscode.commands.registerCommand("kalint.compareWithCommit", compareWithCommit),
    vscode.commands.registerCommand("kalint.showEffective", show),
    vscode.commands.registerCommand("kalint.compareEffective", compare),
  ];
}

function active(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isConfiguration(document) ? document.uri.toString() : undefined;
}

async function choose(configIds: readonly string[], title: string): Promise<string | undefined> {
  if (configIds.length < 2) return configIds[0];
  return await vscode.window.showQuickPick([...configIds], { title });
}

async function nothingOpen(): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t("Open a keepalived configuration first."));
}
