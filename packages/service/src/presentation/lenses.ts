import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { membersIn } from "../company.js";
import type { Document } from "../document.js";
import { mastersIn, movesOf, type Standing, standingOf, trackerOutcome } from "../failover.js";
import { nameOf } from "../names.js";
import { referencesTo } from "../navigate.js";

export const lensKinds = ["failover", "weights", "references"] as const;

export type LensKind = (typeof lensKinds)[number];

/** A sentence above a line. */
export interface CodeLens {
  readonly kind: LensKind;
  readonly place: Place;
  readonly title: string;
  /** Of `references`. */
  readonly places?: readonly Place[];
}

/** What stands above the lines of a document, of the kinds that are asked for. */
export function codeLenses(document: Document, kinds: ReadonlySet<LensKind>): readonly CodeLens[] {
  if (document.template) return [];
  const whole = { start: 0, end: document.text.length };
  const standings = document.clusters.flatMap((cluster) =>
    membersIn(document, whole, cluster.hosts).map(({ host, instance }) => standingOf(cluster, host, instance)),
  );
  const lenses = [
    ...(kinds.has("failover") ? standings.flatMap(failoverLenses) : []),
    ...(kinds.has("weights") ? standings.flatMap((one) => weightLenses(document, one)) : []),
    ...(kinds.has("references") ? referenceLenses(document) : []),
  ];
  // Hosts of one file say the same of one line.
  const unique = new Map(lenses.map((lens) => [`${lens.place.start} ${lens.title}`, lens]));
  return [...unique.values()].sort((one, other) => one.place.start - other.place.start);
}

/** `MASTER lb1 → lb2 after 3.8 s`, for the loss of the MASTER. */
function failoverLenses({ instance, failover }: Standing): CodeLens[] {
  return failover.flatMap((one): CodeLens[] => {
    const normal = one.outcomes.find(({ event }) => event.kind === "normal");
    if (!normal) return [];
    const which = failover.length > 1 ? `${one.addresses.join(", ")}: ` : "";
    const [master] = normal.masters;
    const lost = movesOf(one).find(({ event }) => event.kind === "lost" && event.host === master);
    const title =
      normal.masters.length > 1
        ? say`${which}MASTER ${mastersIn(normal)} at once`
        : say`${which}MASTER ${mastersIn(normal)}${lost ? ` → ${mastersIn(lost)}` : ""}`;
    return [{ kind: "failover", place: instance.place, title }];
  });
}

/** On a tracker's line: what its failure does to the MASTER's addresses. */
function weightLenses(document: Document, { host, instance, failover }: Standing): CodeLens[] {
  return instance.trackers.flatMap((tracker): CodeLens[] => {
    const { place, kind, name } = tracker;
    if (place.file !== document.path) return [];
    return failover.flatMap((one): CodeLens[] => {
      const normal = one.outcomes.find(({ event }) => event.kind === "normal");
      const outcome = trackerOutcome(one, host.name, kind, name);
      if (!outcome || normal?.masters.length !== 1 || normal.masters[0] !== host.name) return [];
      const moves = outcome.masters.join() !== normal.masters.join();
      const title = moves ? say`where it fails: ${mastersIn(outcome)}` : outcome.why;
      return [{ kind: "weights", place, title }];
    });
  });
}

function referenceLenses(document: Document): CodeLens[] {
  const symbols = document.hosts.flatMap((host) => host.symbols).filter(({ place }) => place.file === document.path);
  return symbols.map((symbol) => {
    const place = nameOf(symbol);
    const places = referencesTo(document, place.start, false);
    const title = places.length === 1 ? say`1 reference` : say`${places.length} references`;
    return { kind: "references", place, title, places };
  });
}
