import { effectOf, type Outcome, type Participant, priorityWith, type RouterFailover } from "@kalint/cluster";
import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { mastersIn, movesOf, phraseOf, type Standing, standingsAt } from "../failover.js";
import { code } from "../markdown.js";

/** More lines than this help nobody. */
const most = 8;

/** What an instance does on the hosts: addresses, priorities with each tracker, who is MASTER, and who after which failure. */
export function instanceFacts(document: Document, place: Place): readonly string[] {
  const standings = standingsAt(document, place);
  const [first] = standings;
  if (!first) return [];
  return [headline(first), addressList(first), priorities(standings), ...predictions(first)].filter(
    (part) => part !== "",
  );
}

/** Of an instance's priority: what it is on each host, with each tracker, and who is MASTER. */
export function priorityFacts(document: Document, place: Place): readonly string[] {
  const standings = standingsAt(document, place);
  const [first] = standings;
  if (!first) return [];
  const masters = first.failover.flatMap((one) => {
    const normal = one.outcomes.find(({ event }) => event.kind === "normal");
    return normal ? [masterLine(one, normal, first.failover.length)] : [];
  });
  return [priorities(standings), ...masters].filter((part) => part !== "");
}

function headline({ instance }: Standing): string {
  const parts = [
    instance.virtualRouterId && say`virtual router ${instance.virtualRouterId.value}`,
    instance.interface && say`on ${instance.interface.value}`,
  ].filter(Boolean);
  const version = instance.effectiveVersion;
  return parts.length > 0 ? say`${parts.join(" ")}, VRRP version ${version}` : say`VRRP version ${version}`;
}

function addressList({ instance }: Standing): string {
  const all = [...instance.addresses, ...instance.excludedAddresses];
  if (all.length === 0) return "";
  const shown = all.slice(0, most).map(({ value }) => code(withPrefix(value)));
  const rest = all.length > most ? say` and ${all.length - most} more` : "";
  return say`Addresses: ${shown.join(", ")}${rest}`;
}

function withPrefix({ text, prefixLength }: { readonly text: string; readonly prefixLength?: number }): string {
  return prefixLength === undefined ? text : `${text}/${prefixLength}`;
}

/** One line a host: this one's, and those of the same virtual router. */
function priorities(standings: readonly Standing[]): string {
  const all = new Set(standings.flatMap(({ participants }) => participants));
  const isAlone = standings.every(({ cluster }) => cluster.hosts.length === 1);
  const lines = [...all].slice(0, most).map((one) => {
    const priority = [settled(one), ...effectsOf(one)].reduce((before, effect) => say`${before}; ${effect}`);
    return isAlone ? say`- priority ${priority}` : say`- ${one.host.name}: priority ${priority}`;
  });
  return lines.join("\n");
}

/** The priority while every tracker is well. */
function settled({ basePriority, trackers }: Participant): string {
  const well = priorityWith(basePriority, trackers, () => false);
  return well === basePriority ? String(well) : say`${well} (${basePriority} with what trackers give)`;
}

/** `98 where chk_nginx fails`. */
export function effectsOf(participant: Participant): readonly string[] {
  return participant.trackers.map((tracker) => {
    const fails = tracker.kind === "interface" ? say`is down` : say`fails`;
    return say`${priorityWithout(participant, tracker)} where ${tracker.name} ${fails}`;
  });
}

/** `98 (chk_nginx)`, behind the priority while all is well where trackers add to it: an editor shows a few words. */
export function shortEffects(participant: Participant): string {
  const { basePriority, trackers } = participant;
  const well = priorityWith(basePriority, trackers, () => false);
  const effects = trackers.map((tracker) => `${priorityWithout(participant, tracker)} (${tracker.name})`);
  return `${well === basePriority ? "" : `${well}, `}${effects.join(", ")}`;
}

function priorityWithout({ basePriority, trackers }: Participant, { kind, name }: Participant["trackers"][number]) {
  const isIt = (one: { readonly kind: string; readonly name: string }): boolean =>
    one.kind === kind && one.name === name;
  if (trackers.some((one) => isIt(one) && effectOf(one, true) === "fault")) return "FAULT";
  return String(priorityWith(basePriority, trackers, isIt));
}

function predictions({ failover }: Standing): readonly string[] {
  return failover.flatMap((one): string[] => {
    const normal = one.outcomes.find(({ event }) => event.kind === "normal");
    if (!normal) return [];
    const moves = movesOf(one);
    const lines = moves.slice(0, most).map((outcome) => `- ${say`${phraseOf(outcome.event)}: ${mastersIn(outcome)}`}`);
    return [masterLine(one, normal, failover.length), lines.join("\n")];
  });
}

function masterLine({ addresses }: RouterFailover, normal: Outcome, all: number): string {
  const which = all > 1 ? say` of ${addresses.map(code).join(", ")}` : "";
  return say`MASTER${which}: **${mastersIn(normal)}** (${normal.why})`;
}
