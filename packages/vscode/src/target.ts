import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** The server's answer to `kalint/targets`: the keepalived versions that it knows, newest first. */
interface Targets {
  readonly releases: readonly string[];
}

/** Lets the user pick the keepalived version and keeps it in the settings. */
export async function chooseTarget(client: LanguageClient): Promise<void> {
  const { releases } = await client.sendRequest<Targets>("kalint/targets");
  const [newest = ""] = releases;
  const items = releases.map((release) => ({
    label: release,
    description: [release === newest && "newest", release === (chosen() || newest) && "in use"]
      .filter(Boolean)
      .join(", "),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: "keepalived version that reads these files",
    placeHolder: `Now ${chosen() || newest}`,
  });
  if (!picked) return;
  const inWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const scope = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration("kalint").update("target", picked.label, scope);
}

export async function showTarget(client: LanguageClient, status: vscode.LanguageStatusItem): Promise<void> {
  const { releases } = await client.sendRequest<Targets>("kalint/targets");
  const [newest = ""] = releases;
  status.text = `keepalived ${chosen() || newest}`;
  status.detail = chosen() === "" || chosen() === newest ? "newest" : "target version";
}

function chosen(): string {
  return vscode.workspace.getConfiguration("kalint").get("target", "");
}
