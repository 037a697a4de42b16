import type { RemarkCollector, RemarkFacts } from "../remarks.js";
import type { Place } from "../types.js";
import { type Instance, isPriorityOwner, type State } from "./facts.js";

/** An instance with what follows from all of its settings. */
export interface Settled {
  readonly state: State;
  readonly instance: Instance;
  readonly strict: boolean;
  readonly version: 2 | 3;
  readonly owner: boolean;
  readonly priority: number;
  readonly unicast: boolean;
  /** MASTER from the start, after strict mode and AH had their say. */
  master: boolean;
}

export function settle(state: State, instance: Instance): Settled {
  const { remarks, globals } = state;
  const strict = instance.strict ?? globals.strict !== undefined;
  if (instance.family === "ipv6" && instance.version === 2 && strict) {
    remarks.afterwards(instance.versionFrom?.place ?? instance.place, {
      kind: "version-raised-by-strict-mode",
      instance: instance.name,
    });
    instance.version = 3;
  }
  const version = instance.version ?? (instance.family === "ipv6" ? 3 : globals.version);
  instance.family ??= "ipv4";
  const owner = isPriorityOwner(instance);
  const priority = instance.priority?.value ?? (owner ? 255 : 100);
  const master = instance.state ? instance.state.value === "MASTER" : owner;
  return {
    state,
    instance,
    strict,
    version,
    owner,
    priority,
    master,
    unicast: instance.unicast !== undefined && instance.peers.length > 0,
  };
}

export function strictly(
  remarks: RemarkCollector,
  place: Place,
  change: Omit<Extract<RemarkFacts, { readonly kind: "changed-by-strict-mode" }>, "kind">,
): void {
  remarks.afterwards(place, { kind: "changed-by-strict-mode", ...change });
}
