import * as vscode from "vscode";

/** Names that say nothing: VS Code takes them for Properties or plain text. */
const undecided = new Set(["properties", "plaintext", "ini"]);
const rootBlock =
  /^[ \t]*(?:@\^?\S+[ \t]+)?(?:vrrp_\w+|virtual_server(?:_group)?|global_defs|bfd_instance|static_\w+|track_\w+)\b[^\r\n#!{]*(?:[\r\n]\s*)?\{/m;

/** Gives the language to files that hold a configuration whatever they are called, once one of ours is open. */
export function recognise(): vscode.Disposable[] {
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!undecided.has(document.languageId) || !/\.conf\b/.test(document.uri.path)) return;
    if (rootBlock.test(document.getText())) await vscode.languages.setTextDocumentLanguage(document, "keepalived");
  };
  for (const document of vscode.workspace.textDocuments) void look(document);
  return [vscode.workspace.onDidOpenTextDocument(look)];
}
