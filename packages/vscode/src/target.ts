import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The server's answer to `kalint/targets`. */
interface Targets {
  /** keepalived versions, newest first. */
  readonly releases: readonly string[];
  /** What brings which of them. */
  readonly distributions: readonly { readonly name: string; readonly version: string }[];
}

/** Lets the user pick the keepalived version and keeps it in the settings. */
export async function chooseTarget(client: BaseLanguageClient): Promise<void> {
  const { releases, distributions } = await client.sendRequest<Targets>("kalint/targets");
  const [newest = ""] = releases;
  const inUse = chosen() || newest;
  const note = (...notes: (string | false)[]) => notes.filter(Boolean).join(", ");
  const picked = await vscode.window.showQuickPick(
    [
      ...releases.map((label) => ({
        label,
        description: note(label === newest && "newest", label === inUse && "in use"),
      })),
      { label: "distributions", kind: vscode.QuickPickItemKind.Separator },
      ...distributions.map(({ name, version }) => ({
        label: name,
        description: note(version, name === inUse && "in use"),
      })),
    ],
    { title: "keepalived version that reads these files", placeHolder: `Now ${inUse}`, matchOnDescription: true },
  );
  if (!picked) return;
  const inWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const scope = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration("kalint").update("target", picked.label, scope);
}

function chosen(): string {
  return vscode.workspace.getConfiguration("kalint").get("target", "");
}
