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
  bar.name = "keepalived: version, host, health";
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
      ? { command: "vscode.open", title: "Open kalint.json", arguments: [vscode.Uri.parse(status.targetFrom)] }
      : "kalint.chooseTarget";
    beside.command = typeof bar.command === "string" ? { command: bar.command, title: "Change version" } : bar.command;
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
  if (others.length > 0) return all > hosts.length ? `${hosts.length} of ${all} hosts` : `${hosts.length} hosts`;
  return all > 1 ? `${only} of ${all} hosts` : only;
}

function healthOf({ errors, warnings }: Status): string {
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const parts = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "no problems";
}

function severityOf({ errors, warnings }: Status): vscode.LanguageStatusSeverity {
  const { Error: error, Warning: warning, Information: fine } = vscode.LanguageStatusSeverity;
  return errors > 0 ? error : warnings > 0 ? warning : fine;
}

function tooltipOf(status: Status): vscode.MarkdownString {
  const { target, targetFrom, hosts, cluster } = status;
  const of = cluster ? ` of the cluster ${escaped(cluster.name)} (${cluster.hosts.map(escaped).join(", ")})` : "";
  return new vscode.MarkdownString(
    [
      `Read by **keepalived ${target}**${hosts.length > 0 ? ` on ${hosts.map(escaped).join(", ")}` : ""}${of}`,
      `In these files: ${healthOf(status)}`,
      targetFrom ? "The version is set in kalint.json." : "Click to choose another version.",
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
