/** Puts boxes into columns from left to right, each edge leading to a column further right, with few crossings. */
import { Graph, layout } from "@dagrejs/dagre";

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** How much it matters that it is short and crosses nothing. */
  readonly weight: number;
}

interface Arrangement {
  readonly width: number;
  readonly height: number;
  /** The middle of each box, by its id. */
  readonly middles: ReadonlyMap<string, Point>;
  /** As many as there are lines. */
  readonly routes: readonly (readonly Point[])[];
}

/** Beyond this many lines one attempt has to do: each takes longer than the picture gains. */
const manyLines = 400;

/**
 * The library improves the order that it is given until it finds no better neighbour, so where it ends depends on where
 * it starts: the best of a few starts is taken, the first one of equals.
 */
export function arrange(boxes: readonly Box[], lines: readonly Line[]): Arrangement {
  const first = attempt(boxes, lines);
  if (lines.length > manyLines) return first;
  const used = counted(lines.map(({ from }) => from));
  const bySize = boxes.toSorted((one, other) => (used.get(one.id) ?? 0) - (used.get(other.id) ?? 0));
  const others = [bySize, bySize.toReversed(), boxes.toReversed()].map((order) => attempt(order, lines));
  let best = { arrangement: first, crossings: crossingsIn(first, lines) };
  for (const arrangement of others) {
    const crossings = crossingsIn(arrangement, lines);
    if (crossings < best.crossings) best = { arrangement, crossings };
  }
  return best.arrangement;
}

function attempt(boxes: readonly Box[], lines: readonly Line[]): Arrangement {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 20, edgesep: 10, ranksep: 90, ranker: "network-simplex" });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to, weight } of lines) graph.setEdge(from, to, { weight });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    middles: new Map(boxes.map(({ id }) => [id, graph.node(id) as Point])),
    routes: lines.map(({ from, to }) => (graph.edge(from, to) as { points: Point[] }).points),
  };
}

/** Between lines from one column to the same next one; those of heavy lines count more. */
function crossingsIn({ middles }: Arrangement, lines: readonly Line[]): number {
  const ends = lines.map(({ from, to, weight }) => [middles.get(from)!, middles.get(to)!, weight] as const);
  let crossings = 0;
  for (const [index, [start, stop, weight]] of ends.entries()) {
    for (const [otherStart, otherStop, otherWeight] of ends.slice(index + 1)) {
      if (start.x !== otherStart.x || stop.x !== otherStop.x) continue;
      if ((start.y - otherStart.y) * (stop.y - otherStop.y) < 0) crossings += weight * otherWeight;
    }
  }
  return crossings;
}

export function counted(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
