import { clusterViews, effectiveOf, effectiveWith, statusOf } from "@kalint/service";
import type { CancellationToken } from "vscode-languageserver";
import { pathOf } from "./environment.js";
import type { Session } from "./session.js";

interface EffectiveParameters {
  readonly uri: string;
  readonly configId?: string;
  /** Other texts than the files have now, `null` for a file that there is not. */
  readonly texts?: readonly { readonly uri: string; readonly text: string | null }[];
}

interface ClusterParameters {
  /** What is switched off, in this order. */
  readonly steps?: Parameters<typeof clusterViews>[1];
}

/** Ours: whole pages about a configuration, for clients that show them. Places are locations of the protocol. */
export function serveViews({ connection, workspace, diagnoses, guard }: Session): void {
  connection.onRequest(
    "kalint/effective",
    guard("kalint/effective", null, ({ uri, configId, texts }: EffectiveParameters) => {
      const document =
        workspace.get(uri)?.document ?? workspace.documents().find(({ path }) => workspace.uriOf(path) === uri);
      if (!document) return null;
      const replaced = new Map(texts?.map((one) => [pathOf(one.uri), one.text ?? undefined]));
      const view = texts ? effectiveWith(document, replaced, configId) : effectiveOf(document, configId);
      return { ...view, files: view.files.map((path) => workspace.uriOf(path)) };
    }),
  );
  connection.onRequest(
    "kalint/status",
    guard("kalint/status", null, async ({ uri }: { readonly uri: string }, token?: CancellationToken) => {
      const { files } = await diagnoses.current(token);
      const document = workspace.get(uri)?.document;
      if (!document) return null;
      const { target, path } = workspace.configurationOf(document.path);
      const targetFrom = target !== undefined && path !== undefined ? workspace.uriOf(path) : undefined;
      return { ...statusOf(document, files), ...(targetFrom && { targetFrom }) };
    }),
  );
  connection.onRequest(
    "kalint/cluster",
    guard("kalint/cluster", [], ({ steps = [] }: ClusterParameters) => {
      const views = clusterViews(workspace.clusters(), steps);
      return views.map((view) => ({
        ...view,
        hosts: view.hosts.map(({ place, ...host }) => ({ ...host, location: workspace.locationOf(place) })),
        routers: view.routers.map((router) => ({
          ...router,
          members: router.members.map(({ place, ...member }) => ({ ...member, location: workspace.locationOf(place) })),
        })),
      }));
    }),
  );
}
