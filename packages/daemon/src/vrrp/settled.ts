import type { RemarkCollector, RemarkFacts } from "../remarks.js";
import type { Place } from "../types.js";
import { type Instance, isPriorityOwner, type VrrpProcess } from "./facts.js";

/** An instance with what follows from all of its settings. */
export interface Settled {
  readonly vrrp: VrrpProcess;
  readonly instance: Instance;
  readonly strict: boolean;
  readonly version: 2 | 3;
  readonly owner: boolean;
  readonly priority: number;
  readonly unicast: boolean;
  /** Seconds between advertisements. */
  readonly interval: number;
  /** MASTER from the start, after strict mode and AH had their say. */
  master: boolean;
}

export function settle(vrrp: VrrpProcess, instance: Instance): Settled {
  const { remarks, global } = vrrp;
  const strict = instance.strict ?? global.strict;
  if (instance.family === "ipv6" && instance.version === 2 && strict) {
    remarks.afterwards(instance.versionFrom?.place ?? instance.place, {
      kind: "version-raised-by-strict-mode",
      instance: instance.name,
    });
    instance.version = 3;
  }
  const version = instance.version ?? (instance.family === "ipv6" ? 3 : (global.vrrpVersion?.value ?? 2));
  instance.family ??= "ipv4";
  const owner = isPriorityOwner(instance);
  const priority = instance.priority?.value ?? (owner ? 255 : 100);
  const master = instance.state ? instance.state.value === "MASTER" : owner;
  const settled: Settled = {
    vrrp,
    instance,
    strict,
    version,
    owner,
    priority,
    master,
    unicast: instance.unicast !== undefined && instance.peers.length > 0,
    interval: usedInterval(instance.advertInterval?.value ?? second, version),
  };
  vrrp.settled.set(instance.statement, settled);
  return settled;
}

/** In microseconds. */
const second = 1_000_000;

const hundredth = second / 100;

/** VRRPv2 counts in whole seconds, VRRPv3 in hundredths, of which an advertisement has room for 4095. */
function usedInterval(given: number, version: 2 | 3): number {
  if (version === 2) return Math.max(1, Math.floor((given + second / 2) / second));
  return Math.min(4095, Math.max(1, Math.floor((given + hundredth / 2) / hundredth))) / 100;
}

export function strictly(
  remarks: RemarkCollector,
  place: Place,
  change: Omit<Extract<RemarkFacts, { readonly kind: "changed-by-strict-mode" }>, "kind">,
): void {
  remarks.afterwards(place, { kind: "changed-by-strict-mode", ...change });
}
