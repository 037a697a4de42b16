/** VMAC and ipvlan interfaces of one instance (vrrp/vrrp.c: vrrp_complete_instance). */
import { type Settled, strictly } from "./settled.js";

export function checkVmacOptions({ vrrp: { remarks }, instance, strict }: Settled): void {
  if (strict && instance.vmacMac)
    strictly(remarks, instance.vmacMac.place, {
      instance: instance.name,
      setting: "use_vmac",
      value: instance.vmacMac.value,
    });
}

export function checkVmac({ vrrp, instance, strict }: Settled): void {
  const { remarks } = vrrp;
  const { name, vmac, ipvlan, transmitOnBase, promoteSecondaries } = instance;
  const overlay = vmac ?? ipvlan;
  // Set by us at the end of the block, it has the place of the VMAC.
  if (vmac && strict && transmitOnBase)
    strictly(remarks, transmitOnBase.place, { instance: name, setting: "vmac_xmit_base" });
  if (overlay && promoteSecondaries) {
    remarks.afterwards(promoteSecondaries.place, {
      kind: "promote-secondaries-beside-overlay",
      instance: name,
      keyword: overlay.from.words[0]!.value,
      statement: promoteSecondaries.from,
    });
  }
  if (ipvlan && instance.family === "ipv4" && !instance.ipvlanAddress) {
    remarks.afterwards(ipvlan.place, { kind: "ipvlan-without-address", instance: name });
  } else if (ipvlan && instance.ipvlanAddress && instance.ipvlanAddress.value !== instance.family) {
    remarks.afterwards(instance.ipvlanAddress.place, {
      kind: "ipvlan-of-other-family",
      found: instance.ipvlanAddress.value,
      instance: name,
    });
  }
  if (transmitOnBase && !vmac && transmitOnBase.from.words[0]?.value === "vmac_xmit_base") {
    remarks.afterwards(transmitOnBase.place, {
      kind: "transmit-base-without-vmac",
      instance: name,
      statement: transmitOnBase.from,
    });
  } else if (transmitOnBase && !vmac) {
    remarks.afterwards(transmitOnBase.place, { kind: "ipvlan-cannot-transmit-on-base", instance: name });
  }
}

export function checkAddressDevices({ vrrp: { remarks }, instance }: Settled): void {
  const { name, vmac, vmacAddresses, family } = instance;
  for (const list of [instance.addresses, instance.excluded]) {
    for (const address of [...list]) {
      const device = address.device === instance.interface?.value ? undefined : address.device;
      if (address.useVmac) {
        if (device === undefined && vmac && address.family === family) {
          remarks.afterwards(address.useVmac, {
            kind: "address-vmac-needless",
            address: address.text,
            instance: name,
            because: "use_vmac",
          });
        } else if ((device !== undefined || address.family !== family) && vmacAddresses) {
          remarks.afterwards(address.useVmac, {
            kind: "address-vmac-needless",
            address: address.text,
            instance: name,
            because: "use_vmac_addr",
          });
        }
      }
      if (address.device === undefined && instance.interface === undefined) {
        remarks.afterwards(address.place, { kind: "address-without-device", address: address.text, instance: name });
        list.splice(list.indexOf(address), 1);
      }
    }
  }
}
