import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { afterEdits, isConfiguration } from "./edits.js";

/** The server's answer to `kalint/status`. */
interface Status {
  readonly target: string;
  /** The `kalint.json` that says so, which goes before the setting. */
  readonly targetFrom?: string;
  readonly hosts: readonly string[];
  readonly cluster?: { readonly name: string; readonly hosts: readonly string[] };
  readonly errors: number;
  readonly warnings: number;
}

/**
 * In the status bar and beside the language: which keepalived reads the active file, on which host of which cluster, and
 * whether anything is wrong there. A click chooses another version.
 */
export function showStatus(client: BaseLanguageClient): vscode.Disposable & { refresh(): Promise<void> } {
  const beside = vscode.languages.createLanguageStatusItem("kalint.target", [{ language: "keepalived" }]);
  beside.name = "keepalived";
  const bar = vscode.window.createStatusBarItem("kalint.target", vscode.StatusBarAlignment.Right, 100);
  bar.name = vscode.l10n.t("keepalived: version, host, health");
  const refresh = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isConfiguration(document) || !client.isRunning()) return bar.hide();
    const status = await client
      .sendRequest<Status | null>("kalint/status", { uri: document.uri.toString() })
      .catch(() => null);
    if (status === null) return;
    bar.text = textOf(status);
    bar.tooltip = tooltipOf(status);
    bar.command = status.targetFrom
      ? {
          command: "vscode.open",
          title: vscode.l10n.t("Open kalint.json"),
          arguments: [vscode.Uri.parse(status.targetFrom)],
        }
      : "kalint.chooseTarget";
    beside.command =
      typeof bar.command === "string" ? { command: bar.command, title: vscode.l10n.t("Change version") } : bar.command;
    bar.accessibilityInformation = { label: spoken(status) };
    beside.text = `keepalived ${status.target}`;
    beside.detail = [hostOf(status), healthOf(status)].filter(Boolean).join(", ");
    beside.severity = severityOf(status);
    bar.show();
  };
  const parts = vscode.Disposable.from(
    beside,
    bar,
    afterEdits(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) void refresh();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("kalint")) await refresh();
    }),
  );
  return { dispose: () => parts.dispose(), refresh };
}

function textOf(status: Status): string {
  const { errors, warnings, target } = status;
  const health = errors > 0 ? `$(error) ${errors}` : warnings > 0 ? `$(warning) ${warnings}` : "$(pass)";
  return [`keepalived ${target}`, hostOf(status), health].filter(Boolean).join(" · ");
}

/** `lb1 of 2 hosts`; of a file for many hosts their number alone. */
function hostOf({ hosts, cluster }: Status): string {
  const [only = "", ...others] = hosts;
  const all = cluster?.hosts.length ?? 0;
  if (others.length > 0)
    return all > hosts.length
      ? vscode.l10n.t("{0} of {1} hosts", hosts.length, all)
      : vscode.l10n.t("{0} hosts", hosts.length);
  return all > 1 ? vscode.l10n.t("{0} of {1} hosts", only, all) : only;
}

function healthOf({ errors, warnings }: Status): string {
  const parts = [
    errors > 0 && (errors === 1 ? vscode.l10n.t("{0} error", errors) : vscode.l10n.t("{0} errors", errors)),
    warnings > 0 && (warnings === 1 ? vscode.l10n.t("{0} warning", warnings) : vscode.l10n.t("{0} warnings", warnings)),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : vscode.l10n.t("no problems");
}

function severityOf({ errors, warnings }: Status): vscode.LanguageStatusSeverity {
  const { Error: error, Warning: warning, Information: fine } = vscode.LanguageStatusSeverity;
  return errors > 0 ? error : warnings > 0 ? warning : fine;
}

function tooltipOf(status: Status): vscode.MarkdownString {
  const { target, targetFrom, hosts, cluster } = status;
  const read = { target, hosts: hosts.map(escaped).join(", ") };
  const of = cluster && { cluster: escaped(cluster.name), all: cluster.hosts.map(escaped).join(", ") };
  return new vscode.MarkdownString(
    [
      of
        ? vscode.l10n.t("Read by **keepalived {target}** on {hosts} of the cluster {cluster} ({all})", {
            ...read,
            ...of,
          })
        : hosts.length > 0
          ? vscode.l10n.t("Read by **keepalived {target}** on {hosts}", read)
          : vscode.l10n.t("Read by **keepalived {target}**", read),
      vscode.l10n.t("In these files: {0}", healthOf(status)),
      targetFrom
        ? vscode.l10n.t("The version is set in kalint.json.")
        : vscode.l10n.t("Click to choose another version."),
    ].join("\n\n"),
  );
}

/** Names come from the files. */
function escaped(name: string): string {
  return name.replace(/[\\`*_{}[\]<>()#+.!|-]/g, "\\$&");
}

function spoken(status: Status): string {
  return `keepalived ${status.target}, ${hostOf(status)}, ${healthOf(status)}`;
}
