/** What legends call the kinds; kinds of edges that need no word are left out. */
import type { GraphEdgeKind, GraphNodeKind } from "@kalint/cluster";

export const nodeNames: Readonly<Record<GraphNodeKind, string>> = {
  host: "host",
  tracker: "tracker",
  "virtual-router": "virtual router",
  address: "virtual address",
  "virtual-server": "virtual server",
  "real-server": "real server",
  "sorry-server": "sorry server",
};

export const edgeNames: Readonly<Partial<Record<GraphEdgeKind, string>>> = {
  master: "MASTER while nothing has failed",
  backup: "backup, with priority",
  tracks: "changes the priority",
};
