/** An instance with what follows from all of its settings, while the set-up goes on. */
import { keywordAt, protocol } from "@kalint/schema";
import type { Family } from "../objects.js";
import type { RemarkCollector, RemarkFacts } from "../remarks.js";
import type { Place } from "../types.js";
import { type InForce, inForce, type Setting } from "../values/settings.js";
import type { Tracker, VirtualAddress } from "./model.js";
import { type InstanceDraft, isPriorityOwner, type VrrpProcess } from "./process.js";

export interface Settled {
  readonly vrrp: VrrpProcess;
  readonly instance: InstanceDraft;
  readonly strict: boolean;
  readonly version: 2 | 3;
  readonly family: Family;
  readonly owner: boolean;
  readonly priority: number;
  readonly unicast: boolean;
  /** Seconds between advertisements. */
  readonly interval: number;
  readonly downTimerAdverts: number;
  // What follows loses in the set-up what does not count.
  /** MASTER from the start. */
  master: boolean;
  authentication: Setting<"PASS" | "AH"> | undefined;
  nopreempt: Setting<true> | undefined;
  preemptDelay: Setting<number> | undefined;
  addresses: readonly VirtualAddress[];
  excluded: readonly VirtualAddress[];
  /** With the weights that count. */
  trackers: readonly Tracker[];
}

export function settle(vrrp: VrrpProcess, instance: InstanceDraft): Settled {
  const { remarks, global } = vrrp;
  const strict = inForceFor(vrrp, instance, "strict_mode") === true;
  const raised = instance.family === "ipv6" && instance.version?.value === 2 && strict;
  if (raised) {
    remarks.afterwards(instance.version!.place, { kind: "version-raised-by-strict-mode", instance: instance.name });
  }
  const { family = "ipv4" } = instance;
  const own = raised ? 3 : instance.version?.value;
  const version = own ?? (family === "ipv6" ? 3 : (global.vrrpVersion?.value ?? 2));
  const owner = isPriorityOwner(instance);
  const { master, priority } = standing(instance, owner);
  return {
    vrrp,
    instance,
    strict,
    version,
    family,
    owner,
    priority,
    master,
    unicast: instance.unicast !== undefined && instance.peers.length > 0,
    interval: usedInterval(microseconds(instance.advertInterval?.value ?? 1), version),
    downTimerAdverts: Number(inForceFor(vrrp, instance, "down_timer_adverts")),
    authentication: instance.authentication?.type,
    nopreempt: instance.nopreempt,
    preemptDelay: instance.preemptDelay,
    addresses: instance.addresses,
    excluded: instance.excluded,
    trackers: instance.trackers,
  };
}

function standing({ state, priority }: InstanceDraft, owner: boolean): Pick<Settled, "master" | "priority"> {
  return {
    master: state ? state.value === "MASTER" : owner,
    priority: priority?.value ?? (owner ? protocol.ownerPriority : usualPriority),
  };
}

/** Source: keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance. It is also what a bad priority is replaced with. */
const usualPriority = Number(keywordAt("vrrp_instance/priority")!.fallback);

/** What counts for an instance: its own setting, else what it inherits, else the default. */
export function inForceFor(vrrp: VrrpProcess, { settings }: InstanceDraft, name: string): InForce["value"] | undefined {
  return settings.get(name)?.value ?? inherited(vrrp, name)?.value;
}

function inherited(vrrp: VrrpProcess, name: string): InForce | undefined {
  const { inherited: known, global, target } = vrrp;
  if (!known.has(name)) {
    const globals = { children: global.statements };
    const outer = (path: string) => (path === "global_defs" ? globals : undefined);
    known.set(name, inForce({ block: { children: [] }, path: `vrrp_instance/${name}`, target, outer }));
  }
  return known.get(name);
}

/** How many adverts may be missed in strict mode, and where nothing else is written. */
export const usualDownTimerAdverts = Number(keywordAt("global_defs/vrrp_down_timer_adverts")!.default);

/** In microseconds, as the daemon counts. */
export const second = 1_000_000;

export const hundredth = second / 100;

export function microseconds(seconds: number): number {
  return Math.round(seconds * second);
}

/** In seconds. VRRPv2 counts whole ones, VRRPv3 hundredths, of which an advertisement has room for so many. */
function usedInterval(given: number, version: 2 | 3): number {
  if (version === 2) return Math.max(1, Math.floor((given + second / 2) / second));
  const most = protocol.longestAdvertInterval;
  return Math.min(most, Math.max(1, Math.floor((given + hundredth / 2) / hundredth))) / 100;
}

/** Where the whole setting is meant, not its value. */
export function keywordPlace({ from }: Setting): Place {
  return from.words[0]!.place;
}

export function strictly(
  remarks: RemarkCollector,
  place: Place,
  change: Omit<Extract<RemarkFacts, { readonly kind: "changed-by-strict-mode" }>, "kind">,
): void {
  remarks.afterwards(place, { kind: "changed-by-strict-mode", ...change });
}
