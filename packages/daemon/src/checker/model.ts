/** What the checker process holds of virtual servers once everything has been read and completed. */
import type { Family, IpAddress } from "../objects.js";
import type { EffectiveLine, EffectiveStatement } from "../types.js";
import type { InForce, Setting } from "../values/settings.js";

export type Protocol = "TCP" | "UDP" | "SCTP";

export type ForwardingMethod = "NAT" | "DR" | "TUN";

export interface Forwarding {
  readonly method: ForwardingMethod;
  /** The type of tunnel, where the line has options that go together. */
  readonly tunnel?: string;
}

/** `first` and `last` are canonical and the same for a single address; `port` 0 is every port. */
export type ServiceEntry =
  | {
      readonly kind: "addresses";
      readonly family: Family;
      readonly first: string;
      readonly last: string;
      readonly port: number;
    }
  | { readonly kind: "fwmark"; readonly mark: number; readonly family?: Family };

export type GroupEntry = ServiceEntry & { readonly line: EffectiveLine };

export interface ServerGroup {
  readonly statement: EffectiveStatement;
  readonly name: string;
  /** Without the lines that are refused. */
  readonly entries: readonly GroupEntry[];
  /** The whole group: nothing is left in it, or its families cannot be told apart. */
  readonly dropped?: "empty" | "mixed";
}

/** How a virtual server is addressed. */
export type ServiceAddress =
  | { readonly kind: "address"; readonly address: IpAddress; readonly port: number }
  /** 0 counts as none. */
  | { readonly kind: "fwmark"; readonly mark: number }
  /** Without a group: none of that name is there. */
  | { readonly kind: "group"; readonly name: string; readonly group?: ServerGroup };

/** When a check runs, and how long it takes to give up; in seconds. */
export interface CheckTimes {
  /** From the end of one run to the start of the next. */
  readonly loop: InForce<number>;
  /** Further tries after one that failed. */
  readonly retry: InForce<number>;
  /** Between two tries. */
  readonly pause: InForce<number>;
  /** How long a connection and each answer may take, or a program. */
  readonly timeout: InForce<number>;
}

/** A check of a real server, with what it takes from the blocks around it. */
export interface Check {
  readonly statement: EffectiveStatement;
  /** The keyword: `TCP_CHECK`. */
  readonly kind: string;
  /** The server counts only once the check has found it well. */
  readonly alpha: boolean;
  /** Absent where it does not run by the clock: a file or a BFD session changes at any time. */
  readonly times?: CheckTimes;
  /** A server that is silent passes: no answer is asked for. */
  readonly takesSilence: boolean;
}

export interface RealServer {
  readonly statement: EffectiveStatement;
  /** The address. */
  readonly address: IpAddress;
  /** As written; 0 where none is given: the virtual server's. */
  readonly port: number;
  /** Its own, else the virtual server's. */
  readonly weight?: Setting<number>;
  readonly effectiveWeight: number;
  readonly forwarding: Forwarding;
  /** It stays in the table with weight 0 when it fails. */
  readonly inhibit: boolean;
  readonly checks: readonly Check[];
}

export interface SorryServer {
  /** The `sorry_server` line that counts. */
  readonly statement: EffectiveStatement;
  readonly address: IpAddress;
  readonly port: number;
  readonly forwarding: Forwarding;
  readonly inhibit: boolean;
}

/** A `virtual_server` with a header that the daemon takes. */
export interface VirtualServer {
  readonly statement: EffectiveStatement;
  readonly service: ServiceAddress;
  /** The daemon leaves it out: without a usable server, without its group, or with one of another family. */
  readonly dropped?: "no-real-server" | "no-group" | "group-of-other-family";
  /** What the file tells before the group's family is looked at. */
  readonly family?: Family;
  /** Where none is given it is UDP. */
  readonly protocol?: Setting<Protocol>;
  readonly scheduler?: Setting<string>;
  readonly forwarding?: Setting<ForwardingMethod>;
  readonly persistent: boolean;
  readonly onePacket?: EffectiveStatement;
  readonly haSuspend?: EffectiveStatement;
  /** The line that counts; a value that is refused makes it 1. */
  readonly quorum?: Setting<number>;
  /** At most the sum of all weights. */
  readonly effectiveQuorum: number;
  readonly hysteresis?: Setting<number>;
  /** Below the quorum. */
  readonly effectiveHysteresis: number;
  /** As the daemon adds the weights up, in 32 bits. */
  readonly totalWeight: number;
  /** In order; without those that are left out for their family or as duplicates. */
  readonly realServers: readonly RealServer[];
  readonly sorryServer?: SorryServer;
  readonly quorumUp?: EffectiveStatement;
  readonly quorumDown?: EffectiveStatement;
}
