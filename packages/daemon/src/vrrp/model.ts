/** What the VRRP process holds once it has read and completed a host's configuration. */
import type { Sourced } from "../objects.js";
import type { EffectiveLine, EffectiveStatement, Place } from "../types.js";

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
