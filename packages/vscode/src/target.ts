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
        description: note(label === newest && vscode.l10n.t("newest"), label === inUse && vscode.l10n.t("in use")),
      })),
      { label: vscode.l10n.t("distributions"), kind: vscode.QuickPickItemKind.Separator },
      ...distributions.map(({ name, version }) => ({
        label: name,
        description: note(version, name === inUse && vscode.l10n.t("in use")),
      })),
    ],
    {
      title: vscode.l10n.t("keepalived version that reads these files"),
      placeHolder: vscode.l10n.t("Now {0}", inUse),
      matchOnDescription: true,
    },
  );
  if (!picked) return;
  const inWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const scope = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration("kalint").update("target", picked.label, scope);
}

function chosen(): string {
  return vscode.workspace.getConfiguration("kalint").get("target", "");
}
