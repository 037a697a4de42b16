export * from "./failover/index.js";
export { effectOf, priorityWith } from "./failover/trackers.js";
export type { ClusterGraph, GraphEdge, GraphEdgeKind, GraphNode, GraphNodeKind } from "./graph.js";
export { graphOf } from "./graph.js";
export { alone } from "./grouping/alone.js";
export { findClusters, keptSharingPairs } from "./grouping/cluster.js";
export { hostNames, nearness } from "./grouping/names.js";
export { virtualRoutersOf } from "./grouping/routers.js";
export type * from "./types.js";
