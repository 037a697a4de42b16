import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Effective } from "./effective.js";

/** What is used of the API that VS Code's own Git extension offers, version 1. */
interface Git {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}
interface Repository {
  show(ref: string, path: string): Promise<string>;
  diffWithHEAD(): Promise<readonly { readonly originalUri: vscode.Uri; readonly uri: vscode.Uri }[]>;
}

const scheme = "kalint-committed";

/** What one host would read of the files of the last commit, as read-only documents. */
export function committedViews(client: BaseLanguageClient): vscode.Disposable & {
  /** Tells the user why where there is no such commit. */
  open(uri: string, configId: string | undefined, files: readonly string[]): Promise<vscode.Uri | undefined>;
} {
  const texts = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? "",
  });
  return {
    dispose: () => provider.dispose(),
    async open(uri, configId, files) {
      const file = vscode.Uri.parse(uri);
      const repository = await repositoryOf(file);
      if (!repository) {
        await vscode.window.showInformationMessage(
          vscode.l10n.t(
            "There is no last commit to compare with: the file is in no Git repository, or VS Code's Git extension is off.",
          ),
        );
        return undefined;
      }
      const before = await textsOfCommit(repository, [uri, ...files]);
      if (before.find((one) => one.uri === uri)?.text == null) {
        await vscode.window.showInformationMessage(vscode.l10n.t("The last commit does not have this file."));
        return undefined;
      }
      const view = await client.sendRequest<Effective | null>("kalint/effective", {
        uri,
        ...(configId !== undefined && { configId }),
        texts: before,
      });
      if (!view) return undefined;
      const name = file.path.split("/").slice(-2).join(" ");
      const path = `/${name}${configId === undefined ? "" : ` @${configId}`} (${vscode.l10n.t("last commit")}).keepalived.conf`;
      texts.set(path, view.text);
      return vscode.Uri.from({ scheme, path, query: String(Date.now()) });
    },
  };
}

async function repositoryOf(file: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<Git>("vscode.git");
  if (!extension) return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    return git.getAPI(1).getRepository(file) ?? undefined;
  } catch {
    // Git is switched off, or not installed.
    return undefined;
  }
}

/** Of the files that are read now and of those that have changed since: what the commit has, `null` for nothing. */
async function textsOfCommit(repository: Repository, files: readonly string[]) {
  const changed = await repository.diffWithHEAD();
  const uris = [...files, ...changed.flatMap(({ originalUri, uri }) => [originalUri.toString(), uri.toString()])];
  const conf = [...new Set(uris)].filter((uri) => files.includes(uri) || /\.conf\b/.test(uri));
  return await Promise.all(
    conf.map(async (uri) => {
      const text = await repository.show("HEAD", vscode.Uri.parse(uri).fsPath).catch(() => null);
      return { uri, text };
    }),
  );
}
