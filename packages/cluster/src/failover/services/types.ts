/** Who serves a virtual server, and who after its real servers fail. */

/** A real server as the checker holds it once everything is read. */
export interface ServerFacts {
  /** `10.0.0.2:80`. */
  readonly name: string;
  /** Its share; 0 gets no new connections. */
  readonly weight: number;
  /** Something can take it out. */
  readonly checked: boolean;
  /** It counts only once its checks have found it well. */
  readonly alpha: boolean;
  /** It stays in the table with weight 0 when it fails. */
  readonly inhibit: boolean;
  /** How long a failure goes unnoticed at most; absent where the files do not tell. */
  readonly detection?: Detection;
}

/** From the last good check to the verdict, for a server that says nothing any more. */
export interface Detection {
  readonly seconds: number;
  /** The sum, such as `delay_loop 6 s + 2 tries × 3 s + 1 s`. */
  readonly sum: string;
}

export interface ServiceFacts {
  readonly servers: readonly ServerFacts[];
  /** As keepalived uses it: at most the sum of all weights. */
  readonly quorum: number;
  /** As keepalived uses it: below the quorum. */
  readonly hysteresis: number;
  readonly sorryServer?: { readonly name: string; readonly inhibit: boolean };
  /** Commands that run when the quorum is lost or gained. */
  readonly tells: { readonly up: boolean; readonly down: boolean };
}

/** Servers fail after the start, or come back after all that can be taken out have failed. */
export type ServiceEvent =
  | { readonly kind: "normal" }
  | {
      readonly kind: "real-servers-fail";
      readonly realServers: readonly string[];
      /** Others of which the same is true, where one fails. */
      readonly alike?: readonly string[];
    }
  | { readonly kind: "real-servers-back"; readonly realServers: readonly string[] };

export interface ServiceOutcome {
  readonly event: ServiceEvent;
  /** Real servers that get new connections, or the sorry server; nobody where it is empty. */
  readonly servers: readonly string[];
  readonly sorry: boolean;
  readonly quorum: "up" | "lost";
  /** Until it is so, at worst; absent where nothing changes or the files do not tell. */
  readonly seconds?: number;
  readonly why: string;
}

export interface ServiceFailover {
  /** `192.0.2.10:80`, `fwmark 3`, `group web`. */
  readonly name: string;
  readonly protocol: string;
  /** The hosts that have it exactly so. */
  readonly hosts: readonly string[];
  /** The instances whose addresses it stands on: their MASTER serves it. */
  readonly instances: readonly string[];
  readonly facts: ServiceFacts;
  /** `normal` first. */
  readonly outcomes: readonly ServiceOutcome[];
  readonly limits: readonly string[];
}
