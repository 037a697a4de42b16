import type { Family, IpAddress } from "../objects.js";
import type { EffectiveStatement, Place } from "../types.js";
import type { ForwardingMethod } from "./model.js";

/** Why a line of a `virtual_server_group` is refused. */
export type EntryProblem =
  | { readonly problem: "address" | "port" | "mark" | "mark-family" | "range-reversed" | "range-empty" }
  | { readonly problem: "prefix-length"; readonly longest: number }
  | { readonly problem: "host-bits"; readonly length: number }
  | { readonly problem: "range-end-family" | "other-family"; readonly family: Family }
  /** `whole`: the release takes a whole address there too. */
  | { readonly problem: "range-end"; readonly family: Family; readonly whole: boolean };

/** Tunnel options that exclude each other. */
export type TunnelConflict =
  | { readonly conflict: "port-missing"; readonly type: string }
  | { readonly conflict: "port-unused"; readonly type: string }
  | { readonly conflict: "checksum-unused"; readonly type: string; readonly checksum: string };

/** What keepalived makes of virtual servers, their groups and checks, beyond single values. */
export type CheckerRemark =
  /** A line of a group that is left out. */
  | ({ readonly kind: "group-entry-refused"; readonly group: string; readonly value: string } & EntryProblem)
  /** A network of which the target serves the first address only. */
  | { readonly kind: "group-network-cut"; readonly value: string }
  /** A group that is removed: without an entry (`refused`: it had some), or with families that cannot be told apart. */
  | {
      readonly kind: "group-dropped";
      readonly reason: "empty" | "mixed";
      readonly group: EffectiveStatement;
      readonly refused: boolean;
    }
  | ({ readonly kind: "tunnel-options-refused" } & TunnelConflict)
  /** A real server, sorry server or `ip_family` of another family than its virtual server's: left out. */
  | {
      readonly kind: "server-of-other-family";
      readonly what: "real-server" | "sorry-server" | "ip-family";
      readonly server: EffectiveStatement;
      readonly virtualServer: EffectiveStatement;
      readonly found: Family;
      readonly expected: Family;
    }
  /** A `sorry_server_…` line above the `sorry_server`, or without one. */
  | { readonly kind: "sorry-server-missing"; readonly keyword: string; readonly later?: Place }
  /** A flag that belongs to another scheduler than the one above it; without `needed` it has no effect at all. */
  | {
      readonly kind: "scheduler-flag-ignored";
      readonly flag: EffectiveStatement;
      readonly needed?: string;
      readonly above?: string;
      /** The scheduler that counts in the end. */
      readonly scheduler?: string;
    }
  /** All its real servers are left out, and so is it. */
  | {
      readonly kind: "virtual-server-unserved";
      readonly virtualServer: EffectiveStatement;
      readonly realServers: readonly EffectiveStatement[];
    }
  /** The group is of another family than the servers: the virtual server is left out. */
  | {
      readonly kind: "virtual-server-of-other-family";
      readonly virtualServer: EffectiveStatement;
      readonly group: EffectiveStatement;
      readonly expected: Family;
      readonly found: readonly Family[];
    }
  /** Lines that give no value that counts: the daemon takes `instead`. */
  | {
      readonly kind: "virtual-server-default";
      readonly what: "protocol" | "scheduler" | "forwarding-method";
      readonly virtualServer: EffectiveStatement;
      readonly lines: readonly EffectiveStatement[];
      readonly instead: string;
    }
  | { readonly kind: "real-server-repeated"; readonly server: EffectiveStatement; readonly earlier: Place }
  | {
      readonly kind: "quorum-reduced";
      readonly virtualServer: EffectiveStatement;
      readonly quorum: number;
      readonly sum: number;
      readonly line?: EffectiveStatement;
    }
  | {
      readonly kind: "hysteresis-reduced";
      readonly hysteresis: number;
      /** As it is used. */
      readonly quorum: number;
      readonly line: EffectiveStatement;
      readonly quorumLine?: EffectiveStatement;
    }
  /** Once lost the quorum never comes back: all weights together do not reach quorum and hysteresis. */
  | {
      readonly kind: "quorum-not-regained";
      readonly hysteresis: number;
      readonly quorum: number;
      readonly sum: number;
      readonly quorumLine?: EffectiveStatement;
    }
  /** A port that DR or TUN cannot change: reset to the service's (0: as it comes). */
  | {
      readonly kind: "server-port-reset";
      readonly server: EffectiveStatement;
      readonly method: ForwardingMethod;
      readonly virtualServer: EffectiveStatement;
      readonly servicePort: number;
      readonly because: "mark" | "group-mark" | "other-port";
    }
  /** The same against an address of the group. */
  | {
      readonly kind: "server-port-unlike-group";
      readonly server: EffectiveStatement;
      readonly method: ForwardingMethod;
      readonly entry: Place;
      readonly address: string;
      readonly port: number;
    }
  | { readonly kind: "sorry-server-inhibit-replaced"; readonly realServer: Place; readonly inhibit: boolean }
  | {
      readonly kind: "one-packet-cleared";
      readonly line: EffectiveStatement;
      readonly protocol: string;
      readonly protocolPlace: Place;
    }
  | { readonly kind: "mark-setting-ignored"; readonly line: EffectiveStatement }
  /** Every port is served, which needs persistence; `entry` is the address of the group that has no port. */
  | {
      readonly kind: "persistence-added";
      readonly virtualServer: EffectiveStatement;
      readonly seconds: number;
      readonly entry?: { readonly place: Place; readonly address: string };
    }
  /** `bindto` or `connect_ip` of another family than what is above it. */
  | {
      readonly kind: "connection-of-other-family";
      readonly keyword: string;
      readonly family: Family;
      readonly other: string;
    }
  /** A link-local address exists on every interface: the check is left out. */
  | { readonly kind: "check-without-interface"; readonly check: EffectiveStatement; readonly address: IpAddress }
  | {
      readonly kind: "reply-lengths-crossed";
      readonly shortest: number;
      readonly longest: number;
      readonly longestPlace?: Place;
    }
  /** A check that is left out, because nothing of what it names counts. */
  | {
      readonly kind: "check-dropped";
      readonly check: EffectiveStatement;
      readonly reason: "track-file-undefined" | "url-without-path";
      /** How many it has. */
      readonly count: number;
    }
  | { readonly kind: "bfd-check-unreported"; readonly session: string; readonly definition: Place }
  | {
      readonly kind: "bfd-check-repeated";
      readonly session: string;
      readonly server: EffectiveStatement;
      readonly earlier: Place;
    };
