/** What instances can take from each other (vrrp/vrrp.c: check_vrid_conflicts, check_vmac_conflicts). */
import type { Address, Instance, State } from "./facts.js";

/** Whether two instances speak as one virtual router, which has a rule of its own and ends the set-up. */
export function sharesRouterId({ instances }: State): boolean {
  return instances.some((instance, index) => instances.slice(0, index).some((other) => areOne(instance, other)));
}

function areOne(a: Instance, b: Instance): boolean {
  if (a.family !== b.family || a.virtualRouterId?.value !== b.virtualRouterId?.value) return false;
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
export function checkVmacConflicts({ remarks, instances }: State): void {
  for (const [index, instance] of instances.entries()) {
    for (const other of instances.slice(0, index)) {
      if (
        instance.virtualRouterId?.value !== other.virtualRouterId?.value ||
        (instance.group && instance.group === other.group)
      )
        continue;
      const own = new Set(vmacs(instance).map(({ key }) => key));
      const shared = vmacs(other).find(({ key }) => own.has(key));
      if (shared) {
        // Only a real start finds the interface that the other instance has made.
        remarks.ours(
          "conflicting-vmac",
          shared.address.place,
          `${shared.address.text} of ${other.name} lies on the VMAC interface of ${instance.name}, which stays in FAULT`,
          {
            related: [{ place: instance.place, message: instance.name }],
          },
        );
      }
    }
  }
}

/** The VMAC interfaces of an instance's addresses, by what keepalived tells them apart. */
function vmacs(instance: Instance): readonly { readonly key: string; readonly address: Address }[] {
  const base = instance.interface?.value;
  return [...instance.addresses, ...instance.excluded].flatMap((address) => {
    const device = address.device ?? base;
    const own = device === base && address.family === instance.family;
    const overlaid = own
      ? instance.vmac !== undefined
      : address.useVmac !== undefined || instance.vmacAddresses !== undefined;
    return overlaid && device !== undefined ? [{ key: `${device} ${address.family}`, address }] : [];
  });
}
