import { clusterViews, effectiveOf } from "@kalint/service";
import type { Session } from "./session.js";

interface EffectiveParameters {
  readonly uri: string;
  readonly configId?: string;
}

interface ClusterParameters {
  /** What is switched off, in this order. */
  readonly steps?: Parameters<typeof clusterViews>[1];
}

/** Ours: whole pages about a configuration, for clients that show them. Places are locations of the protocol. */
export function serveViews({ connection, workspace, guard }: Session): void {
  connection.onRequest(
    "kalint/effective",
    guard("kalint/effective", null, ({ uri, configId }: EffectiveParameters) => {
      const document =
        workspace.get(uri)?.document ?? workspace.documents().find(({ path }) => workspace.uriOf(path) === uri);
      return document ? effectiveOf(document, configId) : null;
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
