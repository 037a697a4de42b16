/** The picture of clusters in the language of Graphviz. */

import type { ClusterGraph, GraphEdge, GraphNode } from "@kalint/cluster";
import { say } from "@kalint/schema";

const fills = {
  host: "#dbeafe",
  tracker: "#fef9c3",
  "virtual-router": "#ede9fe",
  address: "#dcfce7",
  "virtual-server": "#ffedd5",
  "real-server": "#cffafe",
  "sorry-server": "#f3f4f6",
} as const satisfies Record<GraphNode["kind"], string>;

const edgeStyles: Partial<Record<GraphEdge["kind"], string>> = {
  master: 'color="#15803d", fontcolor="#15803d", penwidth=2.5',
  tracks: 'color="#a16207", fontcolor="#a16207", style=dashed',
  sorry: 'color="#4b5563", fontcolor="#4b5563", style=dotted',
};

export function dotOf(graphs: readonly ClusterGraph[]): string {
  return `${[
    "digraph kalint {",
    '  graph [rankdir=LR, bgcolor="#ffffff", fontname="sans-serif", ranksep=1]',
    '  node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11]',
    '  edge [fontname="sans-serif", fontsize=10, color="#475569", fontcolor="#475569"]',
    ...graphs.flatMap(subgraph),
    "}",
  ].join("\n")}\n`;
}

function subgraph({ name, nodes, edges }: ClusterGraph, index: number): string[] {
  const ids = new Map(nodes.map(({ id }, position) => [id, `c${index}n${position}`]));
  return [
    `  subgraph cluster_${index} {`,
    `    label=${quoted(say`cluster ${name}`)}`,
    ...nodes.map((node) => `    ${ids.get(node.id)} [label=${labelOf(node)}, fillcolor="${fills[node.kind]}"]`),
    ...edges.map((edge) => `    ${ids.get(edge.from)} -> ${ids.get(edge.to)}${attributesOf(edge)}`),
    "  }",
  ];
}

/** The title in the middle, the lines at the left. */
function labelOf({ label, lines }: GraphNode): string {
  return `"${escapeDot(label)}${lines.length === 0 ? "" : `\\n${lines.map((line) => `${escapeDot(line)}\\l`).join("")}`}"`;
}

function attributesOf({ kind, label }: GraphEdge): string {
  const parts = [...(label === "" ? [] : [`label=${quoted(label)}`]), ...(edgeStyles[kind] ? [edgeStyles[kind]] : [])];
  return parts.length === 0 ? "" : ` [${parts.join(", ")}]`;
}

function quoted(text: string): string {
  return `"${escapeDot(text)}"`;
}

/** Graphviz also resolves HTML entities in labels, so `&` is written as one. */
function escapeDot(text: string): string {
  return text
    .replace(/[\\"]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/\p{Cc}/gu, " ");
}
