import { type Instance, isPriorityOwner, type Setting, type State } from "./facts.js";

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
    remarks.afterwards(
      "conflicting-vrrp-version",
      instance.versionFrom?.place ?? instance.place,
      `${instance.name} has IPv6 addresses and strict mode, so version 2 becomes 3`,
    );
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
  remarks: State["remarks"],
  setting: Pick<Setting<unknown>, "place">,
  name: string,
  what: string,
): void {
  remarks.afterwards("conflicting-strict-mode", setting.place, `${what} for ${name}, because of strict mode`);
}
