import type { Place, Tracker } from "@kalint/daemon";
import type { SymbolKind } from "@kalint/schema";
import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { mastersIn, predicted, type Standing, standingOf, standingsAt, trackerOutcome } from "../failover.js";
import { code } from "../markdown.js";

const trackerKinds: Partial<Record<SymbolKind, Tracker["kind"]>> = {
  vrrp_script: "script",
  vrrp_track_process: "process",
  track_file: "file",
  bfd_instance: "bfd",
};

/** Who tracks a script, a process, a file or a BFD session, and what its failure does there. */
export function trackerFacts(document: Document, symbol: SymbolKind, name: string): readonly string[] {
  const kind = trackerKinds[symbol];
  if (kind === undefined) return [];
  const own = document.clusters.filter(({ hosts }) =>
    hosts.some(({ effective }) => effective.files.some(({ path }) => path === document.path)),
  );
  const lines = own.flatMap((cluster) =>
    predicted(cluster)
      .participants.filter(({ trackers }) => trackers.some((one) => one.kind === kind && one.name === name))
      .map(({ host, instance }) => effectLine(standingOf(cluster, host, instance), kind, name)),
  );
  if (lines.length > 0) return [listed(lines)];
  // A loop of a template, of which nobody knows how often it is gone through, may hold what tracks it.
  return document.template ? [] : [say`Nothing tracks it: its failure changes nothing.`];
}

const trackingBlocks: Readonly<Record<string, Tracker["kind"]>> = {
  "vrrp_instance/track_interface": "interface",
  "vrrp_instance/track_script": "script",
  "vrrp_instance/track_file": "file",
  "vrrp_instance/track_process": "process",
  "vrrp_instance/track_bfd": "bfd",
};

/** On a line of an instance's tracking block: what the failure of that tracker does on the hosts of the line. */
export function trackingFacts(document: Document, block: string, name: string, instance: Place): readonly string[] {
  const kind = trackingBlocks[block];
  if (kind === undefined) return [];
  const lines = standingsAt(document, instance)
    .filter(({ participant }) => participant?.trackers.some((one) => one.kind === kind && one.name === name))
    .map((standing) => effectLine(standing, kind, name));
  return lines.length === 0 ? [] : [listed(lines)];
}

function listed(lines: readonly string[]): string {
  return [...new Set(lines)].map((line) => `- ${line}`).join("\n");
}

function effectLine(
  { cluster, host, instance, participant, failover }: Standing,
  kind: Tracker["kind"],
  name: string,
): string {
  const weight = participant?.trackers.find((one) => one.kind === kind && one.name === name)?.weight ?? 0;
  const how = weight === 0 ? say`without a weight` : say`with weight ${weight}`;
  const outcomes = failover.flatMap((one) => trackerOutcome(one, host.name, kind, name) ?? []);
  const [first] = outcomes;
  const then = first
    ? say`where it fails: ${mastersIn(first)} (${first.why})`
    : weight === 0
      ? say`where it fails: FAULT`
      : say`where it fails: the priority changes by ${Math.abs(weight)}`;
  return cluster.hosts.length === 1
    ? say`${code(instance.name)} tracks it ${how}; ${then}`
    : say`${code(instance.name)} on ${host.name} tracks it ${how}; ${then}`;
}

/** The command of a script and how often it runs. */
export function scriptCommand(document: Document, name: string): string | undefined {
  const script = document.hosts.flatMap(({ scripts }) => scripts).find((one) => one.name === name);
  if (!script?.command) return undefined;
  const every = script.interval?.value ?? 1;
  const fall = script.fall?.value ?? 1;
  const until = say`a failure counts after ${fall === 1 ? say`one run` : say`${fall} runs`}`;
  return say`Runs ${code(script.command.value.join(" "))} every ${every} s; ${until}`;
}
