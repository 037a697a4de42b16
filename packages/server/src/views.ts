import { clusterViews, effectiveOf } from "@kalint/service";
import type { Session } from "./session.js";
import type { Workspace } from "./workspace.js";

interface EffectiveParameters {
  readonly uri: string;
  readonly configId?: string;
}

interface ClusterParameters {
  /** What is switched off, in this order. */
  readonly steps?: Parameters<typeof clusterViews>[2];
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
      const views = clusterViews(hostsOf(workspace), declaredIn(workspace), steps);
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

/** Each host once, though an included file is read for the host of its main file too. */
function hostsOf(workspace: Workspace) {
  const hosts = workspace.documents().flatMap((document) => document.hosts);
  const keyOf = ({ effective }: (typeof hosts)[number]): string => `${effective.path}\n${effective.configId ?? ""}`;
  return [...new Map(hosts.map((host) => [keyOf(host), host])).values()];
}

function declaredIn(workspace: Workspace) {
  const all = workspace.files().map((path) => workspace.configurationOf(path).clusters);
  return [...new Set(all)].flat();
}
