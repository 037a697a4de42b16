/** VMAC and ipvlan interfaces of one instance (vrrp/vrrp.c: vrrp_complete_instance). */
import { familyName } from "./addresses.js";
import { removal } from "./remarks.js";
import { type Settled, strictly } from "./settled.js";

export function checkVmacOptions({ state: { remarks }, instance, strict }: Settled): void {
  if (strict && instance.vmacMac)
    strictly(remarks, instance.vmacMac, instance.name, `the MAC address ${instance.vmacMac.value} is ignored`);
}

export function checkVmac({ state, instance, strict }: Settled): void {
  const { remarks, host } = state;
  const { name, vmac, ipvlan, transmitOnBase, promoteSecondaries } = instance;
  const overlay = vmac ?? ipvlan;
  // Set by us at the end of the block, it has the place of the VMAC.
  if (vmac && strict && transmitOnBase) strictly(remarks, transmitOnBase, name, "vmac_xmit_base is ignored");
  if (overlay && promoteSecondaries) {
    remarks.afterwards(
      "conflicting-vmac",
      promoteSecondaries.place,
      `promote_secondaries of ${name} is ignored, because ${overlay.from.words[0]!.value} sets it anyway`,
      {
        severity: "warning",
        fixes: removal(host, promoteSecondaries.from, true),
      },
    );
  }
  if (ipvlan && instance.family === "ipv4" && !instance.ipvlanAddress) {
    remarks.afterwards(
      "missing-ipvlan-address",
      ipvlan.place,
      `use_ipvlan of ${name} names no IPv4 address: the instance stays in FAULT`,
    );
  } else if (ipvlan && instance.ipvlanAddress && instance.ipvlanAddress.value !== instance.family) {
    remarks.afterwards(
      "mismatched-address-family",
      instance.ipvlanAddress.place,
      `the ipvlan's address is ${familyName(instance.ipvlanAddress.value)}, the instance ${name} is not: it stays in FAULT`,
    );
  }
  if (transmitOnBase && !vmac && transmitOnBase.from.words[0]?.value === "vmac_xmit_base") {
    remarks.afterwards(
      "conflicting-vmac",
      transmitOnBase.place,
      `vmac_xmit_base of ${name} is ignored, because it goes with use_vmac only`,
      {
        fixes: removal(host, transmitOnBase.from, true),
      },
    );
  } else if (transmitOnBase && !vmac) {
    remarks.afterwards(
      "conflicting-vmac",
      transmitOnBase.place,
      `use_ipvlan of ${name} cannot send on its base interface as unicast needs it: only use_vmac can`,
    );
  }
}

export function checkAddressDevices({ state: { remarks }, instance }: Settled): void {
  const { name, vmac, vmacAddresses, family } = instance;
  for (const list of [instance.addresses, instance.excluded]) {
    for (const address of [...list]) {
      const device = address.device === instance.interface?.value ? undefined : address.device;
      if (address.useVmac) {
        if (device === undefined && vmac && address.family === family) {
          remarks.afterwards(
            "conflicting-vmac",
            address.useVmac,
            `use_vmac of ${address.text} is needless, because ${name} has use_vmac itself`,
            { severity: "warning" },
          );
        } else if ((device !== undefined || address.family !== family) && vmacAddresses) {
          remarks.afterwards(
            "conflicting-vmac",
            address.useVmac,
            `use_vmac of ${address.text} is needless, because ${name} has use_vmac_addr`,
            { severity: "warning" },
          );
        }
      }
      if (address.device === undefined && instance.interface === undefined) {
        remarks.afterwards(
          "missing-address-interface",
          address.place,
          `${address.text} has no dev, and ${name} no interface: keepalived leaves the address out`,
        );
        list.splice(list.indexOf(address), 1);
      }
    }
  }
}
