/** The table that a person reads. */
import { type Outcome, phraseOf, type RouterFailover } from "@kalint/model";
import type { Colours } from "../render/colours.js";
import { displayWidth, harmless } from "../render/width.js";
import { wrap } from "../render/wrap.js";
import { isBroken, isTelling, movesNothing, type PredictedCluster } from "./predicted.js";

type Row = readonly [event: string, master: string, after: string, why: string];

const gap = "   ";

const headings: Row = ["event", "MASTER", "after", "why"];

/** Reasons are wrapped to `width` cells where one is given, and stay on one line otherwise. */
export function failoverTable(clusters: readonly PredictedCluster[], colours: Colours, width?: number): string {
  return clusters
    .flatMap((cluster) => cluster.routers.map((router) => routerTable(cluster, router, colours, width)))
    .join("\n");
}

function routerTable(
  { cluster }: PredictedCluster,
  router: RouterFailover,
  colours: Colours,
  width: number | undefined,
): string {
  const outcomes = inOrder(router.outcomes.filter((outcome) => isTelling(outcome, router)));
  const rows = outcomes.map((outcome) => rowOf(outcome, router));
  const widths = [0, 1, 2].map((column) => Math.max(...[headings, ...rows].map((row) => displayWidth(row[column]!))));
  const indent = widths.reduce((sum, cells) => sum + cells + gap.length, 0);
  const line = ([event, master, after, why]: Row): string => {
    const cells = [event, master, after].map((cell, column) => cell + " ".repeat(widths[column]! - displayWidth(cell)));
    // A column narrower than this is harder to read than a long line.
    const reasons = width === undefined || width - indent < 24 ? [why] : wrap(why, width - indent);
    return [...cells, reasons.join(`\n${" ".repeat(indent)}`)].join(gap).trimEnd();
  };
  const lines = rows.map((row, index) => colourOf(outcomes[index]!, router, colours)(line(row)));
  const limits = router.limits.map((sentence) => colours.dim(`note   ${sentence}`));
  const notes = limits.length === 0 ? [] : ["", ...limits];
  return `${titleOf(cluster, router)}\n\n${[colours.bold(line(headings)), ...lines, ...notes].join("\n")}\n`;
}

function titleOf(cluster: PredictedCluster["cluster"], router: RouterFailover): string {
  const hosts = cluster.hosts.map(({ name }) => name).join(", ");
  const device = router.interface === undefined ? "" : ` on ${router.interface}`;
  const parts = [
    `cluster ${cluster.name}: ${hosts}`,
    `virtual router ${router.instance} (id ${router.id ?? "missing"}${device})`,
    router.addresses.join(", ") || "no addresses",
  ];
  return harmless(parts.join("          "));
}

/** `normal`, then what breaks the cluster, then the rest as it comes; pairs last. */
function inOrder(outcomes: readonly Outcome[]): readonly Outcome[] {
  const rank = (outcome: Outcome): number => {
    if (outcome.event.kind === "normal") return 0;
    if (outcome.event.kind === "all") return 3;
    return isBroken(outcome) ? 1 : 2;
  };
  return outcomes.toSorted((one, other) => rank(one) - rank(other));
}

function rowOf(outcome: Outcome, router: RouterFailover): Row {
  const master = outcome.masters.join(" and ") || "nobody";
  const after = movesNothing(outcome, router) ? "never" : outcome.seconds === undefined ? "" : `${outcome.seconds} s`;
  return [harmless(phraseOf(outcome.event)), harmless(master), after, harmless(outcome.why)];
}

function colourOf(outcome: Outcome, router: RouterFailover, colours: Colours): (text: string) => string {
  if (isBroken(outcome)) return colours.red;
  return movesNothing(outcome, router) ? colours.yellow : (text) => text;
}
