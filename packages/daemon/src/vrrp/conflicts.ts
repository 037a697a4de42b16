/** What instances can take from each other (vrrp/vrrp.c: check_vrid_conflicts, check_vmac_conflicts). */
import type { VirtualAddress } from "./model.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";
import type { Settled } from "./settled.js";

/** Instances that speak as one virtual router, which ends the set-up. */
export function checkRouterIds(vrrp: VrrpProcess, all: readonly Settled[]): void {
  let shared = false;
  const earlier = new Map<string, Ordered>();
  const counts = routerCounts(all);
  for (const [order, settled] of all.entries()) {
    // Nobody to share it with.
    if (counts.get(routerNumber(settled)) === 1) continue;
    const { instance } = settled;
    const { own, meets } = routerKeys(settled);
    const other = firstAmong(meets.map((key) => earlier.get(key)))?.instance;
    for (const key of own) if (!earlier.has(key)) earlier.set(key, { order, instance });
    if (other === undefined || instance.virtualRouterId === undefined) continue;
    shared = true;
    vrrp.refusal ??= { kind: "shared-router-id", instance: instance.name, other: other.name };
    vrrp.remarks.afterwards(instance.virtualRouterId.place, {
      kind: "router-id-shared",
      id: instance.virtualRouterId.value,
      other: other.name,
      first: other.virtualRouterId!.place,
      ...(instance.interface && { interface: instance.interface.value }),
    });
  }
  if (shared) vrrp.remarks.stop();
}

/** How many instances have each id and family. */
function routerCounts(all: readonly Settled[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const settled of all) {
    const router = routerNumber(settled);
    counts.set(router, (counts.get(router) ?? 0) + 1);
  }
  return counts;
}

/** Of an id and a family; -2 and -1 without an id. */
function routerNumber({ instance, family }: Settled): number {
  return 2 * (instance.virtualRouterId?.value ?? -1) + (family === "ipv6" ? 1 : 0);
}

interface Ordered {
  readonly order: number;
  readonly instance: InstanceDraft;
}

function firstAmong<Of extends Ordered>(all: readonly (Of | undefined)[]): Of | undefined {
  let first: Of | undefined;
  for (const each of all) if (each && (first === undefined || each.order < first.order)) first = each;
  return first;
}

/**
 * Two instances are one router where one `meets` a key that is the `own` of the other: among thousands it is found at once.
 * Instances with different peers may share an id since 2.2.5.
 */
function routerKeys({ instance, family, unicast, vrrp }: Settled): {
  readonly own: readonly string[];
  readonly meets: readonly string[];
} {
  const router = `${instance.virtualRouterId?.value} ${family}`;
  const on = instance.interface?.value;
  if (unicast && vrrp.switches.peersShareRouterId) {
    const peers = [
      ...new Set(instance.peers.map(({ value }) => `${router} ${instance.source?.value.text} ${value.text}`)),
    ];
    return {
      own: peers.flatMap((peer) => [`${peer} anywhere`, `${peer} on ${on ?? ""}`]),
      meets: peers.flatMap((peer) => (on === undefined ? [`${peer} anywhere`] : [`${peer} on ${on}`, `${peer} on `])),
    };
  }
  if (on === undefined) return { own: [], meets: [] };
  const [any, toPeers, toGroup] = ["", "to peers", `to ${instance.multicastGroup?.value.text}`].map(
    (group) => `${router} ${on} ${group}`,
  ) as [string, string, string];
  return unicast ? { own: [any, toPeers], meets: [any] } : { own: [any, toGroup], meets: [toPeers, toGroup] };
}

/** Two instances that change independently must not put addresses on one VMAC interface. Of an instance's rivals the first is named. */
export function checkVmacConflicts({ remarks }: VrrpProcess, all: readonly Settled[]): void {
  const made = new Map<string, Maker[]>();
  for (const [order, settled] of all.entries()) {
    if (!mayHaveVmac(settled)) continue;
    const { instance } = settled;
    const isRival = ({ instance: other }: Maker) => instance.group === undefined || instance.group !== other.group;
    const interfaces = [...vmacs(settled)].map(([name, address]) => {
      const key = `${instance.virtualRouterId?.value} ${name}`;
      return { makers: made.get(key) ?? noteMakers(made, key), maker: { order, instance, address } };
    });
    const rival = firstAmong(interfaces.map(({ makers }) => makers.find(isRival)));
    for (const { makers, maker } of interfaces) if (makers.length === 0 || isOther(makers, maker)) makers.push(maker);
    if (rival === undefined) continue;
    // Only a real start finds the interface that the other instance has made.
    remarks.unsaid(rival.address.place, {
      kind: "address-on-foreign-vmac",
      address: rival.address.value.text,
      instance: rival.instance.name,
      other: instance.name,
      otherPlace: instance.place,
    });
  }
}

/** An instance that puts an address on an interface: for each the first, and the first of another sync group. */
interface Maker extends Ordered {
  readonly address: VirtualAddress;
}

function noteMakers(made: Map<string, Maker[]>, key: string): Maker[] {
  const makers: Maker[] = [];
  made.set(key, makers);
  return makers;
}

function isOther(makers: readonly Maker[], { instance: { group } }: Maker): boolean {
  return makers.length === 1 && group !== makers[0]!.instance.group;
}

function mayHaveVmac({ instance, addresses, excluded }: Settled): boolean {
  return (
    instance.vmac !== undefined ||
    instance.settings.has("use_vmac_addr") ||
    addresses.some(isOnVmac) ||
    excluded.some(isOnVmac)
  );
}

function isOnVmac({ useVmac }: VirtualAddress): boolean {
  return useVmac !== undefined;
}

/** The VMAC interfaces of an instance's addresses, by what keepalived tells them apart, each with its first address. */
function vmacs({ instance, family, addresses, excluded }: Settled): ReadonlyMap<string, VirtualAddress> {
  const base = instance.interface?.value;
  const found = new Map<string, VirtualAddress>();
  for (const address of [...addresses, ...excluded]) {
    const device = address.device?.value ?? base;
    const own = device === base && address.value.family === family;
    const overlaid = own
      ? instance.vmac !== undefined
      : address.useVmac !== undefined || instance.settings.has("use_vmac_addr");
    const key = `${device} ${address.value.family}`;
    if (overlaid && device !== undefined && !found.has(key)) found.set(key, address);
  }
  return found;
}
