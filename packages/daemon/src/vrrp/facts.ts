/** What keepalived holds of VRRP after reading: only what its checks ask for, each with the place that it came from. */

import type { Switches, Version } from "@kalint/schema";
import type { Family, GlobalDefinitions, KnownHost, Sourced } from "../objects.js";
import type { RemarkCollector, RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveStatement, Place } from "../types.js";
import type { Tracker, TrackFile, TrackProcess, VrrpScript } from "./model.js";
import type { Settled } from "./settled.js";
import type { Trackables } from "./trackables.js";

export interface Address {
  readonly family: Family;
  readonly text: string;
  readonly device?: string;
  readonly useVmac?: Place;
  readonly place: Place;
  readonly line: EffectiveLine;
}

export interface HmacSettings {
  readonly keys: Map<number, Place>;
  activeKey?: Sourced<number>;
  mode?: Sourced<string>;
  readonly statement: EffectiveStatement;
}

export interface Instance {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  family?: Family;
  version?: 2 | 3;
  versionFrom?: Sourced<2 | 3>;
  strict?: boolean;
  virtualRouterId?: Sourced<number>;
  interface?: Sourced<string>;
  vrf?: Sourced<string>;
  state?: Sourced<"MASTER" | "BACKUP">;
  priority?: Sourced<number>;
  /** Microseconds. */
  advertInterval?: Sourced<number>;
  nopreempt?: Sourced<true>;
  /** Microseconds. */
  preemptDelay?: Sourced<number>;
  downTimerAdverts?: Sourced<number>;
  timerExpiredBackup?: Sourced<number>;
  accept?: Sourced<boolean>;
  garpLowerPriorityRepeat?: Sourced<number>;
  garpLowerPriorityDelay?: Sourced<number>;
  lowerPriorityNoAdvert?: Sourced<boolean>;
  higherPrioritySendAdvert?: Sourced<boolean>;
  ownerIgnoreAdverts?: Sourced<boolean>;
  /** The first unicast keyword. */
  unicast?: Sourced<string>;
  faultWithoutPeer?: Sourced<true>;
  unicastTtl?: Sourced<number>;
  readonly peers: Sourced<string>[];
  /** The address as the daemon takes it, with its family. */
  source?: Sourced<string>;
  multicastGroup?: Sourced<string>;
  trackSource?: Sourced<true>;
  vmac?: Sourced<true>;
  vmacMac?: Sourced<string>;
  vmacName?: Sourced<string>;
  vmacAddresses?: Sourced<true>;
  transmitOnBase?: Sourced<true>;
  ipvlan?: Sourced<true>;
  ipvlanAddress?: Sourced<Family>;
  promoteSecondaries?: Sourced<true>;
  dontTrackPrimary?: Sourced<true>;
  authenticationType?: Sourced<"PASS" | "AH">;
  authenticationPassword?: Sourced<string>;
  /** A password without a type. */
  passwordAlone?: Sourced<string>;
  hmac?: HmacSettings;
  readonly addresses: Address[];
  readonly excluded: Address[];
  /** Both kinds by their text. */
  readonly namesakes: Map<string, readonly { readonly address: Address; readonly excluded: boolean }[]>;
  /** The blocks `virtual_ipaddress`. */
  readonly addressBlocks: EffectiveStatement[];
  noAddress?: Sourced<true>;
  readonly trackers: Tracker[];
  group?: SyncGroup;
}

export interface SyncGroup {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly members: Sourced<string>[];
  readonly trackers: Tracker[];
  readonly trackingWeight: boolean;
  readonly instances: Instance[];
}

/** The VRRP process while it reads and completes: what it holds so far, and what it says. */
export interface VrrpProcess {
  readonly global: GlobalDefinitions;
  readonly known: KnownHost | undefined;
  /** The host lacks an interface: the daemon refuses VRRP before it checks anything after reading. */
  refused: boolean;
  /** What follows from the settings of each instance, by its block. */
  readonly settled: Map<EffectiveStatement, Settled>;
  readonly target: Version;
  readonly behaviour: Switches;
  readonly remarks: RemarkCollector;
  readonly instances: Instance[];
  readonly groups: SyncGroup[];
  readonly trackable: Trackables;
  /** Whether a track_group, by its name, has members: without, it is dropped. */
  readonly trackGroups: Map<string, boolean>;
  /** Microseconds by interface, from interface_up_down_delays. */
  readonly downDelays: Map<string, Sourced<number>>;
  readonly scripts: VrrpScript[];
  readonly trackProcesses: TrackProcess[];
  readonly trackFiles: TrackFile[];
  /** Names in track_script, whether they count or not. */
  readonly trackedScripts: Set<string>;
  /** Which garp_group an interface is in. */
  readonly garpGroups: Map<string, EffectiveStatement>;
}

export function isPriorityOwner({ priority, state }: Instance): boolean {
  return priority === undefined ? state?.value === "MASTER" : priority.value === 255;
}

export function refuse(vrrp: Pick<VrrpProcess, "remarks" | "refused">): void {
  vrrp.refused = true;
  vrrp.remarks.stop();
}

export function nameOf({ kind, name }: Tracker): Pick<Tracker, "kind" | "name"> {
  return { kind, name };
}

export type FamilyConflict<Kind extends "route-of-two-families" | "rule-of-two-families"> = Extract<
  RemarkFacts,
  { readonly kind: Kind }
>["conflict"];
