export { bind } from "./bind/bind.js";
export { checkerNames } from "./bind/lvs.js";
export { reportsToVrrp } from "./bind/trackers.js";
export { findClusters } from "./cluster/cluster.js";
export { hostNames } from "./cluster/names.js";
export { networkOf } from "./cluster/network.js";
export { virtualRoutersOf } from "./cluster/routers.js";
export { configIdsOf } from "./configIds.js";
export { evaluate, statementsOf } from "./evaluate.js";
export * from "./failover/index.js";
export { effectOf, priorityWith } from "./failover/trackers.js";
export type { ClusterGraph, GraphEdge, GraphEdgeKind, GraphNode, GraphNodeKind } from "./graph.js";
export { graphOf } from "./graph.js";
export * from "./host.js";
export type * from "./objects.js";
export { type ScriptSplit, splitScript } from "./script.js";
export {
  addressesOf,
  isServedBy,
  protocolOf,
  type ServiceEntry,
  serviceEntriesOf,
  serviceName,
  socketName,
} from "./services.js";
export { resolvePath } from "./text/paths.js";
export type * from "./types.js";
export * from "./values.js";
