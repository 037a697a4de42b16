/** What instances can take from each other (vrrp/vrrp.c: check_vrid_conflicts, check_vmac_conflicts). */
import type { Address, Instance, VrrpProcess } from "./facts.js";

/** Whether two instances speak as one virtual router, which has a rule of its own and ends the set-up. */
export function sharesRouterId({ instances }: VrrpProcess): boolean {
  return [...byRouterId(instances).values()].some((group) =>
    group.some((instance, index) => group.slice(0, index).some((other) => areOne(instance, other))),
  );
}

/** Only instances with one id can take anything from each other, and of thousands few have the same. */
function byRouterId(instances: readonly Instance[]): ReadonlyMap<number | undefined, readonly Instance[]> {
  const groups = new Map<number | undefined, Instance[]>();
  for (const instance of instances) {
    const id = instance.virtualRouterId?.value;
    const group = groups.get(id);
    if (group) group.push(instance);
    else groups.set(id, [instance]);
  }
  return groups;
}

function areOne(a: Instance, b: Instance): boolean {
  if (a.family !== b.family) return false;
  const unicast = isUnicast(a);
  if (unicast !== isUnicast(b)) return false;
  if (!unicast) return a.interface?.value === b.interface?.value && a.multicastGroup?.value === b.multicastGroup?.value;
  if (a.interface && b.interface && a.interface.value !== b.interface.value) return false;
  return (
    a.source?.value === b.source?.value && a.peers.some((peer) => b.peers.some(({ value }) => value === peer.value))
  );
}

function isUnicast({ unicast, peers }: Instance): boolean {
  return unicast !== undefined && peers.length > 0;
}

/** Two instances that change independently must not put addresses on one VMAC interface. */
export function checkVmacConflicts({ remarks, instances }: VrrpProcess): void {
  for (const group of byRouterId(instances).values()) {
    const overlaid = group.map((instance) => ({ instance, interfaces: vmacs(instance) }));
    for (const [index, { instance, interfaces }] of overlaid.entries()) {
      if (interfaces.size === 0) continue;
      for (const other of overlaid.slice(0, index)) {
        if (instance.group && instance.group === other.instance.group) continue;
        const shared = [...other.interfaces].find(([key]) => interfaces.has(key));
        if (shared === undefined) continue;
        // Only a real start finds the interface that the other instance has made.
        const [, { place, text }] = shared;
        remarks.unsaid(place, {
          kind: "address-on-foreign-vmac",
          address: text,
          instance: other.instance.name,
          other: instance.name,
          otherPlace: instance.place,
        });
      }
    }
  }
}

/** The VMAC interfaces of an instance's addresses, by what keepalived tells them apart, each with its first address. */
function vmacs(instance: Instance): ReadonlyMap<string, Address> {
  const base = instance.interface?.value;
  const found = new Map<string, Address>();
  for (const address of [...instance.addresses, ...instance.excluded]) {
    const device = address.device ?? base;
    const own = device === base && address.family === instance.family;
    const overlaid = own
      ? instance.vmac !== undefined
      : address.useVmac !== undefined || instance.vmacAddresses !== undefined;
    const key = `${device} ${address.family}`;
    if (overlaid && device !== undefined && !found.has(key)) found.set(key, address);
  }
  return found;
}
