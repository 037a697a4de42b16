/** VMAC and ipvlan interfaces of one instance (vrrp/vrrp.c: vrrp_complete_instance). */
import { flagIn } from "../values/settings.js";
import type { VirtualAddress } from "./model.js";
import { type Settled, strictly } from "./settled.js";

export function checkVmacOptions({ vrrp: { remarks }, instance, strict }: Settled): void {
  if (strict && instance.vmacMac)
    strictly(remarks, instance.vmacMac.place, {
      instance: instance.name,
      setting: "use_vmac",
      value: instance.vmacMac.value,
    });
}

export function checkVmac({ vrrp, instance, family, strict }: Settled): void {
  const { remarks } = vrrp;
  const { name, vmac, ipvlan, transmitOnBase } = instance;
  const promoteSecondaries = flagIn(instance.settings, "promote_secondaries");
  const overlay = vmac ?? ipvlan;
  // Set by us at the end of the block, it has the place of the VMAC.
  if (vmac && strict && transmitOnBase)
    strictly(remarks, transmitOnBase.place, { instance: name, setting: "vmac_xmit_base" });
  if (overlay && promoteSecondaries) {
    remarks.afterwards(promoteSecondaries.place, {
      kind: "promote-secondaries-beside-overlay",
      instance: name,
      keyword: overlay.from.wording.words[0]!.value,
      statement: promoteSecondaries.from,
    });
  }
  if (ipvlan && family === "ipv4" && !instance.ipvlanAddress) {
    remarks.afterwards(ipvlan.place, { kind: "ipvlan-without-address", instance: name });
  } else if (ipvlan && instance.ipvlanAddress && instance.ipvlanAddress.value !== family) {
    remarks.afterwards(instance.ipvlanAddress.place, {
      kind: "ipvlan-of-other-family",
      found: instance.ipvlanAddress.value,
      instance: name,
    });
  }
  if (transmitOnBase && !vmac && transmitOnBase.from.wording.words[0]?.value === "vmac_xmit_base") {
    remarks.afterwards(transmitOnBase.place, {
      kind: "transmit-base-without-vmac",
      instance: name,
      statement: transmitOnBase.from,
    });
  } else if (transmitOnBase && !vmac) {
    remarks.afterwards(transmitOnBase.place, { kind: "ipvlan-cannot-transmit-on-base", instance: name });
  }
}

/** Without a device and without an interface of the instance an address is dropped. */
export function checkAddressDevices(settled: Settled): void {
  settled.addresses = withDevices(settled, settled.addresses);
  settled.excluded = withDevices(settled, settled.excluded);
}

function withDevices(settled: Settled, addresses: readonly VirtualAddress[]): readonly VirtualAddress[] {
  let lacking: Set<VirtualAddress> | undefined;
  for (const address of addresses) {
    if (hasDevice(settled, address)) continue;
    lacking ??= new Set();
    lacking.add(address);
  }
  return lacking === undefined ? addresses : addresses.filter((address) => !lacking.has(address));
}

function hasDevice(settled: Settled, address: VirtualAddress): boolean {
  const { vrrp, instance } = settled;
  const { name } = instance;
  const { text } = address.value;
  const because = address.useVmac && needlessVmac(settled, address);
  if (because) {
    vrrp.remarks.afterwards(address.useVmac!, {
      kind: "address-vmac-needless",
      address: text,
      instance: name,
      because,
    });
  }
  if (address.device !== undefined || instance.interface !== undefined) return true;
  vrrp.remarks.afterwards(address.place, { kind: "address-without-device", address: text, instance: name });
  return false;
}

/** What gives the address a VMAC anyway. */
function needlessVmac(
  { instance, family }: Settled,
  address: VirtualAddress,
): "use_vmac" | "use_vmac_addr" | undefined {
  const elsewhere = address.device !== undefined && address.device.value !== instance.interface?.value;
  if (elsewhere || address.value.family !== family) {
    return instance.settings.has("use_vmac_addr") ? "use_vmac_addr" : undefined;
  }
  return instance.vmac ? "use_vmac" : undefined;
}
