import type { IpAddress } from "../objects.js";
import type { EffectiveStatement } from "../types.js";
import type { Setting } from "../values/settings.js";

/** A `bfd_instance` as the BFD process holds it. Times in milliseconds. */
export interface BfdSession {
  readonly statement: EffectiveStatement;
  readonly name: string;
  readonly neighbor?: Setting<IpAddress>;
  readonly source?: Setting<IpAddress>;
  readonly multihop: boolean;
  /** As given, else by family. */
  readonly ttl: number;
  readonly hops?: Setting<number>;
  /** How often it takes packets. */
  readonly receives: number;
  /** How often it sends while the session is up. */
  readonly sends: number;
  /** How many packets may be missed. */
  readonly multiplier: number;
  /** The BFD process leaves it out. */
  readonly dropped?: "no-neighbor" | "family" | "repeated";
  readonly reportsTo: { readonly vrrp: boolean; readonly checker: boolean };
}
