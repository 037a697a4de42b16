import { say } from "@kalint/schema";
import type { ClusterGraph, GraphNode, GraphNodeKind } from "./graph.js";

/** What several of a kind are called together; the other kinds stay apart. */
const together: Partial<Record<GraphNodeKind, (count: number) => string>> = {
  tracker: (count) => say`${count} trackers`,
  address: (count) => say`${count} addresses`,
  "real-server": (count) => say`${count} real servers`,
};

/** One node for all nodes of a kind that have the same edges to the same others. */
export function mergeAlike({ name, nodes, edges }: ClusterGraph): ClusterGraph {
  const edgesOf = new Map<string, string[]>();
  for (const { from, to, kind, label } of edges) {
    add(edgesOf, from, JSON.stringify(["to", to, kind, label]));
    add(edgesOf, to, JSON.stringify(["from", from, kind, label]));
  }
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const own = together[node.kind] === undefined ? [node.id] : (edgesOf.get(node.id) ?? []).toSorted();
    add(groups, JSON.stringify([node.kind, ...own]), node);
  }
  const mergedInto = new Map<string, string>();
  const merged = [...groups.values()].map((group): GraphNode => {
    const first = group[0]!;
    if (group.length === 1) return first;
    for (const { id } of group) mergedInto.set(id, first.id);
    const lines = group.map((node) => [node.label, ...node.lines].join("  "));
    return { id: first.id, kind: first.kind, label: together[first.kind]!(group.length), lines };
  });
  const kept = edges.filter(
    ({ from, to }) => (mergedInto.get(from) ?? from) === from && (mergedInto.get(to) ?? to) === to,
  );
  return { name, nodes: merged, edges: kept };
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
