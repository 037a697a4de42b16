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
import type { SyncGroup, TrackFile, TrackProcess, VrrpInstance, VrrpRefusal, VrrpScript } from "./vrrp/model.js";

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

export interface GlobalDefinitions {
  readonly statements: readonly EffectiveStatement[];
  readonly routerId?: Sourced<string>;
  readonly vrrpVersion?: Sourced<2 | 3>;
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
  /** Another reason for which VRRP does not run. */
  readonly vrrpRefusal?: VrrpRefusal;
}
