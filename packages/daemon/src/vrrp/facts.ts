/** What keepalived holds of VRRP after reading: only what its checks ask for, each with the place that it came from. */

import type { Switches } from "@kalint/schema";
import type { Family, GlobalDefinitions, KnownHost } from "../objects.js";
import type { From, RemarkCollector, RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveStatement, Place } from "../types.js";
import type { TrackKind } from "./remark-kinds.js";
import type { Settled } from "./settled.js";

export interface Setting<T> {
  readonly value: T;
  readonly place: Place;
  readonly from: From;
}

export interface Address {
  readonly family: Family;
  readonly text: string;
  readonly device?: string;
  readonly useVmac?: Place;
  readonly place: Place;
  readonly line: EffectiveLine;
}

/** A line of a `track_…` block that counts. */
export interface Tracked {
  readonly kind: TrackKind;
  readonly name: string;
  readonly weight: number;
  readonly place: Place;
  readonly line: EffectiveLine;
}

/** What can be tracked, with the weight of its definition. */
export interface Trackable {
  readonly weight: number;
}

export interface HmacSettings {
  readonly keys: Map<number, Place>;
  activeKey?: Setting<number>;
  mode?: Setting<string>;
  readonly statement: EffectiveStatement;
}

export interface Instance {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  family?: Family;
  version?: 2 | 3;
  versionFrom?: Setting<2 | 3>;
  strict?: boolean;
  virtualRouterId?: Setting<number>;
  interface?: Setting<string>;
  vrf?: Setting<string>;
  state?: Setting<"MASTER" | "BACKUP">;
  priority?: Setting<number>;
  /** Microseconds. */
  advertInterval?: Setting<number>;
  nopreempt?: Setting<true>;
  /** Microseconds. */
  preemptDelay?: Setting<number>;
  downTimerAdverts?: Setting<number>;
  timerExpiredBackup?: Setting<number>;
  accept?: Setting<boolean>;
  garpLowerPriorityRepeat?: Setting<number>;
  garpLowerPriorityDelay?: Setting<number>;
  lowerPriorityNoAdvert?: Setting<boolean>;
  higherPrioritySendAdvert?: Setting<boolean>;
  ownerIgnoreAdverts?: Setting<boolean>;
  /** The first unicast keyword. */
  unicast?: Setting<string>;
  faultWithoutPeer?: Setting<true>;
  unicastTtl?: Setting<number>;
  readonly peers: Setting<string>[];
  /** The address as the daemon takes it, with its family. */
  source?: Setting<string>;
  multicastGroup?: Setting<string>;
  trackSource?: Setting<true>;
  vmac?: Setting<true>;
  vmacMac?: Setting<string>;
  vmacName?: Setting<string>;
  vmacAddresses?: Setting<true>;
  transmitOnBase?: Setting<true>;
  ipvlan?: Setting<true>;
  ipvlanAddress?: Setting<Family>;
  promoteSecondaries?: Setting<true>;
  dontTrackPrimary?: Setting<true>;
  authenticationType?: Setting<"PASS" | "AH">;
  authenticationPassword?: Setting<string>;
  /** A password without a type. */
  passwordAlone?: Setting<string>;
  hmac?: HmacSettings;
  readonly addresses: Address[];
  readonly excluded: Address[];
  /** Both kinds by their text. */
  readonly namesakes: Map<string, readonly { readonly address: Address; readonly excluded: boolean }[]>;
  /** The blocks `virtual_ipaddress`. */
  readonly addressBlocks: EffectiveStatement[];
  noAddress?: Setting<true>;
  readonly tracked: Tracked[];
  group?: SyncGroup;
}

export interface SyncGroup {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly members: Setting<string>[];
  readonly tracked: Tracked[];
  readonly trackingWeight: boolean;
  readonly instances: Instance[];
}

export interface Globals {
  version: 2 | 3;
  strict?: Setting<true>;
  downTimerAdverts: number;
}

export interface State {
  readonly global: GlobalDefinitions;
  readonly known: KnownHost | undefined;
  /** The host lacks an interface: the daemon refuses VRRP before it checks anything after reading. */
  refused: boolean;
  /** What follows from the settings of each instance, by its block. */
  readonly settled: Map<EffectiveStatement, Settled>;
  readonly behaviour: Switches;
  readonly remarks: RemarkCollector;
  readonly globals: Globals;
  readonly instances: Instance[];
  readonly groups: SyncGroup[];
  readonly trackable: Readonly<Record<Exclude<TrackKind, "interface">, Map<string, Trackable>>>;
  /** Whether a track_group, by its name, has members: without, it is dropped. */
  readonly trackGroups: Map<string, boolean>;
  /** Microseconds by interface, from interface_up_down_delays. */
  readonly downDelays: Map<string, Setting<number>>;
  readonly scripts: Setting<string>[];
  /** Names in track_script, whether they count or not. */
  readonly trackedScripts: Set<string>;
  /** Which garp_group an interface is in. */
  readonly garpGroups: Map<string, EffectiveStatement>;
}

export function isPriorityOwner({ priority, state }: Instance): boolean {
  return priority === undefined ? state?.value === "MASTER" : priority.value === 255;
}

export function refuse(state: Pick<State, "remarks" | "refused">): void {
  state.refused = true;
  state.remarks.stop();
}

export function nameOf({ kind, name }: Tracked): Pick<Tracked, "kind" | "name"> {
  return { kind, name };
}

export type FamilyConflict<Kind extends "route-of-two-families" | "rule-of-two-families"> = Extract<
  RemarkFacts,
  { readonly kind: Kind }
>["conflict"];
