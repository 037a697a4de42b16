/** What instances can take from each other (vrrp/vrrp.c: check_vrid_conflicts, check_vmac_conflicts). */
import type { VirtualAddress } from "./model.js";
import type { VrrpProcess } from "./process.js";
import type { Settled } from "./settled.js";

/** Instances that speak as one virtual router, which ends the set-up. */
export function checkRouterIds(vrrp: VrrpProcess, all: readonly Settled[]): void {
  let shared = false;
  for (const group of byRouterId(all).values()) {
    for (const [index, settled] of group.entries()) {
      const { instance } = settled;
      const other = group.slice(0, index).find((earlier) => areOne(settled, earlier))?.instance;
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
  }
  if (shared) vrrp.remarks.stop();
}

/** Only instances with one id can take anything from each other, and of thousands few have the same. */
function byRouterId(all: readonly Settled[]): ReadonlyMap<number | undefined, readonly Settled[]> {
  const groups = new Map<number | undefined, Settled[]>();
  for (const settled of all) {
    const id = settled.instance.virtualRouterId?.value;
    const group = groups.get(id);
    if (group) group.push(settled);
    else groups.set(id, [settled]);
  }
  return groups;
}

/** Instances with different peers may share an id since 2.2.5. */
function areOne(left: Settled, right: Settled): boolean {
  if (left.family !== right.family) return false;
  const [a, b] = [left.instance, right.instance];
  const apart = left.unicast && left.vrrp.switches.peersShareRouterId;
  if (apart !== (right.unicast && right.vrrp.switches.peersShareRouterId)) return false;
  if (!apart) {
    if (a.interface === undefined || a.interface.value !== b.interface?.value) return false;
    return left.unicast || right.unicast || a.multicastGroup?.value.text === b.multicastGroup?.value.text;
  }
  if (a.interface && b.interface && a.interface.value !== b.interface.value) return false;
  if (a.source?.value.text !== b.source?.value.text) return false;
  return a.peers.some((peer) => b.peers.some(({ value }) => value.text === peer.value.text));
}

/** Two instances that change independently must not put addresses on one VMAC interface. */
export function checkVmacConflicts({ remarks }: VrrpProcess, all: readonly Settled[]): void {
  for (const group of byRouterId(all).values()) {
    const overlaid = group
      .map((settled) => ({ instance: settled.instance, interfaces: vmacs(settled) }))
      .filter(({ interfaces }) => interfaces.size > 0);
    for (const [index, { instance, interfaces }] of overlaid.entries()) {
      for (const other of overlaid.slice(0, index)) {
        if (instance.group && instance.group === other.instance.group) continue;
        const shared = [...other.interfaces].find(([key]) => interfaces.has(key));
        if (shared === undefined) continue;
        // Only a real start finds the interface that the other instance has made.
        const [, { place, value }] = shared;
        remarks.unsaid(place, {
          kind: "address-on-foreign-vmac",
          address: value.text,
          instance: other.instance.name,
          other: instance.name,
          otherPlace: instance.place,
        });
      }
    }
  }
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
