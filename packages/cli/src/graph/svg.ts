/** The picture of clusters as SVG that stands alone: no script, no style sheet, nothing to load. */

import type { ClusterGraph, GraphEdgeKind, GraphNodeKind } from "@kalint/cluster";
import { say } from "@kalint/schema";
import { attributes, escapeXml } from "../output/xml.js";
import { harmless } from "../render/width.js";
import type { Point } from "./arrange.js";
import { edgeNames, nodeNames } from "./kinds.js";
import { lineHeight, type PlacedEdge, type PlacedNode, padding, placeGraph, textWidth } from "./layout.js";

const nodeColours: Readonly<Record<GraphNodeKind, { readonly fill: string; readonly stroke: string }>> = {
  host: { fill: "#dbeafe", stroke: "#1d4ed8" },
  tracker: { fill: "#fef9c3", stroke: "#a16207" },
  "virtual-router": { fill: "#ede9fe", stroke: "#6d28d9" },
  address: { fill: "#dcfce7", stroke: "#15803d" },
  "virtual-server": { fill: "#ffedd5", stroke: "#c2410c" },
  "real-server": { fill: "#cffafe", stroke: "#0e7490" },
  "sorry-server": { fill: "#f3f4f6", stroke: "#4b5563" },
};

const edgeStyles: Readonly<Record<GraphEdgeKind, Readonly<Record<string, string | number>>>> = {
  master: { stroke: "#15803d", "stroke-width": 2.5 },
  backup: { stroke: "#64748b", "stroke-width": 1.2 },
  tracks: { stroke: "#a16207", "stroke-width": 1.2, "stroke-dasharray": "5 3" },
  holds: { stroke: "#475569", "stroke-width": 1.2 },
  serves: { stroke: "#475569", "stroke-width": 1.2 },
  balances: { stroke: "#475569", "stroke-width": 1.2 },
  sorry: { stroke: "#4b5563", "stroke-width": 1.2, "stroke-dasharray": "2 3" },
};

const margin = 24;
const titleHeight = 40;
const legendHeight = 36;

/** `characterWidth` holds for these fonts at 12 pixels: the widest of them takes 7.3. */
const font = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";

export function svgOf(graphs: readonly ClusterGraph[]): string {
  const placed = graphs.map((graph) => ({ title: harmless(say`cluster ${graph.name}`), ...placeGraph(graph) }));
  const parts: string[] = [];
  let y = margin;
  for (const picture of placed) {
    const heading = element("text", { x: 0, y: 18, "font-size": 16, "font-weight": "bold" }, picture.title);
    const body = [...picture.edges.map(edgeLine), ...picture.edges.map(edgeLabel), ...picture.nodes.map(nodeBox)].join(
      "",
    );
    parts.push(
      `<g transform="translate(${margin} ${y})">${heading}<g transform="translate(0 ${titleHeight})">${body}</g></g>`,
    );
    y += titleHeight + picture.height + 2 * margin;
  }
  const kinds = {
    nodes: new Set(graphs.flatMap(({ nodes }) => nodes.map(({ kind }) => kind))),
    edges: new Set(graphs.flatMap(({ edges }) => edges.map(({ kind }) => kind))),
  };
  const key = legend(kinds);
  const titles = placed.map(({ title }) => textWidth(title) * (16 / 12));
  const width = round(Math.max(key.width, ...titles, ...placed.map((picture) => picture.width)) + 2 * margin);
  const height = round(y + legendHeight);
  const label = placed.map(({ title }) => title).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"${attributes({ "aria-label": label, "font-family": font, "font-size": 12 })} fill="#0f172a">
<rect width="100%" height="100%" fill="#ffffff"/>
${arrowHeads()}
${parts.join("\n")}
<g transform="translate(${margin} ${round(y)})">${key.text}</g>
</svg>
`;
}

function nodeBox({ node, title, columns, x, y, width, height }: PlacedNode): string {
  const colours = nodeColours[node.kind];
  const box = element("rect", {
    width: round(width),
    height: round(height),
    rx: node.kind === "host" || node.kind === "tracker" ? 3 : 8,
    ...colours,
    "stroke-width": 1.5,
  });
  const heading = element("text", { x: padding, y: lineHeight + 1, "font-weight": "bold" }, title);
  const lines = columns.flatMap((column) =>
    column.lines.map((line, index) =>
      element("text", { x: round(column.x), y: (index + 2) * lineHeight + 1, fill: "#334155" }, line),
    ),
  );
  return `<g transform="translate(${round(x)} ${round(y)})">${box}${heading}${lines.join("")}</g>`;
}

function edgeLine({ edge, points }: PlacedEdge): string {
  return element("path", {
    d: curveThrough(points),
    fill: "none",
    ...edgeStyles[edge.kind],
    "marker-end": `url(#arrow-${edge.kind})`,
  });
}

function edgeLabel({ edge, label }: PlacedEdge): string {
  if (label === undefined) return "";
  const width = textWidth(label.text);
  const back = element("rect", {
    x: round(label.x - width - 6),
    y: round(label.y - lineHeight / 2),
    width: round(width + 8),
    height: lineHeight,
    fill: "#ffffff",
  });
  const values = {
    x: round(label.x),
    y: round(label.y + 4),
    "text-anchor": "end",
    fill: edgeStyles[edge.kind].stroke!,
  };
  const text = element("text", edge.kind === "master" ? { ...values, "font-weight": "bold" } : values, label.text);
  return back + text;
}

/** Each piece leaves and arrives level, as all edges run from left to right. */
function curveThrough([first, ...rest]: readonly Point[]): string {
  let before = first!;
  let path = `M${round(before.x)} ${round(before.y)}`;
  for (const point of rest) {
    const middle = round((before.x + point.x) / 2);
    path += ` C${middle} ${round(before.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    before = point;
  }
  return path;
}

function arrowHeads(): string {
  const heads = Object.entries(edgeStyles).map(
    ([kind, { stroke }]) =>
      `<marker id="arrow-${kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="${stroke}"/></marker>`,
  );
  return `<defs>${heads.join("")}</defs>`;
}

/** Only the kinds that the picture has. */
function legend({ nodes, edges }: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> }) {
  let x = 0;
  const parts: string[] = [];
  const entry = (sample: (at: number) => string, sampleWidth: number, name: string) => {
    parts.push(sample(x), element("text", { x: round(x + sampleWidth + 6), y: 11 }, name));
    x += sampleWidth + 6 + textWidth(name) + 20;
  };
  for (const [kind, name] of Object.entries(nodeNames()) as [GraphNodeKind, string][]) {
    if (nodes.has(kind))
      entry((at) => element("rect", { x: round(at), width: 14, height: 14, rx: 3, ...nodeColours[kind] }), 14, name);
  }
  for (const [kind, name] of Object.entries(edgeNames()) as [GraphEdgeKind, string][]) {
    if (edges.has(kind))
      entry(
        (at) =>
          element("path", {
            d: `M${round(at)} 7 H${round(at + 30)}`,
            ...edgeStyles[kind],
            "marker-end": `url(#arrow-${kind})`,
          }),
        30,
        name,
      );
  }
  return { text: parts.join(""), width: x };
}

function element(name: string, values: Readonly<Record<string, string | number>>, text?: string): string {
  const start = `<${name}${attributes(values)}`;
  return text === undefined ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
