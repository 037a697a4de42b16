/** Sizes and places for a cluster's picture, in pixels from its upper left corner. */
import type { ClusterGraph, GraphEdge, GraphNode } from "@kalint/cluster";
import { displayWidth, harmless } from "../render/width.js";
import { arrange, counted, type Point } from "./arrange.js";

export const characterWidth = 7.4;
export const lineHeight = 16;
export const padding = 10;

export interface PlacedNode {
  readonly node: GraphNode;
  readonly title: string;
  /** Side by side, each from top to bottom; `x` from the node's left side. */
  readonly columns: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  /** `x` and `y` are its right end, in the middle of its height. */
  readonly label?: Point & { readonly text: string };
}

interface PlacedGraph {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/** From the arrow's point to the end of its label. */
const labelDistance = 14;

/**
 * Labels stand where their edges arrive, one below the other beside the node, so that no two lie on each other and
 * each is next to what it says something of. Thus a node needs a place for them at its left, and a line's height each.
 */
export function placeGraph({ nodes, edges }: ClusterGraph): PlacedGraph {
  const incoming = counted(edges.map(({ to }) => to));
  const outgoing = counted(edges.map(({ from }) => from));
  const gutters = guttersOf(nodes, edges);
  const sized = nodes.map((node) => ({
    ...sizeOf(node, { incoming: incoming.get(node.id) ?? 0, outgoing: outgoing.get(node.id) ?? 0 }),
    gutter: gutters.get(node.kind) ?? 0,
  }));
  const boxes = sized.map(({ node, width, height, gutter }) => ({ id: node.id, width: width + gutter, height }));
  const { width, height, middles, routes } = arrange(boxes, edges.map(lineOf));
  const turned = isUpsideDown(nodes, middles)
    ? ({ x, y }: Point): Point => ({ x, y: height - y })
    : (one: Point) => one;
  const sources = sized.filter(({ node }) => isSource(node));
  const widestSource = Math.max(0, ...sources.map((source) => source.width));
  const placed = sized.map(({ gutter, ...size }): PlacedNode & { readonly gutter: number } => {
    const { x, y } = turned(middles.get(size.node.id)!);
    // Hosts and trackers end at one line, so that no edge runs behind its neighbour.
    const half = isSource(size.node) ? size.width - (gutter + widestSource) / 2 : (size.width + gutter) / 2;
    return { ...size, gutter, x: x - half + gutter, y: y - size.height / 2 };
  });
  const routed = edges.map((edge, index) => ({ edge, points: routes[index]!.map(turned) }));
  return { nodes: placed, edges: spreadEnds(routed, new Map(placed.map((one) => [one.node.id, one]))), width, height };
}

function lineOf({ from, to, kind }: GraphEdge) {
  return { from, to, weight: kind === "master" ? 2 : 1 };
}

function isSource({ kind }: GraphNode): boolean {
  return kind === "host" || kind === "tracker";
}

/** The layout decides what is above; the first virtual router, else the first host, is expected there. */
function isUpsideDown(nodes: readonly GraphNode[], middles: ReadonlyMap<string, Point>): boolean {
  for (const kind of ["virtual-router", "host"]) {
    const heights = nodes.flatMap((node) => (node.kind === kind ? [middles.get(node.id)!.y] : []));
    if (heights.length > 1) return heights[0]! > heights.at(-1)!;
  }
  return false;
}

/** A host's name stands in front of its priority: among many lines it need not be traced back. */
function labelOf({ kind, label }: GraphEdge, from: GraphNode): string {
  if (label === "") return "";
  return harmless(kind === "master" || kind === "backup" ? `${from.label} ${label}` : label);
}

export function textWidth(text: string): number {
  return displayWidth(text) * characterWidth;
}

/** The width of the labels at the left of nodes of a kind: one for all, so that they stand in a column. */
function guttersOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<GraphNode["kind"], number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const gutters = new Map<GraphNode["kind"], number>();
  for (const edge of edges) {
    const { kind } = byId.get(edge.to)!;
    const label = labelOf(edge, byId.get(edge.from)!);
    const width = label === "" ? 0 : textWidth(label) + labelDistance + padding;
    gutters.set(kind, Math.max(gutters.get(kind) ?? 0, width));
  }
  return gutters;
}

/** Long lists stand in several columns, so that a picture does not grow beyond a screen's height. */
function sizeOf(
  node: GraphNode,
  ends: { readonly incoming: number; readonly outgoing: number },
): Omit<PlacedNode, "x" | "y"> {
  const title = harmless(node.label);
  const lines = node.lines.map(harmless);
  const count = lines.length > 60 ? 4 : lines.length > 24 ? 3 : lines.length > 8 ? 2 : 1;
  const perColumn = Math.ceil(lines.length / count);
  const columns = [];
  let x = padding;
  for (let start = 0; start < lines.length; start += perColumn) {
    const part = lines.slice(start, start + perColumn);
    columns.push({ x, lines: part });
    x += Math.max(...part.map(textWidth)) + 2 * padding;
  }
  const { incoming, outgoing } = ends;
  return {
    node,
    title,
    columns,
    width: Math.max(textWidth(title) + 2 * padding, x - padding),
    height: Math.max(1 + perColumn, incoming, outgoing / 2) * lineHeight + padding,
  };
}

type Routed = Pick<PlacedEdge, "edge" | "points">;
type Ends = ReadonlyMap<Routed, Point>;

/** The layout aims every edge at the middle of its node; side by side along the node's side they can be told apart. */
function spreadEnds(
  edges: readonly Routed[],
  nodes: ReadonlyMap<string, PlacedNode & { readonly gutter: number }>,
): readonly PlacedEdge[] {
  const starts = endsOf(edges, nodes, "from");
  const stops = endsOf(edges, nodes, "to");
  return edges.map((routed): PlacedEdge => {
    const { edge, points } = routed;
    const stop = stops.get(routed)!;
    const gutter = nodes.get(edge.to)!.gutter;
    const label = labelOf(edge, nodes.get(edge.from)!.node);
    const before = gutter === 0 ? [] : [{ x: stop.x - gutter, y: stop.y }];
    return {
      edge,
      points: [starts.get(routed)!, ...(isLong(routed) ? points.slice(1, -1) : []), ...before, stop],
      ...(label === "" ? {} : { label: { text: label, x: stop.x - labelDistance, y: stop.y } }),
    };
  });
}

/** Whether it passes nodes on its way: the layout gives an edge between neighbours one point in the middle. */
function isLong({ points }: Pick<Routed, "points">): boolean {
  return points.length > 3;
}

function endsOf(edges: readonly Routed[], nodes: ReadonlyMap<string, PlacedNode>, side: "from" | "to"): Ends {
  const byNode = new Map<string, Routed[]>();
  for (const edge of edges) byNode.set(edge.edge[side], [...(byNode.get(edge.edge[side]) ?? []), edge]);
  const result = new Map<Routed, Point>();
  const middleOf = ({ y, height }: PlacedNode) => y + height / 2;
  for (const [id, all] of byNode) {
    const { x, y, width, height } = nodes.get(id)!;
    const next = ({ points, edge }: Routed): number => {
      if (isLong({ points })) return (side === "from" ? points[1]! : points.at(-2)!).y;
      return middleOf(nodes.get(edge[side === "from" ? "to" : "from"])!);
    };
    const sorted = all.toSorted((one, other) => next(one) - next(other));
    const step = Math.min(lineHeight, (height - padding) / sorted.length);
    for (const [index, edge] of sorted.entries()) {
      const offset = (index - (sorted.length - 1) / 2) * step;
      result.set(edge, { x: side === "from" ? x + width : x, y: y + height / 2 + offset });
    }
  }
  return result;
}
