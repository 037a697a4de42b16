/** What legends call the kinds; kinds of edges that need no word are left out. */

import type { GraphEdgeKind, GraphNodeKind } from "@kalint/cluster";
import { say } from "@kalint/schema";

export const nodeNames = (): Readonly<Record<GraphNodeKind, string>> => ({
  host: say`host`,
  tracker: say`tracker`,
  "virtual-router": say`virtual router`,
  address: say`virtual address`,
  "virtual-server": say`virtual server`,
  "real-server": say`real server`,
  "sorry-server": say`sorry server`,
});

export const edgeNames = (): Readonly<Partial<Record<GraphEdgeKind, string>>> => ({
  master: say`MASTER while nothing has failed`,
  backup: say`backup, with priority`,
  tracks: say`changes the priority`,
});
