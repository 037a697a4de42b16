import * as vscode from "vscode";

/** Runs once things have been quiet for so many milliseconds. */
export function debounced(milliseconds: number, act: () => unknown): vscode.Disposable & { readonly plan: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    plan() {
      clearTimeout(timer);
      timer = setTimeout(act, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Runs after each pause in the edits of configurations, the made-up ones of the effective view aside. */
export function afterEdits(act: () => unknown): vscode.Disposable {
  const later = debounced(150, act);
  const edits = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (isConfiguration(document)) later.plan();
  });
  return vscode.Disposable.from(edits, later);
}

export const effectiveScheme = "kalint-effective";

/** A view of what a host reads has the language for its colours; it is no file. */
export function isConfiguration({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === "keepalived" && uri.scheme !== effectiveScheme;
}
