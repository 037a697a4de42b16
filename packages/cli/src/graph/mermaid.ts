/** The picture of clusters as a Mermaid flowchart, for Markdown. */

import type { ClusterGraph, GraphEdge, GraphNode } from "@kalint/cluster";
import { say } from "@kalint/schema";

const styles = {
  host: "fill:#dbeafe,stroke:#1d4ed8,color:#0f172a",
  tracker: "fill:#fef9c3,stroke:#a16207,color:#0f172a",
  "virtual-router": "fill:#ede9fe,stroke:#6d28d9,color:#0f172a",
  address: "fill:#dcfce7,stroke:#15803d,color:#0f172a",
  "virtual-server": "fill:#ffedd5,stroke:#c2410c,color:#0f172a",
  "real-server": "fill:#cffafe,stroke:#0e7490,color:#0f172a",
  "sorry-server": "fill:#f3f4f6,stroke:#4b5563,color:#0f172a",
} as const satisfies Record<GraphNode["kind"], string>;

export function mermaidOf(graphs: readonly ClusterGraph[]): string {
  const used = new Set(graphs.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  const classes = Object.entries(styles).filter(([kind]) => used.has(kind as GraphNode["kind"]));
  return `${[
    "flowchart LR",
    ...graphs.flatMap(subgraph),
    ...classes.map(([kind, style]) => `  classDef ${kind} ${style}`),
  ].join("\n")}\n`;
}

function subgraph({ name, nodes, edges }: ClusterGraph, index: number): string[] {
  const ids = new Map(nodes.map(({ id }, position) => [id, `c${index}n${position}`]));
  return [
    `  subgraph c${index}["${escapeMermaid(say`cluster ${name}`)}"]`,
    "    direction LR",
    ...nodes.map((node) => `    ${ids.get(node.id)}["${textOf(node)}"]:::${node.kind}`),
    ...edges.map((edge) => `    ${ids.get(edge.from)} ${arrowOf(edge)} ${ids.get(edge.to)}`),
    "  end",
  ];
}

function textOf({ label, lines }: GraphNode): string {
  return [label, ...lines].map(escapeMermaid).join("<br/>");
}

function arrowOf({ kind, label }: GraphEdge): string {
  const arrow = kind === "master" ? "==>" : kind === "tracks" || kind === "sorry" ? "-.->" : "-->";
  return label === "" ? arrow : `${arrow}|"${escapeMermaid(label)}"|`;
}

/** Mermaid reads `#number;` as a character; everything that could mean something to it or to HTML is written so. */
function escapeMermaid(text: string): string {
  return text.replace(/[^\p{L}\p{N} .:/_,()+×−-]/gu, (character) => `#${character.codePointAt(0)};`);
}
