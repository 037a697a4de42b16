import { ruleById, rulePage } from "@kalint/lint";
import { say } from "@kalint/schema";
import { effectiveOf, failoverPage } from "@kalint/service";
import { URI } from "vscode-uri";
import type { Workspace } from "./workspace.js";

/** Documents that the server makes (LSP 3.18, workspace/textDocumentContent): the name is for people, the query counts. */
export const schemes = ["kalint-effective", "kalint-failover", "kalint-rule"] as const;

interface Shown {
  readonly uri: string;
  readonly configId?: string;
  /** Without a heading, which would be a difference where two are compared. */
  readonly bare?: boolean;
}

/** The text of such a document; `undefined` where it is none. */
export function pageAt(workspace: Workspace, uri: string): string | undefined {
  const { scheme, path, query } = parts(uri);
  if (scheme === "kalint-rule") {
    const rule = ruleById(path.replace(/^\//, "").replace(/\.md$/, ""));
    // Where the page of the documentation comes from is nothing to a reader of the editor's.
    return rule && rulePage(rule).replace(/^<!--[^\n]*-->\s*/, "");
  }
  const shown = query === "" ? undefined : (JSON.parse(query) as Shown);
  if (scheme === "kalint-failover") return failoverText(workspace, shown?.uri);
  return scheme === "kalint-effective" && shown ? effectiveText(workspace, shown) : undefined;
}

export function effectiveText(workspace: Workspace, { uri, configId, bare }: Shown): string {
  const document = workspace.documents().find(({ path }) => workspace.uriOf(path) === uri);
  if (!document) return say`# The file is no longer there.\n`;
  const view = effectiveOf(document, configId);
  if (bare === true) return view.text;
  const host = view.configId === undefined ? "" : say` on the host ${view.configId}`;
  return say`# What keepalived reads${host}. This page follows the files.\n\n${view.text}`;
}

/** Of the clusters of one file, or of all. */
export function failoverText(workspace: Workspace, uri?: string): string {
  const clusters = workspace.clusters();
  if (uri === undefined) return failoverPage(clusters);
  const own = clusters.filter(({ hosts }) =>
    hosts.some(({ effective }) => effective.files.some(({ path }) => workspace.uriOf(path) === uri)),
  );
  return failoverPage(own);
}

export function effectiveUri(uri: string, configId?: string): string {
  const name = decodeURIComponent(parts(uri).path).split("/").slice(-2).join(" ");
  const host = configId === undefined ? "" : ` @${configId}`;
  const query = JSON.stringify({ uri, ...(configId !== undefined && { configId }) });
  return pageUri("kalint-effective", `${name}${host} (effective).keepalived.conf`, query);
}

export function failoverUri(uri?: string): string {
  return pageUri("kalint-failover", "failover.md", uri === undefined ? "" : JSON.stringify({ uri }));
}

export function ruleUri(rule: string): string {
  return pageUri("kalint-rule", `${rule}.md`, "");
}

function pageUri(scheme: (typeof schemes)[number], name: string, query: string): string {
  return URI.from({ scheme, path: `/${name}`, query }).toString();
}

function parts(uri: string): { readonly scheme: string; readonly path: string; readonly query: string } {
  const { scheme, path, query } = URI.parse(uri);
  return { scheme, path, query };
}
