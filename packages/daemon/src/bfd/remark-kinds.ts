import type { EffectiveStatement, Place } from "../types.js";

/** What keepalived makes of BFD sessions, beyond single values. */
export type BfdRemark =
  /** Source and neighbour are of different families: left out. */
  | {
      readonly kind: "bfd-families-differ";
      readonly source: string;
      readonly neighbor: string;
      readonly neighborPlace: Place;
    }
  /** An earlier session has the same neighbour: left out. */
  | { readonly kind: "bfd-neighbor-repeated"; readonly neighbor: string; readonly earlier: EffectiveStatement }
  /** More hops than the TTL allows: the TTL is used. */
  | {
      readonly kind: "bfd-hops-above-ttl";
      readonly hops: number;
      readonly ttl: number;
      readonly line: EffectiveStatement;
    };
