import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { afterEdits } from "./edits.js";

/** What the page sends. */
type Message =
  | { readonly kind: "steps"; readonly steps: readonly unknown[] }
  | { readonly kind: "open"; readonly uri: string; readonly line: number; readonly character: number };

let panel: vscode.WebviewPanel | undefined;

/** Opens the page about the clusters, or brings it to the front. It follows every edit. */
export function showCluster(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  if (panel) {
    panel.reveal();
    return;
  }
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist");
  const created = vscode.window.createWebviewPanel(
    "kalint.cluster",
    vscode.l10n.t("Cluster"),
    vscode.ViewColumn.Beside,
    {
      enableScripts: true,
      localResourceRoots: [folder],
      retainContextWhenHidden: true,
    },
  );
  panel = created;
  let steps: readonly unknown[] = [];
  const refresh = async (): Promise<void> => {
    const clusters = await client.sendRequest("kalint/cluster", { steps });
    await created.webview.postMessage({ clusters, texts: vscode.l10n.bundle ?? {} });
  };
  const listeners = [
    created.webview.onDidReceiveMessage(async (message: Message) => {
      if (message.kind === "open") return await open(message);
      if (message.kind === "steps") steps = message.steps;
      await refresh();
    }),
    afterEdits(refresh),
  ];
  created.onDidDispose(() => {
    panel = undefined;
    for (const listener of listeners) listener.dispose();
  });
  created.webview.html = page(created.webview, folder);
}

async function open({ uri, line, character }: Extract<Message, { kind: "open" }>): Promise<void> {
  const position = new vscode.Position(line, character);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
}

/** Only the two files beside the extension: no remote content, no inline script, no inline style. */
function page(webview: vscode.Webview, folder: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.l10n.bundle === undefined ? "en" : vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}">
<title>${vscode.l10n.t("Cluster")}</title>
<link rel="stylesheet" href="${file("cluster-page.css")}">
</head>
<body>
<p id="said" role="status"></p>
<main id="clusters"></main>
<script src="${file("cluster-page.js")}"></script>
</body>
</html>`;
}
