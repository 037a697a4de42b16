/**
 * The typed view of one host's effective configuration, as the daemon would hold it after reading: values that it
 * refuses are absent here (rules about spelling look at the statements), each value carries its source.
 */
import type { BfdSession } from "./bfd/model.js";
import type { ServerGroup, VirtualServer } from "./checker/model.js";
import type { Remark } from "./remarks.js";
import type {
  EffectiveConfiguration,
  EffectiveLine,
  EffectiveStatement,
  Place,
  SymbolDefinition,
  SymbolReference,
} from "./types.js";
import type { Tracker, TrackFile, TrackProcess, VrrpScript } from "./vrrp/model.js";

/** A value with the place it was read from. */
export interface Sourced<T> {
  readonly value: T;
  /** The word that holds the value. */
  readonly place: Place;
  readonly from: EffectiveStatement | EffectiveLine;
}

export type Family = "ipv4" | "ipv6";

export interface IpAddress {
  readonly family: Family;
  /** Canonical text without prefix length (`fe80::1`, `10.0.0.1`). */
  readonly text: string;
  /** As given; `undefined` where none was written (keepalived then uses /32 or /128). */
  readonly prefixLength?: number;
}

/** A line of `virtual_ipaddress`, `virtual_ipaddress_excluded` or `static_ipaddress`. */
export interface VirtualAddress extends Sourced<IpAddress> {
  readonly device?: Sourced<string>;
}

export interface UnicastPeer extends Sourced<IpAddress> {}

export interface VrrpInstance {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly interface?: Sourced<string>;
  readonly virtualRouterId?: Sourced<number>;
  /** As written; see `effectivePriority`. */
  readonly priority?: Sourced<number>;
  /** 100, or 255 with `state MASTER` and no priority (keepalived's own defaults). */
  readonly effectivePriority: number;
  readonly state?: Sourced<"MASTER" | "BACKUP">;
  /** What it starts as, once strict mode, `authentication` and an owner's priority are taken into account. */
  readonly effectiveState: "MASTER" | "BACKUP";
  /** Written here or in global_defs. */
  readonly version?: Sourced<2 | 3>;
  /** The version in force. */
  readonly effectiveVersion: 2 | 3;
  /** Seconds. */
  readonly advertInterval?: Sourced<number>;
  /** Seconds; the default is 1. */
  readonly effectiveAdvertInterval: number;
  readonly authentication?: {
    readonly type?: Sourced<"PASS" | "AH">;
    readonly password?: Sourced<string>;
    readonly statement: EffectiveStatement;
  };
  /** The kind in force: none with strict mode, VRRPv3, `auth_hmac` or an empty password. */
  readonly effectiveAuthentication?: "PASS" | "AH";
  readonly family?: Family;
  readonly addresses: readonly VirtualAddress[];
  readonly excludedAddresses: readonly VirtualAddress[];
  readonly unicastSource?: Sourced<IpAddress>;
  readonly multicastSource?: Sourced<IpAddress>;
  readonly unicastPeers: readonly UnicastPeer[];
  readonly multicastGroup?: Sourced<IpAddress>;
  readonly nopreempt?: Sourced<true>;
  /** Seconds. */
  readonly preemptDelay?: Sourced<number>;
  readonly strict: boolean;
  readonly trackers: readonly Tracker[];
  readonly vmac?: Sourced<string | true>;
}

export interface SyncGroup {
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
  readonly members: readonly Sourced<string>[];
  readonly trackers: readonly Tracker[];
  readonly trackingWeight: boolean;
}

export interface GlobalDefinitions {
  readonly statements: readonly EffectiveStatement[];
  readonly routerId?: Sourced<string>;
  readonly vrrpVersion?: Sourced<2 | 3>;
  readonly strict: boolean;
  /** How many advertisements may be missed where an instance says nothing else. */
  readonly downTimerAdverts: number;
  readonly scriptSecurity?: Sourced<boolean>;
  readonly scriptUser?: Sourced<string>;
  readonly dynamicInterfaces: boolean;
}

/** What is known of a host besides its files. Of what is absent nothing is known, so nothing is said. */
export interface HostFacts {
  /** All names of network interfaces. */
  readonly interfaces?: readonly string[];
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
  /** The absolute paths of all programs that matter; `true`: the host is this machine, so look. */
  readonly scripts?: true | readonly string[];
}

/** The same, ready for rules to ask. */
export interface KnownHost extends Omit<HostFacts, "scripts"> {
  /** What lies at an absolute path. */
  readonly programAt?: (path: string) => "executable" | "not-executable" | "missing";
  /** The distribution that the host's keepalived comes from, such as `debian-12`. */
  readonly distribution?: string;
}

/** One host: its effective configuration and everything that it defines. */
export interface HostConfiguration {
  /** The host's name: the node's in kalint.json, else the config-id, else the shortest part of the path that tells hosts apart. */
  readonly name: string;
  readonly known?: KnownHost;
  readonly effective: EffectiveConfiguration;
  readonly symbols: readonly SymbolDefinition[];
  readonly references: readonly SymbolReference[];
  readonly global: GlobalDefinitions;
  readonly instances: readonly VrrpInstance[];
  readonly syncGroups: readonly SyncGroup[];
  readonly scripts: readonly VrrpScript[];
  readonly trackProcesses: readonly TrackProcess[];
  readonly trackFiles: readonly TrackFile[];
  readonly bfdSessions: readonly BfdSession[];
  readonly serverGroups: readonly ServerGroup[];
  /** Those too that the daemon drops, which say so. */
  readonly virtualServers: readonly VirtualServer[];
  /** What the daemon makes of it all, beyond single lines; in the order in which it says so. */
  readonly remarks: readonly Remark[];
  /** keepalived refuses VRRP for want of an interface: of what it would check after reading it says nothing. */
  readonly isVrrpRefused: boolean;
}
