import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * The link of a problem opens its rule's page in the editor, where it is without a network: the server's link leads to the
 * site, for clients that have nothing else.
 */
export const ruleLinks: Pick<Middleware, "provideDiagnostics" | "provideWorkspaceDiagnostics" | "handleDiagnostics"> = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && "items" in report) relink(report.items);
    return report;
  },
  async provideWorkspaceDiagnostics(resultIds, token, reporter, next) {
    const report = await next(resultIds, token, (chunk) => {
      for (const one of chunk?.items ?? []) if ("items" in one) relink(one.items);
      reporter(chunk);
    });
    for (const one of report?.items ?? []) if ("items" in one) relink(one.items);
    return report;
  },
  handleDiagnostics(uri, diagnostics, next) {
    relink(diagnostics);
    next(uri, diagnostics);
  },
};

function relink(diagnostics: readonly vscode.Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    if (typeof code !== "object" || code.target.scheme === "command") continue;
    const given = encodeURIComponent(JSON.stringify([code.value]));
    diagnostic.code = { value: code.value, target: vscode.Uri.parse(`command:kalint.openRule?${given}`) };
  }
}
