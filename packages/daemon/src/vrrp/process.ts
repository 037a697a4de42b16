/** What the VRRP process holds while it reads and completes, and what it says. */
import { protocol, type Switches, type Version } from "@kalint/schema";
import type { Family, GlobalDefinitions, IpAddress, KnownHost, Sourced } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import type { EffectiveStatement, Place } from "../types.js";
import type { InForce, Setting, Settings } from "../values/settings.js";
import type { InterfaceUse } from "./interfaces.js";
import type {
  Authentication,
  SyncGroup,
  Tracker,
  TrackFile,
  TrackProcess,
  UnicastPeer,
  VirtualAddress,
  VrrpInstance,
  VrrpRefusal,
  VrrpScript,
} from "./model.js";
import type { Trackable, Trackables } from "./trackables.js";

export interface HmacSettings {
  readonly keys: Map<number, Place>;
  activeKey?: Sourced<number>;
  mode?: Sourced<string>;
  readonly statement: EffectiveStatement;
}

/** An instance as far as it is read. */
export interface InstanceDraft
  extends Pick<VrrpInstance, "name" | "place" | "statement">,
    Pick<VrrpInstance, "virtualRouterId" | "priority" | "state" | "advertInterval" | "preemptDelay"> {
  /** By the main names of their keywords. */
  readonly settings: Settings;
  family?: Family;
  version?: Sourced<2 | 3>;
  interface?: Sourced<string>;
  vrf?: Sourced<string>;
  nopreempt?: Setting<true>;
  accept?: Sourced<boolean>;
  /** The first unicast keyword. */
  unicast?: Sourced<string>;
  readonly peers: UnicastPeer[];
  /** The first peer with each address: a list of thousands is looked through for none of them. */
  readonly peersByText: Map<string, UnicastPeer>;
  source?: Setting<IpAddress>;
  multicastGroup?: Setting<IpAddress>;
  vmac?: Setting<true>;
  vmacMac?: Sourced<string>;
  vmacName?: Sourced<string>;
  /** Of `vmac_xmit_base`, or taken as given. */
  transmitOnBase?: Sourced<true>;
  ipvlan?: Setting<true>;
  ipvlanAddress?: Sourced<Family>;
  authentication?: Authentication;
  /** A password without a type. */
  passwordAlone?: Sourced<string>;
  hmac?: HmacSettings;
  readonly addresses: VirtualAddress[];
  readonly excluded: VirtualAddress[];
  /** Both kinds by their text. */
  readonly namesakes: Map<string, readonly { readonly address: VirtualAddress; readonly excluded: boolean }[]>;
  /** The blocks `virtual_ipaddress`. */
  readonly addressBlocks: EffectiveStatement[];
  readonly trackers: Tracker[];
  group?: SyncGroup;
}

export interface VrrpProcess {
  readonly global: GlobalDefinitions;
  /** What instances inherit, or have by default, by the name of their keyword. */
  readonly inherited: Map<string, InForce | undefined>;
  readonly known: KnownHost | undefined;
  /** The host lacks an interface: the daemon refuses VRRP before it checks anything after reading. */
  refused: boolean;
  /** What else keeps VRRP from running: the first reason. */
  refusal?: VrrpRefusal;
  readonly target: Version;
  readonly switches: Switches;
  readonly remarks: RemarkCollector;
  readonly instances: InstanceDraft[];
  readonly groups: SyncGroup[];
  readonly trackable: Trackables;
  /** What an instance takes from definitions it asks for by these, so that it can be noted what its reading rests on. */
  readonly trackableNamed: (kind: keyof Trackables, name: string) => Trackable | undefined;
  readonly trackGroupNamed: (name: string) => boolean | undefined;
  /** Whether a track_group, by its name, has members: without, it is dropped. */
  readonly trackGroups: Map<string, boolean>;
  /** Seconds by interface, from interface_up_down_delays. */
  readonly downDelays: Map<string, Sourced<number>>;
  readonly scripts: VrrpScript[];
  readonly trackProcesses: TrackProcess[];
  readonly trackFiles: TrackFile[];
  /** Names in track_script, whether they count or not. */
  readonly trackedScripts: Set<string>;
  /** Where interfaces are named. */
  readonly interfaces: InterfaceUse[];
  /** Which garp_group an interface is in. */
  readonly garpGroups: Map<string, EffectiveStatement>;
}

export function isPriorityOwner({ priority, state }: Pick<VrrpInstance, "priority" | "state">): boolean {
  return priority === undefined ? state?.value === "MASTER" : priority.value === protocol.ownerPriority;
}
