/** What can happen to a cluster, and what comes of it. */

import type { Family, HostConfiguration, Tracker, VrrpInstance } from "@kalint/daemon";
import type { VirtualRouter } from "../types.js";

export interface TrackerName {
  readonly kind: Tracker["kind"];
  readonly name: string;
}

/** Something that happens to one host. */
export type HostEvent =
  | { readonly kind: "stopped"; readonly host: string }
  | { readonly kind: "lost"; readonly host: string }
  | { readonly kind: "back"; readonly host: string }
  | { readonly kind: "interface-down"; readonly host: string; readonly interface: string }
  | { readonly kind: "tracker-fails"; readonly host: string; readonly tracker: TrackerName };

/** `stopped`: keepalived ends in an orderly way. `lost`: the host vanishes. `all`: one after the other, the first settled. */
export type FailoverEvent =
  | { readonly kind: "normal" }
  | HostEvent
  | { readonly kind: "all"; readonly of: readonly HostEvent[] };

/** One step of a story: the events, and what undoes them. */
export type Step =
  | HostEvent
  | { readonly kind: "interface-up"; readonly host: string; readonly interface: string }
  | { readonly kind: "tracker-recovers"; readonly host: string; readonly tracker: TrackerName };

/** One host's part in a virtual router, as the daemon holds it once everything is read and checked. */
export interface Participant {
  readonly host: HostConfiguration;
  readonly instance: VrrpInstance;
  /** The virtual router that it belongs to. */
  readonly router: VirtualRouter;
  readonly basePriority: number;
  /** 255: it owns the addresses; nothing changes its priority. */
  readonly owner: boolean;
  readonly version: 2 | 3;
  readonly family: Family;
  /** Seconds between advertisements. */
  readonly interval: number;
  /** How many advertisements may be missed. */
  readonly downTimerAdverts: number;
  readonly initialState: "master" | "backup";
  readonly nopreempt: boolean;
  /** Seconds, 0 for none. */
  readonly preemptDelay: number;
  readonly authentication: { readonly type: "none" | "PASS" | "AH"; readonly password: string };
  /** Sorted. */
  readonly addresses: readonly string[];
  /** Empty: multicast. */
  readonly peers: readonly string[];
  /** The address that advertisements come from, where the configuration tells it. */
  readonly source: string | undefined;
  readonly multicastGroup: string | undefined;
  readonly checksSource: boolean;
  /** An owner that listens to nobody. */
  readonly ignoresAdverts: boolean;
  /** Its own interface going down means nothing to it. */
  readonly ignoresInterface: boolean;
  /** The sync group's name. */
  readonly group: string | undefined;
  readonly trackers: readonly Weighing[];
  /** Why VRRP does not run on this host at all. */
  readonly refusal: string | undefined;
}

/** A tracker as it counts for one instance: its own, or its sync group's. */
export interface Weighing extends TrackerName {
  /** 0: the instance goes to FAULT where it fails. */
  readonly weight: number;
  readonly reverse: boolean;
  /** What a track file holds before it fails. */
  readonly fileValue?: number;
}

/** What comes of an event for one virtual router. */
export interface Outcome {
  readonly event: FailoverEvent;
  /** Every host that holds the addresses then; none is an outage, two are a split brain. */
  readonly masters: readonly string[];
  /** From the event until they do, at worst; absent where nothing moves, and for `normal` and `back`. */
  readonly seconds?: number;
  readonly why: string;
}

export interface RouterFailover {
  readonly router: VirtualRouter;
  readonly instance: string;
  readonly id: number | undefined;
  readonly family: Family;
  readonly interface: string | undefined;
  readonly addresses: readonly string[];
  /** `normal` first. */
  readonly outcomes: readonly Outcome[];
  /** What the prediction leaves out or assumes here, a sentence each. */
  readonly limits: readonly string[];
}
