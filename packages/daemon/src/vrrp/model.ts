/** What the VRRP process holds once it has read and completed a host's configuration. */
import type { Family, IpAddress, Sourced } from "../objects.js";
import type { EffectiveLine, EffectiveStatement, Place } from "../types.js";
import type { Setting } from "../values/settings.js";

/** Seconds and counts as keepalived uses them. */
export interface VrrpScript {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  /** Command and arguments after both splits. */
  readonly command?: Sourced<readonly string[]>;
  /** Seconds between runs; keepalived's default is 1. */
  readonly interval?: Sourced<number>;
  /** Seconds. */
  readonly timeout?: Sourced<number>;
  readonly weight?: Sourced<number>;
  readonly reverse?: boolean;
  readonly rise?: Sourced<number>;
  readonly fall?: Sourced<number>;
  readonly user?: Sourced<string>;
  readonly initFail?: Sourced<true>;
}

export interface TrackProcess {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly weight?: Sourced<number>;
  readonly reverse?: boolean;
  /** Seconds until a process that has gone is missed. */
  readonly terminateDelay: number;
}

export interface TrackFile {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly file?: Sourced<string>;
  readonly weight?: Sourced<number>;
  readonly reverse?: boolean;
  /** What it holds at the start: `init_file`'s number, else 0. */
  readonly initialValue: number;
}

export type TrackKind = "interface" | "script" | "file" | "process" | "bfd";

/** What an instance or a sync group tracks. */
export interface Tracker {
  readonly kind: TrackKind;
  readonly name: string;
  readonly place: Place;
  readonly from: EffectiveLine;
  /** On this line. */
  readonly weight?: Sourced<number>;
  readonly reverse?: boolean;
  /** The weight in force: this line's, else the definition's, else the kind's default; 0 means FAULT on failure. */
  readonly effectiveWeight: number;
}

/** A line of `virtual_ipaddress`, `virtual_ipaddress_excluded` or `static_ipaddress`. */
export interface VirtualAddress extends Sourced<IpAddress> {
  readonly from: EffectiveLine;
  readonly device?: Sourced<string>;
  /** Where it asks for a VMAC of its own. */
  readonly useVmac?: Place;
}

export interface UnicastPeer extends Sourced<IpAddress> {
  readonly from: EffectiveLine;
}

/**
 * An instance. What is named after a keyword is as written, where the daemon takes it; what is called effective follows
 * from all settings of the instance, its sync group and global_defs together.
 */
export interface VrrpInstance {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly interface?: Sourced<string>;
  readonly virtualRouterId?: Setting<number>;
  readonly priority?: Setting<number>;
  /** 100, or 255 with `state MASTER` and no priority (keepalived's own defaults). */
  readonly effectivePriority: number;
  /** It has the owner's priority, 255, which nothing changes. */
  readonly owner: boolean;
  readonly state?: Setting<"MASTER" | "BACKUP">;
  /** What it starts as, once strict mode, `authentication` and an owner's priority are taken into account. */
  readonly effectiveState: "MASTER" | "BACKUP";
  /** Of `version`, or of `native_ipv6`. */
  readonly version?: Sourced<2 | 3>;
  /** The version in force. */
  readonly effectiveVersion: 2 | 3;
  /** Seconds. */
  readonly advertInterval?: Setting<number>;
  /** Seconds; the default is 1. */
  readonly effectiveAdvertInterval: number;
  /** How many advertisements may be missed. */
  readonly effectiveDownTimerAdverts: number;
  readonly authentication?: Authentication;
  /** The kind in force: none with strict mode, VRRPv3, `auth_hmac` or an empty password. */
  readonly effectiveAuthentication?: "PASS" | "AH";
  /** Of the first address of any kind, or of `native_ipv6`; where none says it, it is IPv4. */
  readonly family?: Family;
  readonly addresses: readonly VirtualAddress[];
  readonly excludedAddresses: readonly VirtualAddress[];
  /** Of `unicast_src_ip`, `mcast_src_ip` or `use_ipvlan`: there is one. */
  readonly source?: Setting<IpAddress>;
  readonly unicastPeers: readonly UnicastPeer[];
  readonly multicastGroup?: Setting<IpAddress>;
  /** Canonical text. */
  readonly effectiveMulticastGroup: string;
  readonly nopreempt?: Setting<true>;
  /** Not of an owner, nor of one that starts as MASTER. */
  readonly effectiveNopreempt: boolean;
  /** Seconds. */
  readonly preemptDelay?: Setting<number>;
  /** Seconds; 0 for none. */
  readonly effectivePreemptDelay: number;
  readonly strict: boolean;
  /** Whether it takes adverts of its peers alone. */
  readonly checksSource: boolean;
  /** An owner that listens to nobody. */
  readonly ignoresAdverts: boolean;
  /** The loss of its own interface is FAULT. */
  readonly tracksInterface: boolean;
  readonly trackers: readonly Tracker[];
  /** Its own and its group's, as they count for it. */
  readonly effectiveTrackers: readonly Tracker[];
  /** The sync group that it is in: the first that names it. */
  readonly group?: SyncGroup;
  readonly vmac?: Setting<true>;
}

export interface Authentication {
  readonly type?: Setting<"PASS" | "AH">;
  /** The first eight bytes: no more count. */
  readonly password?: Setting<string>;
  readonly statement: EffectiveStatement;
}

export interface SyncGroup {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly members: readonly Sourced<string>[];
  readonly trackers: readonly Tracker[];
  readonly trackingWeight: boolean;
  /** keepalived leaves it out. */
  readonly dropped?: true;
}

/** Why VRRP does not run on the host, as far as the configuration says. */
export type VrrpRefusal =
  | {
      readonly kind:
        | "no-router-id"
        | "no-interface"
        | "no-address"
        | "unicast-in-strict-mode"
        | "no-source"
        | "link-local-source";
      readonly instance: string;
    }
  | { readonly kind: "shared-router-id"; readonly instance: string; readonly other: string };
