import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Names that say nothing: VS Code takes them for Properties or plain text. */
const undecided = new Set(["properties", "plaintext", "ini"]);
const rootBlock =
  /^[ \t]*(?:@\^?\S{1,200}[ \t]{1,200})?(?:vrrp_\w+|virtual_server(?:_group)?|global_defs|bfd_instance|static_\w+|track_\w+)\b[^\r\n#!{]{0,1000}(?:[\r\n]\s{0,1000})?\{/m;

/**
 * Gives the language to files that hold a configuration, or that one of the configurations includes, whatever they are
 * called, once one of ours is open.
 */
export function recognise(client: BaseLanguageClient): vscode.Disposable[] {
  const isOurs = async (document: vscode.TextDocument): Promise<boolean> => {
    if (/\.conf\b/.test(document.uri.path) && rootBlock.test(document.getText())) return true;
    if (document.isUntitled || !client.isRunning()) return false;
    return await client.sendRequest<boolean>("kalint/reads", { uri: document.uri.toString() });
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!undecided.has(document.languageId) || document.uri.scheme === "output") return;
    if (await isOurs(document)) await vscode.languages.setTextDocumentLanguage(document, "keepalived");
  };
  const all = (): void => {
    for (const document of vscode.workspace.textDocuments) void look(document);
  };
  all();
  return [
    vscode.workspace.onDidOpenTextDocument(look),
    // What is included is known once the server has looked.
    client.onDidChangeState(() => setTimeout(all, 1000)),
  ];
}
