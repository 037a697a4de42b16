/** The table that a person reads. */

import { type Outcome, phraseOf, type RouterFailover } from "@kalint/cluster";
import { say } from "@kalint/schema";
import type { Colours } from "../render/colours.js";
import { harmless } from "../render/width.js";
import { grid, type Row, titleGap } from "./grid.js";
import { isBroken, isTelling, movesNothing, type PredictedCluster } from "./predicted.js";
import { serviceTable } from "./service-table.js";

const headings = (): Row => [say`event`, "MASTER", say`after`, say`why`];

export function failoverTable(clusters: readonly PredictedCluster[], colours: Colours, width: number): string {
  return clusters
    .flatMap((cluster) => [
      ...cluster.routers.map((router) => routerTable(cluster, router, colours, width)),
      ...cluster.services.map((service) => serviceTable(cluster.cluster, service, colours, width)),
    ])
    .join("\n");
}

function routerTable({ cluster }: PredictedCluster, router: RouterFailover, colours: Colours, width: number): string {
  const outcomes = inOrder(router.outcomes.filter((outcome) => isTelling(outcome, router)));
  const rows = outcomes.map((outcome) => rowOf(outcome, router));
  const paints = outcomes.map((outcome) => colourOf(outcome, router, colours));
  return grid(
    { title: titleOf(cluster, router), headings: headings(), rows, paints, limits: router.limits },
    colours,
    width,
  );
}

function titleOf(cluster: PredictedCluster["cluster"], router: RouterFailover): string {
  const hosts = cluster.hosts.map(({ name }) => name).join(", ");
  const device = router.interface === undefined ? "" : say` on ${router.interface}`;
  const parts = [
    say`cluster ${cluster.name}: ${hosts}`,
    say`virtual router ${router.instance} (id ${router.id ?? say`missing`}${device})`,
    router.addresses.join(", ") || say`no addresses`,
  ];
  return harmless(parts.join(titleGap));
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
  const master = outcome.masters.join(say` and `) || say`nobody`;
  const after = movesNothing(outcome, router)
    ? say`never`
    : outcome.seconds === undefined
      ? ""
      : `${outcome.seconds} s`;
  return [harmless(phraseOf(outcome.event)), harmless(master), after, harmless(outcome.why)];
}

function colourOf(outcome: Outcome, router: RouterFailover, colours: Colours): (text: string) => string {
  if (isBroken(outcome)) return colours.red;
  return movesNothing(outcome, router) ? colours.yellow : (text) => text;
}
